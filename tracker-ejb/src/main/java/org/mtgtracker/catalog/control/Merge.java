package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.logging.Logger;
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.catalog.boundary.ImportRun.Outcome;
import org.mtgtracker.catalog.boundary.PricesRead;

/**
 * The one transaction that brings a run's cards in: who reads before its commit sees the catalogue as it was, who reads
 * after it as it is, and nobody a mixture. An import that found nothing new only notes where it came from.
 */
final class Merge {
    private static final Logger LOG = Logger.getLogger(Merge.class.getName());
    private static final long MILLI = 1_000_000;

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
                c.version = ?, c.retired = FALSE, c.merged_into = NULL, c.name = i.name, c.lang = i.lang, c.layout = i.layout,
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

    private static final String LIST_BROUGHT = """
            INSERT INTO import_change (run, card, kind)
            SELECT ?, i.card, CASE WHEN c.id IS NULL OR c.retired THEN 'added' ELSE 'changed' END
            FROM import_card i LEFT JOIN card c ON c.id = i.card
            """;

    private static final String LIST_RETIRED =
            "INSERT INTO import_change (run, card, kind) SELECT ?, card, 'removed' FROM import_retired";

    private static final String HEAD = """
            UPDATE catalogue
            SET version = ?, cards = (SELECT COALESCE(SUM(cards), 0) FROM card_set),
                sets = (SELECT COUNT(*) FROM card_set WHERE cards > 0), source = ?, fingerprint = ?,
                imported_at = UTC_TIMESTAMP(3)
            WHERE id = 1
            """;

    private final ImportRuns runs;
    private final Counts counts;
    private final SeenSets sets;
    private final IdMigrations migrations;
    private final Consumer<Object> events;

    /** @param events takes {@link PricesRead} and {@link org.mtgtracker.catalog.boundary.CardMerged} */
    Merge(ImportRuns runs, Counts counts, SeenSets sets, IdMigrations migrations, Consumer<Object> events) {
        this.runs = requireNonNull(runs, "runs is null");
        this.counts = requireNonNull(counts, "counts is null");
        this.sets = requireNonNull(sets, "sets is null");
        this.migrations = requireNonNull(migrations, "migrations is null");
        this.events = requireNonNull(events, "events is null");
    }

    /**
     * Where the cards come from, and what else was read of them.
     *
     * @param priceDay null when the prices are of no known day
     */
    record Content(String source, String fingerprint, LocalDate priceDay, CardPrices prices, Problems problems) {}

    /** Brings the staged cards in and ends the run; says which version the catalogue has then. */
    long bringIn(Connection connection, long run, Content content, String message) throws SQLException {
        long version = Numbers.queryLong(connection, VERSION);
        boolean changed = sets.write(connection);
        if (counts.added + counts.changed + counts.removed > 0) {
            changed = true;
            execute(connection, LIST_BROUGHT, run);
            execute(connection, LIST_RETIRED, run);
            execute(connection, ADD, version + 1);
            execute(connection, CHANGE, version + 1);
            execute(connection, RETIRE, version + 1);
            execute(connection, GIVE_UP);
            Staging.empty(connection);
        }
        changed |= migrations.follow(connection, version + 1, events) > 0;
        if (changed) {
            SeenSets.count(connection);
            version++;
        }
        if (content.priceDay() != null && content.prices().size() > 0) {
            events.accept(new PricesRead(connection, content.priceDay(), content.prices()));
            counts.prices = content.prices().size();
        }
        execute(connection, HEAD, version, content.source(), Present.stored(content.fingerprint()));
        runs.progress(connection, run, counts);
        runs.problems(connection, run, content.problems().kept());
        runs.end(connection, run, Outcome.SUCCEEDED, message);
        return version;
    }

    private static void execute(Connection connection, String sql, Object... parameters) throws SQLException {
        long start = System.nanoTime();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            int rows = statement.executeUpdate();
            LOG.fine(() -> String.format(
                    Locale.ROOT,
                    "Merge: %,d rows in %d ms by %s",
                    rows,
                    (System.nanoTime() - start) / MILLI,
                    sql.strip().lines().findFirst().orElse("")));
        }
    }
}
