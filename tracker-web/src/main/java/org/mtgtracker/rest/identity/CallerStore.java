package org.mtgtracker.rest.identity;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Optional;
import org.mtgtracker.identity.boundary.Caller;
import org.mtgtracker.identity.boundary.Callers;

/** Asks {@link Callers} on behalf of Jakarta Security; roles are given as groups of the same names. */
@ApplicationScoped
public class CallerStore implements IdentityStore {
    private final Callers callers;

    @Inject
    public CallerStore(Callers callers) {
        this.callers = requireNonNull(callers, "callers is null");
    }

    /** For the container's proxy. */
    protected CallerStore() {
        callers = null;
    }

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (credential instanceof ApiKeyCredential key) {
            return result(callers.byApiKey(key.key()));
        }
        if (credential instanceof UsernamePasswordCredential words) {
            return result(callers.byPassword(words.getCaller(), words.getPasswordAsString()));
        }
        return CredentialValidationResult.NOT_VALIDATED_RESULT;
    }

    private static CredentialValidationResult result(Optional<Caller> caller) {
        return caller.map(known -> new CredentialValidationResult(
                        known.name(), known.roles().stream().map(Enum::name).collect(toUnmodifiableSet())))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }
}
