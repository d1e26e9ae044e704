package org.mtgtracker.pages.identity;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.mtgtracker.identity.boundary.SessionInfo;
import org.mtgtracker.identity.boundary.Sessions;
import org.mtgtracker.pages.site.Exchange;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.rest.identity.CurrentCaller;

/** Where a person is signed in: {@code /account/sessions}. */
@Named
@RequestScoped
public class SessionsPage {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Sessions sessions;
    private final CurrentCaller caller;
    private final Exchange exchange;
    private final Said said;
    private List<Session> all;

    /** A session as its owner knows it again. */
    public static final class Session {
        private final SessionInfo session;

        Session(SessionInfo session) {
            this.session = requireNonNull(session, "session is null");
        }

        public String getId() {
            return session.id().toString();
        }

        public String getKind() {
            return session.kind() == SessionInfo.Kind.PAGES ? "browser" : "program";
        }

        /** What was signed in with, as people call it. */
        public String getDevice() {
            return Device.of(session.origin().device());
        }

        /** What was signed in with, as it says itself. */
        public String getUserAgent() {
            return session.origin().device();
        }

        public String getAddress() {
            return session.origin().address();
        }

        public String getStarted() {
            return MOMENT.format(session.startedAt());
        }

        public String getLastUsed() {
            return MOMENT.format(session.lastUsedAt());
        }

        public boolean isCurrent() {
            return session.current();
        }
    }

    @Inject
    public SessionsPage(Sessions sessions, CurrentCaller caller, Exchange exchange, Said said) {
        this.sessions = requireNonNull(sessions, "sessions is null");
        this.caller = requireNonNull(caller, "caller is null");
        this.exchange = requireNonNull(exchange, "exchange is null");
        this.said = requireNonNull(said, "said is null");
    }

    /** For the container's proxy. */
    protected SessionsPage() {
        sessions = null;
        caller = null;
        exchange = null;
        said = null;
    }

    /** Ends the session that a button in the list names. */
    public void act() {
        exchange.pressed("end").ifPresent(this::end);
    }

    private void end(UUID id) {
        if (said.done(() -> sessions.end(caller.required(), id, caller.origin()))) {
            said.after("The session has ended.");
            exchange.redirect("/account/sessions");
        }
    }

    /** Ends all sessions, this one too. */
    public void endAll() {
        if (said.done(() -> sessions.signOutEverywhere(caller.required(), caller.origin()))) {
            exchange.redirect("/");
        }
    }

    public List<Session> getSessions() {
        if (all == null) {
            try {
                all = sessions.list(caller.required()).stream()
                        .map(Session::new)
                        .toList();
            } catch (DatabaseUnavailable e) {
                exchange.status(503);
                all = List.of();
            }
        }
        return all;
    }
}
