package org.mtgtracker.rest;

import jakarta.ws.rs.core.HttpHeaders;
import org.mtgtracker.identity.boundary.Scope;

/** The caller is not known, or may not do this. */
public class Refused extends RequestFailure {
    private static final String BEARER = "Bearer realm=\"MTG Tracker\"";
    private static final String KEY = "ApiKey realm=\"MTG Tracker\", header=\"X-API-Key\"";

    private Refused(Problem problem) {
        super(problem);
    }

    /** RFC 9110, section 15.5.2: the caller has not said who he is. */
    public static Refused nameless() {
        return unauthorized(
                "credentials-missing",
                "This needs an API key or an access token",
                "Send an API key in the header X-API-Key, or an access token as Authorization: Bearer.",
                BEARER + ", " + KEY);
    }

    /** RFC 9110, section 15.5.2: the key is unknown, wrong, revoked or expired; which of them is not told. */
    public static Refused badKey() {
        return unauthorized(
                "bad-api-key",
                "The API key is not valid",
                "The API key in the header X-API-Key is unknown, revoked or expired.",
                KEY);
    }

    /**
     * RFC 6750, section 3.1: the access token is not good.
     *
     * @param reason a sentence without quotes
     */
    public static Refused badToken(String reason) {
        return unauthorized(
                "bad-access-token",
                "The access token is not valid",
                reason,
                BEARER + ", error=\"invalid_token\", error_description=\"" + reason + "\"");
    }

    /** Name and password, or a refresh token, do not prove who somebody is. */
    public static Refused badCredentials(String name, String title, String reason) {
        return unauthorized(name, title, reason, BEARER);
    }

    /** RFC 6750, section 2: more than one way to say who one is. */
    public static Refused twofold() {
        return new Refused(Problem.of(
                "two-credentials",
                "There are two credentials",
                400,
                "The request has both an API key and the header Authorization; send one of them."));
    }

    /** RFC 9110, section 15.5.4: the caller is known and lacks the role. */
    public static Refused lackingRole() {
        return new Refused(
                Problem.of("not-allowed", "You may not do this", 403, "The account or key that asks may not do this."));
    }

    /** RFC 6750, section 3.1: the key may not be used for this. */
    public static Refused lackingScope(Scope scope) {
        return new Refused(Problem.of(
                        "insufficient-scope",
                        "The API key may not be used for this",
                        403,
                        "This needs an API key with the scope " + scope.word() + ".")
                .with("scope", scope.word()));
    }

    private static Refused unauthorized(String name, String title, String detail, String challenge) {
        return new Refused(Problem.of(name, title, 401, detail).withHeader(HttpHeaders.WWW_AUTHENTICATE, challenge));
    }
}
