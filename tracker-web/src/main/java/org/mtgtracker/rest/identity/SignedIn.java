package org.mtgtracker.rest.identity;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

/** What a page's session remembers of who signed in to it: which session that began. What it may is asked each time. */
record SignedIn(UUID session) implements Serializable {
    private static final String ATTRIBUTE = SignedIn.class.getName();

    SignedIn {
        requireNonNull(session, "session is null");
    }

    /** Who signed in to the request's session; looking makes no session. */
    static Optional<SignedIn> in(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    /**
     * Begins the session under a new id, so that an id that somebody planted before is worth nothing; the container may
     * give a new session the id that the request came with.
     */
    void begin(HttpServletRequest request) {
        request.getSession(true);
        request.changeSessionId();
        request.getSession().setAttribute(ATTRIBUTE, this);
    }

    static void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}
