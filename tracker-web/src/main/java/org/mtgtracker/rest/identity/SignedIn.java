package org.mtgtracker.rest.identity;

import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who signed in to a session: what every later request of it may. */
record SignedIn(String name, TreeSet<String> roles) implements Serializable {
    private static final String ATTRIBUTE = SignedIn.class.getName();

    SignedIn(CredentialValidationResult result) {
        this(result.getCallerPrincipal().getName(), new TreeSet<>(result.getCallerGroups()));
    }

    /** Who signed in to the request's session; looking makes no session. */
    static Optional<SignedIn> in(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    /** Begins the session under a new id, so that an id that somebody planted before is worth nothing. */
    void begin(HttpServletRequest request) {
        if (request.getSession(false) == null) {
            request.getSession(true);
        } else {
            request.changeSessionId();
        }
        request.getSession().setAttribute(ATTRIBUTE, this);
    }

    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    CredentialValidationResult result() {
        return new CredentialValidationResult(name, Set.copyOf(roles));
    }
}
