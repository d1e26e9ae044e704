package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Brings one reference list to what Scryfall has, within one transaction: objects are compared by their hash, and only
 * what changed is written. A list that changed gives the catalogue a new version, since what is built from it holds no
 * more.
 */
final class ReferenceTable {
    private static final int BATCH = 500;
    private static final int BATCH_BYTES = 4 << 20;

    private static final String STORED = "SELECT id, content_hash FROM reference_object WHERE kind = ?";

    private static final String PUT = """
            INSERT INTO reference_object (kind, id, content_hash, json) VALUES (?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE content_hash = VALUES(content_hash), json = VALUES(json)
            """;

    private static final String DELETE = "DELETE FROM reference_object WHERE kind = ? AND id = ?";

    private static final String FINGERPRINT = "SELECT fingerprint FROM reference_list WHERE kind = ?";

    private static final String HEAD = """
            INSERT INTO reference_list (kind, items, fingerprint, changed_at, checked_at) VALUES (?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE items = VALUES(items), fingerprint = VALUES(fingerprint),
                checked_at = VALUES(checked_at)
            """;

    private static final String CHANGED = "UPDATE reference_list SET changed_at = ? WHERE kind = ?";

    private static final String VERSION = "UPDATE catalogue SET version = version + 1 WHERE id = 1 AND version > 0";

    private final Connection connection;
    private final ReferenceKind kind;
    private final ContentHash.Digest digest = new ContentHash.Digest();
    private final Map<String, ContentHash> stored = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<Entry> batch = new ArrayList<>();
    private int batchBytes;
    private int changed;

    private record Entry(String id, ContentHash hash, byte[] json) {}

    /** @param connection of a transaction on the primary */
    ReferenceTable(Connection connection, ReferenceKind kind) throws SQLException {
        this.connection = requireNonNull(connection, "connection is null");
        this.kind = requireNonNull(kind, "kind is null");
        try (PreparedStatement select = connection.prepareStatement(STORED)) {
            select.setString(1, kind.key());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    stored.put(row.getString(1), ContentHash.of(row.getBytes(2)));
                }
            }
        }
    }

    /** The fingerprint of the list that is stored; empty when there is none. */
    static String fingerprint(Connection connection, ReferenceKind kind) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FINGERPRINT)) {
            select.setString(1, kind.key());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getString(1) : "";
            }
        }
    }

    /** Takes an object of the new list; false, and nothing done, when one with its id came before. */
    boolean put(String id, byte[] json) throws SQLException {
        if (!seen.add(id)) {
            return false;
        }
        ContentHash hash = digest.of(json, 0, json.length);
        if (!hash.equals(stored.get(id))) {
            changed++;
            batch.add(new Entry(id, hash, json));
            batchBytes += json.length;
            if (batch.size() >= BATCH || batchBytes >= BATCH_BYTES) {
                flush();
            }
        }
        return true;
    }

    /** Ends the new list; says how many objects came, changed or went. */
    int end(String fingerprint, Instant now) throws SQLException {
        flush();
        for (String id : stored.keySet()) {
            if (!seen.contains(id)) {
                changed++;
                execute(DELETE, kind.key(), id);
            }
        }
        Object at = ImportRuns.utc(now);
        execute(HEAD, kind.key(), seen.size(), fingerprint, at, at);
        if (changed > 0) {
            execute(CHANGED, at, kind.key());
            execute(VERSION);
        }
        return changed;
    }

    /** The list is still the one that is stored; says how many objects it has. */
    int unchanged(Instant now) throws SQLException {
        execute("UPDATE reference_list SET checked_at = ? WHERE kind = ?", ImportRuns.utc(now), kind.key());
        return stored.size();
    }

    /** How many objects the new list has. */
    int size() {
        return seen.size();
    }

    private void flush() throws SQLException {
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            for (Entry entry : batch) {
                put.setString(1, kind.key());
                put.setString(2, entry.id);
                put.setBytes(3, entry.hash.bytes());
                put.setBytes(4, entry.json);
                put.addBatch();
            }
            put.executeBatch();
        }
        batch.clear();
        batchBytes = 0;
    }

    private void execute(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
