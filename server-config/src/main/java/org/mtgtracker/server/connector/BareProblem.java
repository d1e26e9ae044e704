package org.mtgtracker.server.connector;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** The problem of a request that did not get as far as the application; the words are the application's. */
record BareProblem(int status, String requestId) {
    static final String MEDIA_TYPE = "application/problem+json";
    static final String REQUEST_ID = "X-Request-Id";

    private static final int UNAVAILABLE = 503;
    private static final String SECONDS_TO_WAIT = "5";

    private record Said(String type, String title, String detail) {}

    private static final Said BAD_REQUEST = new Said(
            "bad-request",
            "The request cannot be understood",
            "The request line, the address or one of the headers is not as HTTP has it.");
    private static final Said BROKEN = new Said(
            "internal-error",
            "Something went wrong here",
            "The server could not do this. The log has the reason, by this request's id.");

    private static final Map<Integer, Said> BY_STATUS = Map.of(
            405,
            new Said(
                    "method-not-allowed",
                    "The method is not allowed here",
                    "This method is not answered here; the header Allow names those that may be."),
            413,
            new Said("body-too-large", "The body is too large", "The body is larger than is taken here."),
            414,
            new Said("address-too-long", "The address is too long", "The address is longer than is taken here."),
            431,
            new Said("headers-too-large", "The headers are too large", "The headers are larger than is taken here."),
            501,
            new Said("unknown-method", "The method is not known", "No resource here has a method of this name."),
            UNAVAILABLE,
            new Said("unavailable", "The server does not answer at the moment", "Try again in a moment."),
            505,
            new Said(
                    "http-version-not-supported",
                    "This version of HTTP is not spoken here",
                    "The request names a version of HTTP that this server does not speak; it speaks HTTP/1.1."));

    /** The problem that a status is, with an id of its own. */
    static BareProblem of(int status) {
        return new BareProblem(status, UUID.randomUUID().toString());
    }

    /** What the answer carries in its head, in the place of whatever it had by these names. */
    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(REQUEST_ID, requestId);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Cache-Control", "no-store");
        headers.put("Content-Type", MEDIA_TYPE);
        if (status == UNAVAILABLE) {
            headers.put("Retry-After", SECONDS_TO_WAIT);
        }
        return headers;
    }

    /** The body; nothing in it comes from the request. */
    String json() {
        Said said = BY_STATUS.getOrDefault(status, status < 500 ? BAD_REQUEST : BROKEN);
        return String.format(
                Locale.ROOT,
                "{\"type\":\"/problems/%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"requestId\":\"%s\"}",
                said.type(),
                said.title(),
                status,
                said.detail(),
                requestId);
    }
}
