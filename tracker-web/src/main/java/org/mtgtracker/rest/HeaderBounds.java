package org.mtgtracker.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;

/** How long headers may be that name entity tags. Longer ones name more answers than anybody holds of one thing. */
final class HeaderBounds {
    static final int LONGEST_TAGS = 4000;

    private static final List<String> TAGS = List.of(HttpHeaders.IF_NONE_MATCH, HttpHeaders.IF_MATCH);

    private HeaderBounds() {}

    /** What is wrong with a request's headers; empty when nothing is. */
    static Optional<Problem> broken(HttpServletRequest request) {
        for (String name : TAGS) {
            String value = request.getHeader(name);
            if (value != null && value.length() > LONGEST_TAGS) {
                return Optional.of(Problem.of(
                                "bad-header",
                                "A header has a value that is not allowed",
                                400,
                                "The header %s has %,d characters; up to %,d are allowed."
                                        .formatted(name, value.length(), LONGEST_TAGS))
                        .with("header", name));
            }
        }
        return Optional.empty();
    }
}
