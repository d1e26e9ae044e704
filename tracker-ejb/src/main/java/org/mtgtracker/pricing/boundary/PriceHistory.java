package org.mtgtracker.pricing.boundary;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.Workload;
import org.mtgtracker.persistence.entity.UuidBytes;

/** The prices of a card, day by day. */
@ApplicationScoped
public class PriceHistory {
    /** Days first, as the key is: one look-up for each day that has prices at all, whatever the number of cards. */
    private static final String HISTORY = """
            SELECT STRAIGHT_JOIN p.day, p.usd, p.usd_foil, p.usd_etched, p.eur, p.eur_foil, p.tix
            FROM card c
            JOIN price_day d
            JOIN card_price p ON p.day = d.day AND p.card = c.id
            WHERE c.scryfall_id = ? AND d.day BETWEEN ? AND ?
            ORDER BY p.day
            """;

    private final Rows rows;

    @Inject
    public PriceHistory(@On(Workload.SEARCH) Rows rows) {
        this.rows = requireNonNull(rows, "rows is null");
    }

    protected PriceHistory() {
        this.rows = null;
    }

    /**
     * The card's prices from one day to another, both included, the oldest first. A day without any price of the card is
     * left out; a card that is not known has none.
     *
     * @param card the Scryfall id
     * @throws IllegalArgumentException when {@code from} is after {@code to}
     * @throws DatabaseUnavailable when no database answers
     */
    public List<DayPrices> of(UUID card, LocalDate from, LocalDate to) {
        requireNonNull(card, "card is null");
        if (requireNonNull(from, "from is null").isAfter(requireNonNull(to, "to is null"))) {
            throw new IllegalArgumentException("from (" + from + ") is after to (" + to + "); it must not be later");
        }
        return rows.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(HISTORY)) {
                select.setBytes(1, UuidBytes.bytes(card));
                select.setDate(2, Date.valueOf(from));
                select.setDate(3, Date.valueOf(to));
                return days(select);
            }
        });
    }

    /** What each of the card's prices has done in all the time that is known; a type never priced is not in the map. */
    public Map<PriceType, PriceStatistics> statistics(UUID card) {
        Optional<LocalDate> newest = newestDay();
        if (newest.isEmpty()) {
            return Map.of();
        }
        Map<PriceType, List<DatedPrice>> histories = new EnumMap<>(PriceType.class);
        for (DayPrices day : of(card, CardPrices.FIRST_DAY, newest.get())) {
            day.cents().forEach((type, cents) -> histories
                    .computeIfAbsent(type, any -> new ArrayList<>())
                    .add(new DatedPrice(day.day(), cents)));
        }
        Map<PriceType, PriceStatistics> statistics = new EnumMap<>(PriceType.class);
        histories.forEach((type, history) -> statistics.put(type, PriceStatistics.of(newest.get(), history)));
        return statistics;
    }

    /** The newest day that any card is priced on; empty while there are no prices. */
    public Optional<LocalDate> newestDay() {
        return rows.read(PriceState::newestDay);
    }

    private static List<DayPrices> days(PreparedStatement select) throws SQLException {
        List<DayPrices> days = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Map<PriceType, Integer> cents = new EnumMap<>(PriceType.class);
                for (PriceType type : PriceType.ALL) {
                    int price = row.getInt(type.ordinal() + 2);
                    if (!row.wasNull()) {
                        cents.put(type, price);
                    }
                }
                if (!cents.isEmpty()) {
                    days.add(new DayPrices(row.getDate(1).toLocalDate(), cents));
                }
            }
        }
        return days;
    }
}
