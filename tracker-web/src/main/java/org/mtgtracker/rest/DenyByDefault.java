package org.mtgtracker.rest;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import org.mtgtracker.identity.boundary.Caller;
import org.mtgtracker.identity.boundary.Credential;
import org.mtgtracker.identity.boundary.Scope;
import org.mtgtracker.rest.identity.CurrentCaller;

/**
 * Puts a guard before every resource method: it lets through whom the method's annotation names, and an API key only
 * where its scopes reach; also where everybody may come without one.
 */
@Provider
public class DenyByDefault implements DynamicFeature {
    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        context.register(new Guard(
                Access.to(resource.getResourceClass(), resource.getResourceMethod()),
                Access.scope(resource.getResourceClass(), resource.getResourceMethod())));
    }

    /** Lets through whom the method's annotation names. */
    @Priority(Priorities.AUTHORIZATION)
    static final class Guard implements ContainerRequestFilter {
        private final Access access;
        private final Optional<Scope> scope;

        Guard(Access access, Optional<Scope> scope) {
            this.access = requireNonNull(access, "access is null");
            this.scope = requireNonNull(scope, "scope is null");
        }

        @Override
        public void filter(ContainerRequestContext request) {
            // which methods a path has is no secret; the server answers it, and no method of ours stands behind it
            if (!HttpMethod.OPTIONS.equals(request.getMethod())) {
                requireRole(request.getSecurityContext());
                CurrentCaller.of(request).ifPresent(this::requireScope);
            }
        }

        private void requireRole(SecurityContext caller) {
            if (access instanceof Access.Everybody) {
                return;
            }
            if (access instanceof Access.Having having) {
                if (caller.getUserPrincipal() == null) {
                    throw Refused.nameless();
                }
                if (having.roles().stream().anyMatch(caller::isUserInRole)) {
                    return;
                }
            }
            throw Refused.lackingRole();
        }

        private void requireScope(Caller caller) {
            if (caller.credential() instanceof Credential.Key
                    && scope.filter(caller::may).isEmpty()) {
                throw scope.map(Refused::lackingScope).orElseGet(Refused::lackingRole);
            }
        }
    }
}
