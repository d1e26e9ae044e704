package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.mtgtracker.persistence.entity.UuidBytes;

/**
 * What a run that was killed has staged. The next run takes it up: of a card that is still the same nothing has to be
 * written again.
 */
final class Leftovers {
    private static final String SELECT =
            "SELECT scryfall_id, card, object_id, replaces_object, content_hash FROM import_card";

    private final Map<UUID, Staged> staged = new HashMap<>();

    /**
     * @param card the number of the card
     * @param object the number of its new object
     * @param isNew whether the catalogue does not have the card yet
     */
    record Staged(int card, int object, boolean isNew, ContentHash hash) {
        Staged {
            requireNonNull(hash, "hash is null");
        }
    }

    static Leftovers in(Connection connection) throws SQLException {
        Leftovers leftovers = new Leftovers();
        try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            // row by row: Connector/J otherwise holds the whole result in memory first
            select.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    row.getInt(4);
                    boolean isNew = row.wasNull();
                    leftovers.staged.put(
                            UuidBytes.uuid(row.getBytes(1)),
                            new Staged(row.getInt(2), row.getInt(3), isNew, ContentHash.of(row.getBytes(5))));
                }
            }
        }
        return leftovers;
    }

    int size() {
        return staged.size();
    }

    /** Makes the new cards among them known, so that they get the same numbers again. */
    void tell(KnownCards known) {
        staged.forEach((id, card) -> {
            if (card.isNew()) {
                known.promise(id, card.card());
            }
        });
    }

    /** What was staged of a card, which is not left over any more then; null when nothing was. */
    Staged take(UUID id) {
        return staged.remove(id);
    }

    /** What has not been taken. */
    Collection<Staged> rest() {
        return staged.values();
    }
}
