package org.mtgtracker.trending.control;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mtgtracker.persistence.entity.UuidBytes;
import org.mtgtracker.pricing.boundary.PriceState;
import org.mtgtracker.pricing.boundary.PriceType;
import org.mtgtracker.trending.boundary.Timeframe;

/**
 * Reckons everything that moves from one snapshot of the prices. The newest prices are read once, and for each timeframe
 * one old day; of the days before that only the cards that have a gap there. Nothing is ranked by the database.
 */
final class TrendReckoning {
    /** So many cards at most are looked up by name on a day; for more the whole day is read. */
    private static final int NAMED = 5_000;

    private static final int NAMED_AT_ONCE = 1_000;

    private static final String CARDS =
            "SELECT id, scryfall_id, set_code FROM card WHERE NOT retired ORDER BY scryfall_id";

    private static final String DAYS = "SELECT day FROM price_day WHERE day BETWEEN ? AND ? ORDER BY day DESC";

    private static final String PRICES =
            "SELECT card, usd, usd_foil, usd_etched, eur, eur_foil, tix FROM card_price WHERE day = ?";

    private final Connection connection;
    private final TrendRules rules;
    private final Clock clock;

    TrendReckoning(Connection connection, TrendRules rules, Clock clock) {
        this.connection = requireNonNull(connection, "connection is null");
        this.rules = requireNonNull(rules, "rules is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** The trends of the snapshot that the connection shows. */
    Trends reckon() throws SQLException {
        long start = System.nanoTime();
        long version = PriceState.version(connection);
        Optional<LocalDate> newest = PriceState.newestDay(connection);
        CardPlaces.Builder builder = new CardPlaces.Builder();
        CardSets sets = readCards(builder);
        CardPlaces cards = builder.build();
        Map<Timeframe, Map<PriceType, Trends.Listed>> lists = new EnumMap<>(Timeframe.class);
        if (newest.isPresent()) {
            int[] places = cards.byNumber();
            NewestPrices now = NewestPrices.read(connection, places, cards.size());
            for (Timeframe timeframe : Timeframe.ALL) {
                LocalDate target = timeframe.target(newest.get());
                OldPrices old = new OldPrices(now, target, rules.staleAfterDays());
                readOld(old, target, places, cards);
                lists.put(timeframe, old.lists(rules, sets));
            }
        }
        int millis = (int) ((System.nanoTime() - start) / 1_000_000);
        return new Trends(0, version, newest, clock.instant().truncatedTo(ChronoUnit.MILLIS), millis, cards, lists);
    }

    private void readOld(OldPrices old, LocalDate target, int[] places, CardPlaces cards) throws SQLException {
        for (LocalDate day : days(target.minusDays(rules.staleAfterDays()), target)) {
            if (old.missing() > NAMED) {
                try (PreparedStatement select = connection.prepareStatement(PRICES)) {
                    select.setDate(1, Date.valueOf(day));
                    take(select, old, day, places);
                }
            } else {
                readNamed(old, day, places, cards);
            }
        }
    }

    private void readNamed(OldPrices old, LocalDate day, int[] places, CardPlaces cards) throws SQLException {
        int[] missing = old.missingPlaces();
        for (int from = 0; from < missing.length; from += NAMED_AT_ONCE) {
            int to = Math.min(missing.length, from + NAMED_AT_ONCE);
            String marks = "?" + ", ?".repeat(to - from - 1);
            try (PreparedStatement select = connection.prepareStatement(PRICES + " AND card IN (" + marks + ")")) {
                select.setDate(1, Date.valueOf(day));
                for (int i = from; i < to; i++) {
                    select.setInt(i - from + 2, cards.number(missing[i]));
                }
                take(select, old, day, places);
            }
        }
    }

    private static void take(PreparedStatement select, OldPrices old, LocalDate day, int[] places) throws SQLException {
        int epochDay = (int) day.toEpochDay();
        // row by row: Connector/J otherwise holds the whole result in memory first
        select.setFetchSize(Integer.MIN_VALUE);
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                int number = row.getInt(1);
                int place = number < places.length ? places[number] : CardPlaces.NOWHERE;
                int types = place == CardPlaces.NOWHERE ? 0 : old.wanted(place);
                while (types != 0) {
                    int type = Integer.numberOfTrailingZeros(types);
                    types &= types - 1;
                    int cents = row.getInt(type + 2);
                    // a price is never 0, which stands for NULL here
                    if (cents > 0) {
                        old.found(place, type, cents, epochDay);
                    }
                }
            }
        }
    }

    private CardSets readCards(CardPlaces.Builder builder) throws SQLException {
        CardSets sets = new CardSets();
        try (PreparedStatement select = connection.prepareStatement(CARDS)) {
            select.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID id = UuidBytes.uuid(row.getBytes(2));
                    builder.add(row.getInt(1), id);
                    sets.add(row.getString(3));
                }
            }
        }
        return sets;
    }

    private List<LocalDate> days(LocalDate from, LocalDate to) throws SQLException {
        List<LocalDate> days = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(DAYS)) {
            select.setDate(1, Date.valueOf(from));
            select.setDate(2, Date.valueOf(to));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    days.add(row.getDate(1).toLocalDate());
                }
            }
        }
        return days;
    }
}
