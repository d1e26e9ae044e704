package org.mtgtracker.pages.site;

import static java.util.Objects.requireNonNull;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What somebody typed, with the character marked at which it went wrong. */
public final class Marked {
    /** Nothing went wrong. */
    public static final Marked NOTHING = new Marked("", -1);

    /** As a query says where it is broken. */
    private static final Pattern PLACE = Pattern.compile("at character (\\d{1,4})");

    private final String typed;
    private final int at;

    private Marked(String typed, int at) {
        this.typed = requireNonNull(typed, "typed is null");
        this.at = at;
    }

    /** What was typed, and the place that a complaint about it names; without a mark when it names none. */
    public static Marked of(String typed, String complaint) {
        Matcher place = PLACE.matcher(complaint);
        return new Marked(typed, place.find() ? Integer.parseInt(place.group(1)) - 1 : -1);
    }

    /** True when it is known which character is wrong. */
    public boolean isKnown() {
        return at >= 0 && at < typed.length();
    }

    /** What was typed before the character that is wrong. */
    public String getBefore() {
        return typed.substring(0, at);
    }

    /** The character that is wrong. */
    public String getWrong() {
        return typed.substring(at, typed.offsetByCodePoints(at, 1));
    }

    /** What was typed behind it. */
    public String getAfter() {
        return typed.substring(typed.offsetByCodePoints(at, 1));
    }
}
