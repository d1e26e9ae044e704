package org.mtgtracker.rest;

import jakarta.ws.rs.core.HttpHeaders;

/** The caller is not known, or may not do this. */
public class Refused extends RequestFailure {
    private Refused(Problem problem) {
        super(problem);
    }

    /** RFC 9110, section 15.5.2: the caller has not said who he is. */
    public static Refused nameless() {
        return unauthorized("credentials-missing", "This needs an API key", "Send an API key in the header X-API-Key.");
    }

    /** RFC 9110, section 15.5.2: the key is unknown, wrong, revoked or expired; which of them is not told. */
    public static Refused badKey() {
        return unauthorized(
                "bad-api-key",
                "The API key is not valid",
                "The API key in the header X-API-Key is unknown, revoked or expired.");
    }

    /** RFC 9110, section 15.5.4: the caller is known and lacks the role. */
    public static Refused lackingRole() {
        return new Refused(
                Problem.of("not-allowed", "You may not do this", 403, "The account or key that asks may not do this."));
    }

    private static Refused unauthorized(String name, String title, String detail) {
        return new Refused(Problem.of(name, title, 401, detail)
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "ApiKey realm=\"MTG Tracker\", header=\"X-API-Key\""));
    }
}
