package org.mtgtracker.pages.site;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Days for people. */
public final class Days {
    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private Days() {}

    /** {@code 14 February 2026}. */
    public static String full(LocalDate day) {
        return FULL.format(day);
    }

    /** How long ago a day was: {@code today}, {@code yesterday}, {@code 5 days ago}. */
    public static String ago(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(day, today);
        return days <= 0 ? "today" : days == 1 ? "yesterday" : String.format(Locale.ENGLISH, "%,d days ago", days);
    }
}
