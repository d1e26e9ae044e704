package org.mtgtracker.search.engine;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mtgtracker.search.index.CardIndex;
import org.mtgtracker.search.language.Dropped;
import org.mtgtracker.search.language.Operator;
import org.mtgtracker.search.language.Query;

/** Days of release. A year or a month as a value is all of its days: behind it is behind its last. */
final class DateTerms {
    private static final Pattern DAY = Pattern.compile("([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?");

    private static final int LONGEST_MONTH = 31;

    private final CardIndex index;
    private final Clock clock;

    DateTerms(CardIndex index, Clock clock) {
        this.index = requireNonNull(index, "index is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    private record Days(long first, long last) {
        static Days of(LocalDate first, LocalDate last) {
            return new Days(first.toEpochDay(), last.toEpochDay());
        }
    }

    Condition condition(Query.Term term) throws NotUnderstood {
        Days wanted = days(term.value().text().strip().toLowerCase(Locale.ROOT));
        Operator operator = term.operator();
        int[] released = index.released();
        return new Condition.Each(released.length, position -> {
            int day = released[position];
            if (day == Integer.MIN_VALUE) {
                return false;
            }
            int compared = day < wanted.first() ? -1 : day > wanted.last() ? 1 : 0;
            return operator.fits(compared);
        });
    }

    private Days days(String value) throws NotUnderstood {
        if (value.equals("now") || value.equals("today")) {
            LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
            return Days.of(today, today);
        }
        Matcher day = DAY.matcher(value);
        if (day.matches()) {
            try {
                return days(day);
            } catch (DateTimeException e) {
                throw new NotUnderstood("Invalid date “" + Dropped.shortened(value) + "”.");
            }
        }
        var set = index.set(value).filter(known -> known.released() != Integer.MIN_VALUE);
        if (set.isPresent()) {
            return new Days(set.get().released(), set.get().released());
        }
        throw new NotUnderstood("Invalid date or unknown set code “" + Dropped.shortened(value) + "”.");
    }

    /** No day at all, between a month, which lacks the day that was asked for, and the next. */
    private static Days behind(LocalDate month) {
        long next = month.plusMonths(1).toEpochDay();
        return new Days(next, next - 1);
    }

    private static Days days(Matcher day) {
        int year = Integer.parseInt(day.group(1));
        if (day.group(2) == null) {
            return Days.of(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        }
        LocalDate first = LocalDate.of(year, Integer.parseInt(day.group(2)), 1);
        if (day.group(3) == null) {
            return Days.of(first, first.plusMonths(1).minusDays(1));
        }
        int number = Integer.parseInt(day.group(3));
        if (number > first.lengthOfMonth() && number <= LONGEST_MONTH) {
            return behind(first);
        }
        LocalDate only = first.withDayOfMonth(number);
        return Days.of(only, only);
    }
}
