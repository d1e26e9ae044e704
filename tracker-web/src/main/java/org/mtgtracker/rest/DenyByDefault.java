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

/** Puts a guard before every resource method that does not say that everybody may call it. */
@Provider
public class DenyByDefault implements DynamicFeature {
    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Access access = Access.to(resource.getResourceClass(), resource.getResourceMethod());
        if (!(access instanceof Access.Everybody)) {
            context.register(new Guard(access));
        }
    }

    /** Lets through whom the method's annotation names. */
    @Priority(Priorities.AUTHORIZATION)
    static final class Guard implements ContainerRequestFilter {
        private final Access access;

        Guard(Access access) {
            this.access = requireNonNull(access, "access is null");
        }

        @Override
        public void filter(ContainerRequestContext request) {
            // which methods a path has is no secret; the server answers it, and no method of ours stands behind it
            if (!HttpMethod.OPTIONS.equals(request.getMethod())) {
                require(request.getSecurityContext());
            }
        }

        private void require(SecurityContext caller) {
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
    }
}
