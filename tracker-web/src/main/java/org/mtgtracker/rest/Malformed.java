package org.mtgtracker.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the container lets through of a request to the API though it is not as it has to be. */
final class Malformed {
    /** More entity tags in a header than this has room for are more than anybody holds of one thing. */
    static final int LONGEST_TAGS = 4000;

    private static final List<String> TAGS = List.of(HttpHeaders.IF_NONE_MATCH, HttpHeaders.IF_MATCH);
    /** RFC 3986, section 2.1: two digits belong to a percent sign. */
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private Malformed() {}

    /** What is wrong with a request; empty when nothing is. */
    static Optional<Problem> in(HttpServletRequest request) {
        return query(request).or(() -> tags(request));
    }

    private static Optional<Problem> query(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null
                        || query.indexOf('%') < 0
                        || !BROKEN_ESCAPE.matcher(query).find()
                ? Optional.empty()
                : Optional.of(Problem.of(
                        "bad-request",
                        "The request cannot be understood",
                        400,
                        "The query has a percent sign without two hexadecimal digits behind it; write it as %25."));
    }

    private static Optional<Problem> tags(HttpServletRequest request) {
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
