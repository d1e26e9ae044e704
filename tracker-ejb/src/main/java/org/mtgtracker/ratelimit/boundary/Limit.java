package org.mtgtracker.ratelimit.boundary;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many requests in a span of time, which begins with the first of them.
 *
 * @param requests 1 to {@value #MOST}
 * @param period a second to a day
 */
public record Limit(long requests, Duration period) {
    static final long MOST = 1_000_000;

    /** How settings write it, for people. */
    public static final String FORM =
            "a number of requests from 1 to 1000000, a slash and a time span from PT1S to P1D," + " such as 100/PT15M";

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,7})\\s*/\\s*(P\\S+)");

    public Limit {
        requireNonNull(period, "period is null");
        if (requests < 1 || requests > MOST || period.compareTo(SHORTEST) < 0 || period.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(requests + "/" + period + " is not " + FORM);
        }
    }

    /**
     * Reads {@link #FORM}.
     *
     * @throws IllegalArgumentException or java.time.DateTimeException when the text has not this form
     */
    public static Limit parse(String text) {
        return Optional.of(TEXT.matcher(text.strip()))
                .filter(Matcher::matches)
                .map(form -> new Limit(Long.parseLong(form.group(1)), Duration.parse(form.group(2))))
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    @Override
    public String toString() {
        return requests + "/" + period;
    }
}
