package org.mtgtracker.rest;

import jakarta.ws.rs.core.HttpHeaders;

/** What a change is based on has changed, or is not said (RFC 9110, section 13; RFC 6585, section 3). */
public class Precondition extends RequestFailure {
    private Precondition(Problem problem) {
        super(problem);
    }

    /**
     * Lets a change pass that was made to what is there now: its header {@code If-Match} has the current entity tag.
     *
     * @param current the tag of what is to be changed
     * @throws Precondition 428 when the header is missing, 412 when it has other tags
     */
    public static void mustMatch(ETag current, HttpHeaders request) {
        String given = request.getHeaderString(HttpHeaders.IF_MATCH);
        if (given == null) {
            throw new Precondition(Problem.of(
                    "precondition-required",
                    "The change does not say what it is based on",
                    428,
                    "Send the ETag of what you have read in the header If-Match, so that no other change is lost."));
        }
        if (!current.isMatchedBy(given)) {
            throw failed(current);
        }
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
