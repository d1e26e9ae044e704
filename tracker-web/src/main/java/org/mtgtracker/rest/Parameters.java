package org.mtgtracker.rest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The parameters of a request's query, and how path parameters are read: each is right, or named with its value. */
public final class Parameters {
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern DAY = Pattern.compile("(?!0000)[0-9]{4}-.*");
    private static final String A_DAY = "a day such as 2026-01-31";
    private static final String A_MOMENT = "a moment such as 2026-01-31T12:00:00Z, from 1970 to 9999";
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");

    private final Map<String, List<String>> values;

    /** The decoded values by name, as {@code UriInfo} has them. */
    public Parameters(Map<String, List<String>> values) {
        this.values = requireNonNull(values, "values is null");
    }

    /**
     * The one value of a parameter; empty when the query does not have it.
     *
     * @throws BadParameter when the query has it more than once
     */
    public Optional<String> text(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw new BadParameter(name, String.join("\", \"", given), "one value");
        }
        return given.stream().findFirst();
    }

    /**
     * The one value of a parameter that has only so many characters; empty when the query does not have it.
     *
     * @throws BadParameter when the query has it more than once, or it has more characters
     */
    public Optional<String> text(String name, int longest) {
        return text(name).map(value -> bounded(name, value, longest));
    }

    /**
     * A text as it is, if it has only so many characters.
     *
     * @throws BadParameter when it has more
     */
    public static String bounded(String name, String value, int longest) {
        if (value.length() > longest) {
            throw new BadParameter(name, value, "a text of up to " + longest + " characters");
        }
        return value;
    }

    /**
     * A whole number.
     *
     * @param otherwise what holds when the query does not have the parameter
     * @throws BadParameter when it is no number from least to most
     */
    public int number(String name, int least, int most, int otherwise) {
        return text(name).map(value -> (int) number(name, value, least, most)).orElse(otherwise);
    }

    /**
     * True or false.
     *
     * @return false when the query does not have the parameter
     * @throws BadParameter when it is something else
     */
    public boolean truth(String name) {
        return text(name)
                .map(value -> switch (value) {
                    case "true", "1" -> true;
                    case "false", "0" -> false;
                    default -> throw new BadParameter(name, value, "true or false");
                })
                .orElse(false);
    }

    /**
     * One of a list of words.
     *
     * @param read knows the words; empty for any other
     * @param allowed the words, for people
     * @param otherwise what holds when the query does not have the parameter
     * @throws BadParameter when it is another word
     */
    public <T> T word(String name, Function<String, Optional<T>> read, String allowed, T otherwise) {
        return text(name)
                .map(value -> read.apply(value).orElseThrow(() -> new BadParameter(name, value, "one of " + allowed)))
                .orElse(otherwise);
    }

    /**
     * A day as ISO 8601 writes it, 2026-01-31; empty when the query does not have it.
     *
     * @throws BadParameter when it is no such day
     */
    public Optional<LocalDate> day(String name) {
        return text(name).map(value -> {
            try {
                LocalDate day = LocalDate.parse(value);
                if (!DAY.matcher(value).matches()) {
                    // a year that no database takes
                    throw new BadParameter(name, value, A_DAY);
                }
                return day;
            } catch (DateTimeParseException e) {
                throw new BadParameter(name, value, A_DAY);
            }
        });
    }

    /**
     * A moment as RFC 3339 writes it, 2026-01-31T12:00:00Z; empty when the query does not have it.
     *
     * @throws BadParameter when it is no such moment
     */
    public Optional<Instant> moment(String name) {
        return text(name).map(value -> {
            try {
                Instant moment = OffsetDateTime.parse(value).toInstant();
                if (moment.isBefore(JsonBody.FIRST) || moment.isAfter(JsonBody.LAST)) {
                    throw new BadParameter(name, value, A_MOMENT);
                }
                return moment;
            } catch (DateTimeParseException e) {
                throw new BadParameter(name, value, A_MOMENT);
            }
        });
    }

    /**
     * A UUID in its usual form of 36 characters.
     *
     * @throws BadParameter when it is none
     */
    public static UUID uuid(String name, String value) {
        if (!isUuid(value)) {
            throw new BadParameter(name, value, "a UUID such as 0000579f-7b35-4ed3-b44c-db2a538066fe");
        }
        return UUID.fromString(value);
    }

    /** Whether a text is a UUID in its usual form; Java takes many more for one. */
    public static boolean isUuid(String value) {
        return UUID_FORM.matcher(value).matches();
    }

    /**
     * The number of a run or another thing that is counted from 1.
     *
     * @throws BadParameter when it is none
     */
    public static long ordinal(String name, String value) {
        return number(name, value, 1, Long.MAX_VALUE);
    }

    private static long number(String name, String value, long least, long most) {
        if (NUMBER.matcher(value).matches()) {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new BadParameter(
                name,
                value,
                most == Long.MAX_VALUE
                        ? "a whole number from " + least
                        : "a whole number from " + least + " to " + most);
    }
}
