package org.mtgtracker.rest.identity;

import java.util.List;

/** The bodies of this package, for the description of the API. */
public final class IdentitySchemas {
    public static final List<Class<? extends Record>> ALL = List.of(
            WhoamiResource.Whoami.class,
            AccountReport.class,
            AuthResource.SignUpRequest.class,
            AuthResource.SignInRequest.class,
            AuthResource.RefreshRequest.class,
            AuthResource.TokenRequest.class,
            AuthResource.ResetWish.class,
            AuthResource.ResetRequest.class,
            AuthResource.TokenReport.class,
            MeResource.AccountChange.class,
            MeResource.PasswordChange.class,
            MeResource.SessionReport.class,
            MeResource.SessionList.class,
            ApiKeysResource.ApiKeyRequest.class,
            ApiKeysResource.ApiKeyReport.class,
            ApiKeysResource.NewApiKeyReport.class,
            ApiKeysResource.ApiKeyList.class,
            ApiKeysResource.ApiKeyUsageReport.class,
            ApiKeysResource.ApiKeyUsageList.class,
            UsersResource.UserChange.class,
            UsersResource.UserList.class,
            UsersResource.ResetTokenReport.class,
            AuditResource.AuditReport.class,
            AuditResource.AuditList.class);

    private IdentitySchemas() {}
}
