package org.mtgtracker.rest;

import jakarta.ws.rs.core.HttpHeaders;

/** An {@code Idempotency-Key} that cannot be used, or not at this moment. */
public class RefusedKey extends RequestFailure {
    private RefusedKey(Problem problem) {
        super(problem);
    }

    static RefusedKey formless() {
        return new RefusedKey(Problem.of(
                        "bad-header",
                        "A header has a value that is not allowed",
                        400,
                        "The header Idempotency-Key has to be 1 to 255 visible ASCII characters, such as a UUID.")
                .with("header", IdempotencyFilter.HEADER));
    }

    /** The same request is being done. */
    static RefusedKey atWork(String seconds) {
        return new RefusedKey(Problem.of(
                        "request-at-work",
                        "The same request is being done",
                        409,
                        "A request with this Idempotency-Key is being done; its answer is to be had in a moment.")
                .withHeader(HttpHeaders.RETRY_AFTER, seconds));
    }

    /** The key belongs to another request. */
    static RefusedKey different() {
        return new RefusedKey(Problem.of(
                "idempotency-key-reused",
                "The Idempotency-Key was used for another request",
                422,
                "Another request was sent with this Idempotency-Key before; a new request needs a new key."));
    }
}
