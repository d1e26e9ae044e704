package org.mtgtracker.catalog.control;

import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;

/** What the statuses of HTTP (RFC 9110, section 15) mean to a download. */
final class Status {
    static final int OK = 200;
    static final int PARTIAL = 206;
    static final int NOT_MODIFIED = 304;

    private static final int TIMEOUT = 408;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    /** After a 429 Scryfall wants half a minute of silence. */
    private static final Duration USUAL_SILENCE = Duration.ofSeconds(30);

    /** Who wants to be left alone for longer is not waited for. */
    static final Duration LONGEST_SILENCE = Duration.ofMinutes(10);

    private static final Duration BELIEVED = Duration.ofDays(1);

    private Status() {}

    /** True when the same question may be answered in a moment. */
    static boolean isPassing(int status) {
        return status == TIMEOUT || status == TOO_MANY || status >= SERVER_ERROR;
    }

    /** For how long a server that is busy does not want to be asked; as Retry-After says, and after a 429 never less. */
    static Duration silence(Web.Answer answer, Instant now) {
        Duration asked = answer.header("retry-after")
                .map(text -> asked(text.strip(), now))
                .orElse(Duration.ZERO);
        Duration least = answer.status() == TOO_MANY ? USUAL_SILENCE : Duration.ZERO;
        return asked.compareTo(least) < 0 ? least : asked.compareTo(BELIEVED) > 0 ? BELIEVED : asked;
    }

    /** RFC 9110, section 10.2.3: seconds, or a date. */
    private static Duration asked(String text, Instant now) {
        try {
            if (SECONDS.matcher(text).matches()) {
                return Duration.ofSeconds(Long.parseLong(text));
            }
            Duration until = Duration.between(now, ZonedDateTime.parse(text, RFC_1123_DATE_TIME));
            return until.isNegative() ? Duration.ZERO : until;
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }

    static String sentence(URI address, int status) {
        return address + " answered with status " + status + ", not with " + OK;
    }
}
