package org.mtgtracker.catalog.control;

import java.net.URI;
import java.time.Duration;

/** What the statuses of HTTP (RFC 9110, section 15) mean to a download. */
final class Status {
    static final int OK = 200;
    static final int PARTIAL = 206;
    static final int NOT_MODIFIED = 304;

    private static final int TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    /** After a 429 Scryfall wants half a minute of silence. */
    private static final Duration USUAL_SILENCE = Duration.ofSeconds(30);

    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

    private Status() {}

    /** True when the same question may be answered in a moment. */
    static boolean isPassing(int status) {
        return status == TIMEOUT || status == TOO_MANY || status >= SERVER_ERROR;
    }

    /** For how long the server does not want to be asked. */
    static Duration silence(Web.Answer answer) {
        if (answer.status() != TOO_MANY) {
            return Duration.ZERO;
        }
        try {
            // a date is allowed there too, and rare
            Duration asked = answer.header("retry-after")
                    .map(Long::parseLong)
                    .map(Duration::ofSeconds)
                    .orElse(USUAL_SILENCE);
            return asked.compareTo(LONGEST_SILENCE) > 0 || asked.isNegative() ? LONGEST_SILENCE : asked;
        } catch (NumberFormatException e) {
            return USUAL_SILENCE;
        }
    }

    static String sentence(URI address, int status) {
        return address + " answered with status " + status + ", not with " + OK;
    }
}
