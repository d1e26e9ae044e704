package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.mtgtracker.catalog.boundary.CardMerged;
import org.mtgtracker.persistence.entity.UuidBytes;

/**
 * Follows Scryfall's list of ids that moved: a card that vanished under one id and goes on under another keeps its
 * prices, collections and listings. Each move is made once, as soon as the old card is retired and the new one is there.
 * An id may have moved several times, over ids that this catalogue never had, and back: a card goes to the first one on
 * its way that is there.
 */
final class IdMigrations {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String LIST =
            "SELECT json FROM reference_object WHERE kind = '" + ReferenceKind.MIGRATION.key() + "' ORDER BY id";
    private static final String CARD = "SELECT id, retired, merged_into FROM card WHERE scryfall_id = ?";
    private static final String MOVE = "UPDATE card SET merged_into = ?, version = ? WHERE id = ?";

    private final KnownCards known;

    /** @param known every card of the catalogue, so that the database is asked only of ids that it has */
    IdMigrations(KnownCards known) {
        this.known = requireNonNull(known, "known is null");
    }

    private record Move(String at, UUID from, UUID into) {}

    private record Standing(int number, boolean retired, boolean moved) {}

    /**
     * Makes the moves that are due.
     *
     * @param version of the catalogue that is being brought in
     * @param events takes a {@link CardMerged} for each
     * @return how many there were
     */
    int follow(Connection connection, long version, Consumer<Object> events) throws SQLException {
        int made = 0;
        Map<UUID, UUID> moves = moves(connection);
        for (UUID from : moves.keySet()) {
            Optional<Standing> old = standing(connection, from);
            if (old.isPresent() && old.get().retired() && !old.get().moved()) {
                Optional<Standing> there = there(connection, from, moves);
                if (there.isPresent()) {
                    move(connection, old.get().number(), there.get().number(), version);
                    events.accept(new CardMerged(
                            connection, old.get().number(), there.get().number()));
                    made++;
                }
            }
        }
        return made;
    }

    /** The first card on the way of an id that is there. */
    private Optional<Standing> there(Connection connection, UUID from, Map<UUID, UUID> moves) throws SQLException {
        Set<UUID> met = new HashSet<>(Set.of(from));
        for (UUID at = moves.get(from); at != null && met.add(at); at = moves.get(at)) {
            Optional<Standing> card = standing(connection, at).filter(found -> !found.retired());
            if (card.isPresent()) {
                return card;
            }
        }
        return Optional.empty();
    }

    /** Where each id has moved; where one has moved twice, the later move holds, of one day that of the higher id. */
    private static Map<UUID, UUID> moves(Connection connection) throws SQLException {
        List<Move> moves = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(LIST);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                JsonNode migration = MAPPER.readTree(row.getBytes(1));
                if (migration.path("migration_strategy").asText().equals("merge")) {
                    moves.add(new Move(
                            migration.path("performed_at").asText(""),
                            UUID.fromString(migration.path("old_scryfall_id").asText()),
                            UUID.fromString(migration.path("new_scryfall_id").asText())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The list of migrations was checked when it was stored", e);
        }
        moves.sort(Comparator.comparing(Move::at));
        Map<UUID, UUID> into = new HashMap<>();
        moves.forEach(move -> into.put(move.from(), move.into()));
        return into;
    }

    private Optional<Standing> standing(Connection connection, UUID id) throws SQLException {
        if (known.number(id) == 0) {
            return Optional.empty();
        }
        try (PreparedStatement select = connection.prepareStatement(CARD)) {
            select.setBytes(1, UuidBytes.bytes(id));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Standing(row.getInt(1), row.getBoolean(2), row.getObject(3) != null))
                        : Optional.empty();
            }
        }
    }

    private static void move(Connection connection, int from, int into, long version) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(MOVE)) {
            update.setInt(1, into);
            update.setLong(2, version);
            update.setInt(3, from);
            update.executeUpdate();
        }
    }
}
