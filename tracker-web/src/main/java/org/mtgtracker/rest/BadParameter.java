package org.mtgtracker.rest;

/** A parameter of the path or the query has a value that it may not have. */
public class BadParameter extends RequestFailure {
    private static final int LONGEST_ECHO = 100;

    /**
     * Says which parameter, what it was, and what it may be.
     *
     * @param allowed ends the sentence "allowed is …"
     */
    public BadParameter(String name, String value, String allowed) {
        super(Problem.of(
                        "bad-parameter",
                        "A parameter has a value that is not allowed",
                        400,
                        "The parameter %s is \"%s\"; allowed is %s.".formatted(name, shortened(value), allowed))
                .with("parameter", name));
    }

    /** What a caller sent, cut to what an answer may repeat. */
    static String shortened(String value) {
        return value.length() <= LONGEST_ECHO ? value : value.substring(0, LONGEST_ECHO) + "…";
    }
}
