package org.mtgtracker.trending.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.Workload;
import org.mtgtracker.persistence.entity.UuidBytes;
import org.mtgtracker.search.boundary.CardSearch;
import org.mtgtracker.search.boundary.Found;

/**
 * Answers by the search for names, which tells one printing of each card: all printings of the cards it finds match.
 */
@ApplicationScoped
public class CardsByName implements MatchingCards {
    private static final String CARDS = "SELECT id, scryfall_id, oracle_id FROM card";

    private final CardSearch search;
    private final Rows rows;
    private volatile Printings printings = new Printings(-1, Map.of(), Map.of());

    @Inject
    public CardsByName(CardSearch search, @On(Workload.SEARCH) Rows rows) {
        this.search = requireNonNull(search, "search is null");
        this.rows = requireNonNull(rows, "rows is null");
    }

    protected CardsByName() {
        search = null;
        rows = null;
    }

    /** Which oracle card each printing is of, in one catalogue version; a printing without one is one of its own. */
    private record Printings(long version, Map<UUID, UUID> oracleByPrinting, Map<Integer, UUID> oracleByNumber) {}

    @Override
    public Matches of(String query) {
        Found page = search.byName(query, CardSearch.LARGEST_PAGE, null);
        Printings known = of(page.version());
        Set<UUID> oracles = new HashSet<>();
        while (true) {
            page.cards().forEach(card -> oracles.add(known.oracleByPrinting().get(card)));
            if (page.next() == null) {
                return new Matches(
                        number -> oracles.contains(known.oracleByNumber().get(number)), page.warnings());
            }
            page = search.byName(query, CardSearch.LARGEST_PAGE, page.next());
        }
    }

    private Printings of(long version) {
        Printings known = printings;
        if (known.version() < version) {
            known = rows.read(connection -> read(connection, version));
            printings = known;
        }
        return known;
    }

    private static Printings read(Connection connection, long version) throws SQLException {
        Map<UUID, UUID> byPrinting = new HashMap<>();
        Map<Integer, UUID> byNumber = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(CARDS)) {
            // row by row: Connector/J otherwise holds the whole result in memory first
            select.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID printing = UuidBytes.uuid(row.getBytes(2));
                    UUID oracle = row.getBytes(3) == null ? printing : UuidBytes.uuid(row.getBytes(3));
                    byPrinting.put(printing, oracle);
                    byNumber.put(row.getInt(1), oracle);
                }
            }
        }
        return new Printings(version, byPrinting, byNumber);
    }
}
