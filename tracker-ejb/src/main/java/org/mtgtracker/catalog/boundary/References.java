package org.mtgtracker.catalog.boundary;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.Workload;

/**
 * What Scryfall tells beside the cards, as its own objects: sets, symbols, rulings. Of a set that only cards tell of,
 * since a file was imported and Scryfall never asked, an object is made of what they say.
 */
@ApplicationScoped
public class References {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final byte[] NONE = "[]".getBytes(StandardCharsets.UTF_8);

    private static final String OF_KIND = "SELECT id, json FROM reference_object WHERE kind = ? ORDER BY id";

    private static final String ONE = "SELECT json FROM reference_object WHERE kind = ? AND id = ?";

    private static final String OF_CARDS = "SELECT code, name, set_type, released_at, cards FROM card_set";

    private final Rows rows;

    @Inject
    public References(@On(Workload.SEARCH) Rows rows) {
        this.rows = requireNonNull(rows, "rows is null");
    }

    protected References() {
        this.rows = null;
    }

    /**
     * A set.
     *
     * @param releasedAt as ISO 8601 writes a day; empty when it is not known
     * @param json Scryfall's set object, UTF-8
     */
    public record SetJson(String code, String releasedAt, byte[] json) {
        private static final Comparator<SetJson> NEWEST_FIRST =
                Comparator.comparing(SetJson::releasedAt).reversed().thenComparing(SetJson::code);
    }

    /** All sets, the newest first; in one consistent snapshot. */
    public List<SetJson> sets() {
        return rows.read(connection -> {
            List<SetJson> sets = new ArrayList<>();
            Set<String> told = new HashSet<>();
            try (PreparedStatement select = connection.prepareStatement(OF_KIND)) {
                select.setString(1, "set");
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        told.add(row.getString(1));
                        sets.add(new SetJson(row.getString(1), released(row.getBytes(2)), row.getBytes(2)));
                    }
                }
            }
            ofCards(connection).stream()
                    .filter(set -> !told.contains(set.code()))
                    .forEach(sets::add);
            sets.sort(SetJson.NEWEST_FIRST);
            return sets;
        });
    }

    /** The set with this code, whatever its case. */
    public Optional<SetJson> set(String code) {
        requireNonNull(code, "code is null");
        return sets().stream().filter(set -> set.code().equalsIgnoreCase(code)).findFirst();
    }

    /** All symbols that stand in costs and texts, as Scryfall's objects; empty when Scryfall was never asked. */
    public List<byte[]> symbols() {
        return rows.read(connection -> {
            List<byte[]> symbols = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(OF_KIND)) {
                select.setString(1, "symbol");
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        symbols.add(row.getBytes(2));
                    }
                }
            }
            return symbols;
        });
    }

    /** The rulings on an oracle card, as a JSON array of Scryfall's objects; an empty array when there are none. */
    public byte[] rulings(UUID oracle) {
        requireNonNull(oracle, "oracle is null");
        return rows.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(ONE)) {
                select.setString(1, "rulings");
                select.setString(2, oracle.toString());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? row.getBytes(1) : NONE;
                }
            }
        });
    }

    private static String released(byte[] json) {
        try {
            return MAPPER.readTree(json).path("released_at").asText("");
        } catch (IOException e) {
            throw new IllegalStateException("A set was checked to be JSON when it was stored", e);
        }
    }

    private static List<SetJson> ofCards(Connection connection) throws SQLException {
        List<SetJson> sets = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(OF_CARDS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Date released = row.getDate(4);
                ObjectNode set = MAPPER.createObjectNode()
                        .put("object", "set")
                        .put("code", row.getString(1))
                        .put("name", row.getString(2));
                if (row.getString(3) != null) {
                    set.put("set_type", row.getString(3));
                }
                set.put("released_at", released.toString()).put("card_count", row.getInt(5));
                sets.add(new SetJson(
                        row.getString(1), released.toString(), set.toString().getBytes(StandardCharsets.UTF_8)));
            }
        }
        return sets;
    }
}
