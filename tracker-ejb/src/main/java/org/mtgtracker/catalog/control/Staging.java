package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.mtgtracker.persistence.boundary.BulkInsert;

/**
 * Where a run lays down what will change, in committed batches: the Scryfall objects already at their last place, where
 * nobody sees them until a card points at them, and the columns in a table of their own. So all the bulk is written once
 * and ahead, and the transaction that changes the catalogue moves little. Two batches are written in other threads while
 * the next one is read; there are never more than the three.
 */
final class Staging {
    private static final int BATCH_ROWS = 2000;
    private static final int BATCH_BYTES = 4 << 20;

    /** One is written to its file while the server takes the other. */
    private static final int WRITERS = 2;

    private static final int SWEEP = 2000;

    private static final BulkInsert OBJECTS = new BulkInsert("card_object", List.of("id", "json"));

    private static final BulkInsert CARDS = new BulkInsert(
            "import_card",
            List.of(
                    "card",
                    "scryfall_id",
                    "oracle_id",
                    "object_id",
                    "replaces_object",
                    "content_hash",
                    "name",
                    "lang",
                    "layout",
                    "rarity",
                    "mana_value",
                    "type_line",
                    "set_code",
                    "collector_number",
                    "released_at",
                    "digital"));

    private static final String RETIRED = "INSERT INTO import_retired (card) VALUES (?)";

    private static final String OBSOLETE = "INSERT IGNORE INTO card_object_obsolete (id) VALUES (?)";

    private static final String FORGET = "DELETE FROM import_card WHERE card = ?";

    private final LeasedRows rows;
    private final ImportRuns runs;
    private final Counts counts;
    private final Executor threads;
    private Batch batch = new Batch();
    private final Deque<CompletableFuture<Void>> writing = new ArrayDeque<>();
    private final AtomicLong recorded = new AtomicLong();
    private int lastObject;

    private record Card(KnownCards.Met met, int object, ContentHash hash, CardColumns columns, byte[] json) {}

    private static final class Batch {
        private final List<Card> cards = new ArrayList<>();
        private final List<Leftovers.Staged> discarded = new ArrayList<>();
        private int bytes;

        boolean isEmpty() {
            return cards.isEmpty() && discarded.isEmpty();
        }

        boolean isFull() {
            return cards.size() >= BATCH_ROWS || discarded.size() >= BATCH_ROWS || bytes >= BATCH_BYTES;
        }
    }

    /**
     * @param lastObject the highest number that an object has
     * @param threads in which batches are written
     */
    Staging(LeasedRows rows, ImportRuns runs, Counts counts, int lastObject, Executor threads) {
        this.rows = requireNonNull(rows, "rows is null");
        this.runs = requireNonNull(runs, "runs is null");
        this.counts = requireNonNull(counts, "counts is null");
        this.lastObject = lastObject;
        this.threads = requireNonNull(threads, "threads is null");
    }

    void add(KnownCards.Met met, ContentHash hash, CardColumns columns, byte[] json) {
        lastObject++;
        batch.cards.add(new Card(met, lastObject, hash, columns, json));
        batch.bytes += json.length;
        passOnWhenFull();
    }

    /** What an earlier run has staged of a card does not hold any more. */
    void discard(Leftovers.Staged leftover) {
        batch.discarded.add(leftover);
        passOnWhenFull();
    }

    /** Whether a batch is being written, and with it how far the run is. */
    boolean isWriting() {
        return writing.stream().anyMatch(one -> !one.isDone());
    }

    /** Comes back when all is written. */
    void finish() {
        passOn();
        awaitAllBut(0);
    }

    /** Comes back when nothing is being written any more, whatever became of it. */
    void settle() {
        writing.forEach(one -> one.handle((done, failure) -> failure).join());
    }

    private void passOnWhenFull() {
        if (batch.isFull()) {
            passOn();
        }
    }

    private void passOn() {
        if (batch.isEmpty()) {
            return;
        }
        Batch full = batch;
        Counts soFar = counts.copy();
        batch = new Batch();
        // what takes an old row away goes before what may put a new one in its place
        awaitAllBut(full.discarded.isEmpty() ? WRITERS - 1 : 0);
        writing.add(CompletableFuture.runAsync(() -> write(full, soFar), threads));
        if (!full.discarded.isEmpty()) {
            awaitAllBut(0);
        }
    }

    private void awaitAllBut(int some) {
        while (writing.size() > some) {
            Finished.of(writing.element());
            writing.remove();
        }
    }

    private void write(Batch full, Counts soFar) {
        rows.write(connection -> {
            each(
                    connection,
                    FORGET,
                    full.discarded.stream().map(Leftovers.Staged::card).toList());
            each(
                    connection,
                    OBSOLETE,
                    full.discarded.stream().map(Leftovers.Staged::object).toList());
            OBJECTS.insert(connection, full.cards, Staging::writeObject);
            CARDS.insert(connection, full.cards, Staging::writeCard);
            if (recorded.accumulateAndGet(soFar.read, Math::max) == soFar.read) {
                runs.progress(connection, rows.run(), soFar);
            }
            return full.cards.size();
        });
    }

    /** Stages the cards that vanished, in place of what an earlier run has staged of that. */
    void retire(List<Integer> cards) {
        rows.write(connection -> execute(connection, "DELETE FROM import_retired"));
        for (int from = 0; from < cards.size(); from += BATCH_ROWS) {
            List<Integer> some = cards.subList(from, Math.min(from + BATCH_ROWS, cards.size()));
            rows.write(connection -> {
                runs.progress(connection, rows.run(), counts);
                return each(connection, RETIRED, some);
            });
        }
    }

    /** Empties the staging tables and gives the objects up that nobody will point at. */
    static void drop(Connection connection) throws SQLException {
        execute(connection, "INSERT IGNORE INTO card_object_obsolete (id) SELECT object_id FROM import_card");
        empty(connection);
    }

    /** Empties the staging tables after their content was brought in. */
    static void empty(Connection connection) throws SQLException {
        execute(connection, "DELETE FROM import_card");
        execute(connection, "DELETE FROM import_retired");
    }

    /** Deletes the objects that nobody points at, in transactions so small that replicas and readers do not feel them. */
    static void sweep(LeasedRows rows) {
        while (rows.write(Staging::sweepSome) > 0) {
            // until none is left
        }
    }

    private static int sweepSome(Connection connection) throws SQLException {
        int last = Numbers.query(
                connection,
                "SELECT COALESCE(MAX(id), 0) FROM (SELECT id FROM card_object_obsolete ORDER BY id LIMIT " + SWEEP
                        + ") some");
        execute(
                connection,
                "DELETE o FROM card_object o JOIN card_object_obsolete x ON x.id = o.id WHERE x.id <= " + last);
        return execute(connection, "DELETE FROM card_object_obsolete WHERE id <= " + last);
    }

    private static int each(Connection connection, String sql, List<Integer> numbers) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int number : numbers) {
                statement.setInt(1, number);
                statement.addBatch();
            }
            return statement.executeBatch().length;
        }
    }

    private static void writeObject(Card card, BulkInsert.Values values) throws SQLException {
        values.number(card.object);
        values.bytes(card.json);
    }

    private static void writeCard(Card card, BulkInsert.Values values) throws SQLException {
        CardColumns columns = card.columns;
        values.number(card.met.card());
        values.uuid(columns.id());
        values.uuid(columns.oracleId());
        values.number(card.object);
        values.number(card.met.replacedObject() == 0 ? null : Integer.valueOf(card.met.replacedObject()));
        values.bytes(card.hash.bytes());
        values.text(columns.name());
        values.text(columns.lang());
        values.text(columns.layout());
        values.text(columns.rarity());
        values.number(columns.manaValue());
        values.text(columns.typeLine());
        values.text(columns.setCode());
        values.text(columns.collectorNumber());
        values.day(columns.releasedAt());
        values.truth(columns.digital());
    }

    private static int execute(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            return statement.executeUpdate();
        }
    }
}
