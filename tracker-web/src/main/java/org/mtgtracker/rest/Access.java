package org.mtgtracker.rest;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.identity.boundary.Scope;

/** Who may call a resource method: its own annotation decides, then its class's; without either nobody may. */
sealed interface Access {
    /** Anybody, also without a name. */
    record Everybody() implements Access {}

    /** Whoever has one of the roles. */
    record Having(Set<String> roles) implements Access {
        public Having {
            roles = Set.copyOf(roles);
        }
    }

    /** Nobody. */
    record Nobody() implements Access {}

    /**
     * The scope that an API key needs for a resource method: what {@link NeedsScope} says on the method or its class;
     * else what everybody may read is {@code cards:read}, and what only administrators may is {@code admin:read} or
     * {@code admin:write}. Empty where keys have no business.
     */
    static Optional<Scope> scope(Class<?> resource, Method method) {
        NeedsScope said = method.isAnnotationPresent(NeedsScope.class)
                ? method.getAnnotation(NeedsScope.class)
                : resource.getAnnotation(NeedsScope.class);
        if (said != null) {
            return Optional.of(said.value());
        }
        Access access = to(resource, method);
        if (access instanceof Everybody) {
            return Optional.of(Scope.CARDS_READ);
        }
        if (access.equals(new Having(Set.of(Role.Name.ADMIN)))) {
            return Optional.of(method.isAnnotationPresent(GET.class) ? Scope.ADMIN_READ : Scope.ADMIN_WRITE);
        }
        return Optional.empty();
    }

    static Access to(Class<?> resource, Method method) {
        return said(method).or(() -> said(resource)).orElseGet(Nobody::new);
    }

    private static Optional<Access> said(AnnotatedElement element) {
        if (element.isAnnotationPresent(DenyAll.class)) {
            return Optional.of(new Nobody());
        }
        RolesAllowed roles = element.getAnnotation(RolesAllowed.class);
        if (roles != null) {
            return Optional.of(new Having(Set.of(roles.value())));
        }
        return element.isAnnotationPresent(PermitAll.class) ? Optional.of(new Everybody()) : Optional.empty();
    }
}
