package org.mtgtracker.rest;

import java.util.Collection;
import java.util.List;

/** The body of a request cannot be used: it is no JSON, or not the JSON that belongs here. */
public class BadBody extends RequestFailure {
    private static final int MOST_ECHOED = 10;

    private BadBody(Problem problem) {
        super(problem);
    }

    /** The text stops being JSON there; lines and columns count from 1. */
    public static BadBody unreadable(String reason, long line, long column) {
        return new BadBody(Problem.of(
                        "unreadable-body",
                        "The body is not JSON",
                        400,
                        "The body is not JSON at line %d, column %d: %s.".formatted(line, column, reason))
                .with("line", line)
                .with("column", column));
    }

    /** The body is not UTF-8, empty, or in another way no JSON text at all. */
    public static BadBody unreadable(String reason) {
        return new BadBody(Problem.of("unreadable-body", "The body is not JSON", 400, reason));
    }

    /** Fields that mean nothing here; the first of them are named. */
    public static BadBody unknownFields(Collection<String> found, Collection<String> known) {
        List<String> unknown =
                found.stream().limit(MOST_ECHOED).map(BadParameter::shortened).toList();
        return new BadBody(Problem.of(
                        "unknown-field",
                        "The body has a field that means nothing here",
                        400,
                        "The body has unknown fields: %s; known are: %s."
                                .formatted(String.join(", ", unknown), String.join(", ", known)))
                .with("fields", unknown));
    }

    /** A field that is missing or has a value it may not have; the rule ends the sentence "The field x …". */
    public static BadBody field(String name, String rule) {
        return new BadBody(Problem.of(
                        "bad-field",
                        "A field of the body has a value that is not allowed",
                        400,
                        "The field %s %s.".formatted(name, rule))
                .with("field", name));
    }

    /** More bytes than any body of this API has. */
    public static BadBody tooLarge(int limit) {
        return new BadBody(Problem.of(
                "body-too-large",
                "The body is too large",
                413,
                "The body is larger than %,d bytes, which is the most that is taken here.".formatted(limit)));
    }
}
