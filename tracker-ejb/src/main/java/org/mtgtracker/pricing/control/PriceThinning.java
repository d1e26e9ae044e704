package org.mtgtracker.pricing.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mtgtracker.jobs.boundary.JobFailed;
import org.mtgtracker.jobs.boundary.Permit;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.Workload;
import org.mtgtracker.pricing.boundary.PriceState;
import org.mtgtracker.pricing.boundary.PricesChanged;
import org.mtgtracker.pricing.boundary.Resolution;

/**
 * Thins out old prices, where {@code tracker.prices.thin-after-days} says how old. Of every week (Monday to Sunday) that
 * lies wholly before, each card keeps its last price of every type, on the day it was one; of a week that a month ends in,
 * so does each part. A price that is higher or lower than all before it stays as well, so that a card's extremes are
 * those of all time.
 */
@ApplicationScoped
public class PriceThinning {
    private static final String NEXT = """
            SELECT s.thinned_to, (SELECT MIN(d.day) FROM price_day d WHERE d.day >= COALESCE(s.thinned_to, d.day))
            FROM price_state s
            WHERE s.id = 1
            """;

    private static final String DONE = "UPDATE price_state SET version = version + ?, thinned_to = ? WHERE id = 1";

    private final Rows rows;
    private final Clock clock;
    private final int afterDays;
    private final Consumer<PricesChanged> tell;

    @Inject
    public PriceThinning(
            @On(Workload.BULK) Rows rows,
            @ConfigProperty(name = "tracker.prices.thin-after-days") Optional<Integer> afterDays,
            Event<PricesChanged> changed) {
        this(rows, Clock.systemUTC(), afterDays.orElse(0), (Consumer<PricesChanged>) changed::fire);
    }

    /** @param afterDays how old a price must be; 0: all are kept */
    PriceThinning(Rows rows, Clock clock, int afterDays, Consumer<PricesChanged> tell) {
        this.rows = requireNonNull(rows, "rows is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.afterDays = afterDays;
        this.tell = requireNonNull(tell, "tell is null");
    }

    protected PriceThinning() {
        rows = null;
        clock = null;
        afterDays = 0;
        tell = null;
    }

    /**
     * What is thinned out next: days of one week and month.
     *
     * @param thinnedTo what is before this day has been thinned out; empty before the first time
     */
    private record Part(Optional<LocalDate> thinnedTo, LocalDate first, LocalDate last) {
        static Part of(Optional<LocalDate> thinnedTo, LocalDate day) {
            LocalDate week = Resolution.WEEK.start(day);
            LocalDate month = Resolution.MONTH.start(day);
            LocalDate weekEnd = Resolution.WEEK.end(day);
            LocalDate monthEnd = Resolution.MONTH.end(day);
            return new Part(
                    thinnedTo, week.isAfter(month) ? week : month, weekEnd.isBefore(monthEnd) ? weekEnd : monthEnd);
        }
    }

    /** Thins out what is old enough, part by part, each in a transaction; gives a sentence about it. */
    public String run(Permit permit) {
        if (afterDays < 0) {
            throw new JobFailed("tracker.prices.thin-after-days is " + afterDays
                    + "; it must be at least 0, which keeps all prices. None were thinned out.");
        }
        if (afterDays == 0) {
            return "All prices are kept: tracker.prices.thin-after-days is not set.";
        }
        LocalDate border = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(afterDays);
        LocalDate end = Resolution.WEEK.start(border);
        long deleted = 0;
        Optional<LocalDate> known = Optional.empty();
        PriceExtremes before = null;
        for (Optional<Part> next = next(end); next.isPresent(); next = next(end)) {
            Part part = next.get();
            if (before == null || !part.thinnedTo().equals(known)) {
                // before the lock: a year of many cards takes a while
                before = rows.write(connection -> PriceExtremes.before(connection, part.first()));
            }
            OptionalLong gone = thin(part, end, before, permit);
            deleted += gone.orElse(0);
            known = Optional.of(part.last().plusDays(1));
            before = gone.isPresent() ? before : null;
        }
        if (deleted > 0) {
            tell.accept(new PricesChanged(rows.write(PriceState::version)));
        }
        return "%,d rows of days before %s were thinned out.".formatted(deleted, end);
    }

    private Optional<Part> next(LocalDate end) {
        return rows.write(connection -> next(connection, end));
    }

    /** The earliest days before the end that have not been thinned out. */
    private static Optional<Part> next(Connection connection, LocalDate end) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEXT);
                ResultSet row = select.executeQuery()) {
            row.next();
            Optional<LocalDate> thinnedTo = Optional.ofNullable(row.getDate(1)).map(Date::toLocalDate);
            return Optional.ofNullable(row.getDate(2))
                    .map(Date::toLocalDate)
                    .filter(day -> day.isBefore(end))
                    .map(day -> Part.of(thinnedTo, day));
        }
    }

    /**
     * Thins a part out.
     *
     * @param before the extremes of all days before it; its own are added to them
     * @return how many rows went; empty when earlier days were written meanwhile, and nothing was done
     */
    private OptionalLong thin(Part part, LocalDate end, PriceExtremes before, Permit permit) {
        return rows.write(connection -> {
            permit.check(connection);
            // before the first read, so that what writers of prices have committed is seen
            PriceStore.lock(connection);
            if (!next(connection, end).equals(Optional.of(part))) {
                return OptionalLong.empty();
            }
            long deleted = SpareRows.find(connection, part.first(), part.last(), before)
                    .delete(connection);
            PricedDays days = new PricedDays(connection);
            for (LocalDate day = part.first(); !day.isAfter(part.last()); day = day.plusDays(1)) {
                days.follow(day);
            }
            try (PreparedStatement update = connection.prepareStatement(DONE)) {
                update.setInt(1, deleted > 0 ? 1 : 0);
                update.setDate(2, Date.valueOf(part.last().plusDays(1)));
                update.executeUpdate();
            }
            return OptionalLong.of(deleted);
        });
    }
}
