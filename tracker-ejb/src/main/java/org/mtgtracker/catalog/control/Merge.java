package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/**
 * The one transaction that brings a run's cards in: who reads before its commit sees the catalogue as it was, who reads
 * after it as it is, and nobody a mixture. An import that found nothing new only notes where it came from.
 */
final class Merge {
    private static final String VERSION = "SELECT version FROM catalogue WHERE id = 1 FOR UPDATE";

    private static final String ADD = """
            INSERT INTO card (id, scryfall_id, oracle_id, object_id, content_hash, version, retired, name, lang, layout,
                rarity, mana_value, type_line, set_code, collector_number, released_at, digital)
            SELECT card, scryfall_id, oracle_id, object_id, content_hash, ?, FALSE, name, lang, layout,
                rarity, mana_value, type_line, set_code, collector_number, released_at, digital
            FROM import_card
            WHERE replaces_object IS NULL
            ORDER BY card
            """;

    private static final String CHANGE = """
            UPDATE import_card i JOIN card c ON c.id = i.card
            SET c.oracle_id = i.oracle_id, c.object_id = i.object_id, c.content_hash = i.content_hash,
                c.version = ?, c.retired = FALSE, c.name = i.name, c.lang = i.lang, c.layout = i.layout,
                c.rarity = i.rarity, c.mana_value = i.mana_value, c.type_line = i.type_line,
                c.set_code = i.set_code, c.collector_number = i.collector_number,
                c.released_at = i.released_at, c.digital = i.digital
            WHERE i.replaces_object IS NOT NULL
            """;

    private static final String RETIRE =
            "UPDATE import_retired i JOIN card c ON c.id = i.card SET c.retired = TRUE, c.version = ?";

    private static final String GIVE_UP = """
            INSERT INTO card_object_obsolete (id)
            SELECT replaces_object FROM import_card WHERE replaces_object IS NOT NULL
            """;

    private static final String HEAD = """
            UPDATE catalogue
            SET version = ?, cards = ?, sets = ?, source = ?, fingerprint = ?, imported_at = ?
            WHERE id = 1
            """;

    private final ImportRuns runs;
    private final long run;
    private final Counts counts;
    private final SeenSets sets;

    Merge(ImportRuns runs, long run, Counts counts, SeenSets sets) {
        this.runs = requireNonNull(runs, "runs is null");
        this.run = run;
        this.counts = requireNonNull(counts, "counts is null");
        this.sets = requireNonNull(sets, "sets is null");
    }

    /** Brings the staged cards in and ends the run; says which version the catalogue has then. */
    long bringIn(Connection connection, String source, String fingerprint) throws SQLException {
        runs.progress(connection, run, counts);
        long version = Numbers.query(connection, VERSION);
        boolean setsChanged = sets.write(connection);
        if (setsChanged || counts.added + counts.changed + counts.removed > 0) {
            version++;
            execute(connection, ADD, version);
            execute(connection, CHANGE, version);
            execute(connection, RETIRE, version);
            execute(connection, GIVE_UP);
            Staging.empty(connection);
        }
        Instant now = runs.now();
        execute(connection, HEAD, version, counts.read, sets.count(), source, fingerprint, ImportRuns.utc(now));
        runs.succeed(connection, run, now);
        return version;
    }

    private static void execute(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
