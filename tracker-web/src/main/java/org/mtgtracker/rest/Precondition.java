package org.mtgtracker.rest;

import jakarta.ws.rs.core.HttpHeaders;

/** What a change is based on has changed (RFC 9110, section 13.1.1). */
public class Precondition extends RequestFailure {
    private Precondition(Problem problem) {
        super(problem);
    }

    /** A change was based on something else than what is there now. */
    static Precondition failed(ETag current) {
        return new Precondition(failed().withHeader(HttpHeaders.ETAG, current.header()));
    }

    static Problem failed() {
        return Problem.of(
                "precondition-failed",
                "It has changed in the meantime",
                412,
                "What is there now has another ETag than the header If-Match; read it again.");
    }
}
