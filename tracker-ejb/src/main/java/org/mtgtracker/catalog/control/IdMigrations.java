package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.mtgtracker.catalog.boundary.CardMerged;
import org.mtgtracker.persistence.entity.UuidBytes;

/**
 * Follows Scryfall's list of ids that moved: a card that vanished under one id and goes on under another keeps its
 * prices, collections and listings. Each move is made once, as soon as the old card is retired and the new one is there.
 */
final class IdMigrations {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String LIST =
            "SELECT json FROM reference_object WHERE kind = '" + ReferenceKind.MIGRATION.key() + "'";

    private static final String PAIR = """
            SELECT o.id, n.id
            FROM card o JOIN card n ON n.scryfall_id = ?
            WHERE o.scryfall_id = ? AND o.retired = TRUE AND o.merged_into IS NULL AND o.id <> n.id
            """;

    private static final String MOVE = "UPDATE card SET merged_into = ?, version = ? WHERE id = ?";

    private final KnownCards known;

    /** @param known every card of the catalogue, so that the database is asked only of ids that it has */
    IdMigrations(KnownCards known) {
        this.known = requireNonNull(known, "known is null");
    }

    private record Move(String at, UUID from, UUID into) {}

    private record Pair(int from, int into) {}

    /**
     * Makes the moves that are due.
     *
     * @param version of the catalogue that is being brought in
     * @param events takes a {@link CardMerged} for each
     * @return how many there were
     */
    int follow(Connection connection, long version, Consumer<Object> events) throws SQLException {
        int moved = 0;
        for (Move move : moves(connection)) {
            Optional<Pair> due = due(connection, move);
            if (due.isPresent()) {
                try (PreparedStatement update = connection.prepareStatement(MOVE)) {
                    update.setInt(1, due.get().into());
                    update.setLong(2, version);
                    update.setInt(3, due.get().from());
                    update.executeUpdate();
                }
                events.accept(
                        new CardMerged(connection, due.get().from(), due.get().into()));
                moved++;
            }
        }
        return moved;
    }

    /** Those between two known cards, the oldest first: an id may have moved twice. */
    private List<Move> moves(Connection connection) throws SQLException {
        List<Move> moves = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(LIST);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                JsonNode migration = MAPPER.readTree(row.getBytes(1));
                if (migration.path("migration_strategy").asText().equals("merge")) {
                    Move move = new Move(
                            migration.path("performed_at").asText(""),
                            UUID.fromString(migration.path("old_scryfall_id").asText()),
                            UUID.fromString(migration.path("new_scryfall_id").asText()));
                    if (known.number(move.from()) > 0 && known.number(move.into()) > 0) {
                        moves.add(move);
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The list of migrations was checked when it was stored", e);
        }
        moves.sort(Comparator.comparing(Move::at));
        return moves;
    }

    private static Optional<Pair> due(Connection connection, Move move) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(PAIR)) {
            select.setBytes(1, UuidBytes.bytes(move.into()));
            select.setBytes(2, UuidBytes.bytes(move.from()));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new Pair(row.getInt(1), row.getInt(2))) : Optional.empty();
            }
        }
    }
}
