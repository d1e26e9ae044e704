package org.mtgtracker.rest;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;

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
