package org.mtgtracker.pricing.boundary;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.Workload;
import org.mtgtracker.persistence.entity.UuidBytes;

/** What cards cost now, one or many at once. */
@ApplicationScoped
public class LatestPrices {
    /** How many cards are asked for at once at most. */
    public static final int MOST = 1000;

    private static final String LATEST = """
            SELECT c.scryfall_id, l.usd, l.usd_foil, l.usd_etched, l.eur, l.eur_foil, l.tix,
                   l.usd_day, l.usd_foil_day, l.usd_etched_day, l.eur_day, l.eur_foil_day, l.tix_day
            FROM card c LEFT JOIN latest_price l ON l.card = c.id
            WHERE c.scryfall_id IN (%s)
            """;

    private static final String ALL =
            "SELECT card, usd, usd_foil, usd_etched, eur, eur_foil, tix FROM latest_price ORDER BY card";

    private final Rows rows;

    @Inject
    public LatestPrices(@On(Workload.SEARCH) Rows rows) {
        this.rows = requireNonNull(rows, "rows is null");
    }

    protected LatestPrices() {
        this.rows = null;
    }

    /** The card's newest prices; empty when there never was such a card. */
    public Optional<LatestPrice> of(UUID card) {
        return of(List.of(card)).stream().findFirst();
    }

    /**
     * The newest prices of cards in the order asked; an unknown card is left out, a repeated one repeated.
     *
     * @param cards Scryfall ids, at most {@value #MOST}
     * @throws DatabaseUnavailable when no database answers
     */
    public List<LatestPrice> of(List<UUID> cards) {
        requireNonNull(cards, "cards is null");
        if (cards.size() > MOST) {
            throw new IllegalArgumentException("%d cards; at most %d are allowed".formatted(cards.size(), MOST));
        }
        if (cards.isEmpty()) {
            return List.of();
        }
        Map<UUID, LatestPrice> found = rows.read(connection -> {
            List<UUID> distinct = cards.stream().distinct().toList();
            String marks = Collections.nCopies(distinct.size(), "?").stream().collect(Collectors.joining(", "));
            try (PreparedStatement select = connection.prepareStatement(LATEST.formatted(marks))) {
                for (int i = 0; i < distinct.size(); i++) {
                    select.setBytes(i + 1, UuidBytes.bytes(distinct.get(i)));
                }
                return all(select);
            }
        });
        return cards.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /**
     * What all cards cost now.
     *
     * @param version of the prices; rises with every change
     */
    public record Everything(long version, CardPrices prices) {
        public Everything {
            requireNonNull(prices, "prices is null");
        }
    }

    /** The version of the prices; it rises with every change. */
    public long version() {
        return rows.read(PriceState::version);
    }

    /** What all cards cost now, in one consistent snapshot; a card without any price is left out. */
    public Everything everything() {
        return rows.read(connection -> {
            CardPrices prices = new CardPrices();
            int[] cents = new int[PriceType.ALL.size()];
            try (PreparedStatement select = connection.prepareStatement(ALL)) {
                // row by row: Connector/J otherwise holds the whole result in memory first
                select.setFetchSize(Integer.MIN_VALUE);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        for (int type = 0; type < cents.length; type++) {
                            int price = row.getInt(type + 2);
                            cents[type] = row.wasNull() ? CardPrices.NONE : price;
                        }
                        prices.add(row.getInt(1), cents);
                    }
                }
            }
            return new Everything(PriceState.version(connection), prices);
        });
    }

    private static Map<UUID, LatestPrice> all(PreparedStatement select) throws SQLException {
        Map<UUID, LatestPrice> cards = new HashMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Map<PriceType, DatedPrice> prices = new EnumMap<>(PriceType.class);
                for (PriceType type : PriceType.ALL) {
                    Date day = row.getDate(type.ordinal() + 2 + PriceType.ALL.size());
                    if (day != null) {
                        prices.put(type, new DatedPrice(day.toLocalDate(), row.getInt(type.ordinal() + 2)));
                    }
                }
                UUID card = UuidBytes.uuid(row.getBytes(1));
                cards.put(card, new LatestPrice(card, prices));
            }
        }
        return cards;
    }
}
