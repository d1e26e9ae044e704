package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Brings one reference list in. It is fetched whole before its transaction begins, pages into memory and bulk files into
 * a temporary file, since a transaction must not wait for the network.
 */
final class ReferenceImport {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A tag names all the cards that have it, each in some hundred bytes. */
    private static final int LONGEST_OBJECT = 1 << 23;

    /** Of a file as it comes; far more than Scryfall's have. */
    private static final long LARGEST_FILE = 1L << 30;

    /** Of rulings, which are in memory together to be put in groups; far more than Scryfall has. */
    private static final long MOST_RULINGS = 1L << 27;

    private static final int BUFFER = 1 << 16;
    private static final double ALLOWED_BROKEN = 0.01;

    private final Scryfall scryfall;
    private final LeasedRows rows;
    private final ReferenceKind kind;

    ReferenceImport(Scryfall scryfall, LeasedRows rows, ReferenceKind kind) {
        this.scryfall = requireNonNull(scryfall, "scryfall is null");
        this.rows = requireNonNull(rows, "rows is null");
        this.kind = requireNonNull(kind, "kind is null");
    }

    /**
     * How it went.
     *
     * @param items in the list
     * @param changed those that came, changed or went
     * @param broken those that were left out
     */
    record Outcome(ReferenceKind kind, int items, int changed, int broken) {
        String sentence() {
            return String.format(
                    Locale.ROOT,
                    "%,d %s, %,d of them changed%s",
                    items,
                    kind.place(),
                    changed,
                    broken == 0 ? "" : String.format(Locale.ROOT, ", %,d broken ones left out", broken));
        }
    }

    /**
     * Fetches the list and stores what changed.
     *
     * @throws IOException when it cannot be had
     * @throws BrokenCatalogue when it is no such list, or more than one in a hundred objects is broken
     */
    Outcome run(Instant now) throws IOException {
        return kind.origin() == ReferenceKind.Origin.LIST ? ofPages(now) : ofFile(now);
    }

    private Outcome ofPages(Instant now) throws IOException {
        Map<String, byte[]> objects = new LinkedHashMap<>();
        Broken broken = new Broken();
        scryfall.list(kind.place(), json -> {
            try {
                objects.put(kind.idOf(json), bytes(json));
            } catch (BrokenCard e) {
                broken.add(e.getMessage());
            }
        });
        broken.refuseTooMany(objects.size());
        return rows.write(connection -> stored(connection, objects, "", broken, now));
    }

    private Outcome ofFile(Instant now) throws IOException {
        String known = rows.read(connection -> ReferenceTable.fingerprint(connection, kind));
        Optional<Source.Opened> answer = scryfall.bulk(kind.place(), known);
        if (answer.isEmpty()) {
            return rows.write(
                    connection -> new Outcome(kind, new ReferenceTable(connection, kind).unchanged(now), 0, 0));
        }
        Path file = Files.createTempFile("tracker-" + kind.place(), ".tmp");
        try (Source.Opened opened = answer.get()) {
            copy(opened.stream(), file);
            if (kind == ReferenceKind.RULINGS) {
                Broken broken = new Broken();
                Map<String, byte[]> grouped = grouped(file, broken);
                return rows.write(connection -> stored(connection, grouped, opened.fingerprint(), broken, now));
            }
            return rows.write(connection -> storedFrom(file, connection, opened.fingerprint(), now));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void copy(InputStream from, Path file) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = LARGEST_FILE;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw new IOException("the file has more than " + LARGEST_FILE + " bytes");
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private Outcome stored(
            Connection connection, Map<String, byte[]> objects, String fingerprint, Broken broken, Instant now)
            throws SQLException {
        ReferenceTable table = new ReferenceTable(connection, kind);
        for (Map.Entry<String, byte[]> object : objects.entrySet()) {
            table.put(object.getKey(), object.getValue());
        }
        return new Outcome(kind, table.size(), table.end(fingerprint, now), broken.count);
    }

    private Outcome storedFrom(Path file, Connection connection, String fingerprint, Instant now) throws SQLException {
        ReferenceTable table = new ReferenceTable(connection, kind);
        Broken broken = new Broken();
        try {
            each(file, broken, (id, json, bytes) -> {
                if (!table.put(id, bytes)) {
                    broken.add("one called " + id + " came before");
                }
            });
        } catch (IOException e) {
            throw new IllegalStateException("The temporary file " + file + " cannot be read", e);
        }
        broken.refuseTooMany(table.size());
        return new Outcome(kind, table.size(), table.end(fingerprint, now), broken.count);
    }

    /** All of one id as one array, in the order of the file. */
    private Map<String, byte[]> grouped(Path file, Broken broken) throws IOException {
        Map<String, ArrayNode> groups = new LinkedHashMap<>();
        AtomicLong left = new AtomicLong(MOST_RULINGS);
        try {
            each(file, broken, (id, json, bytes) -> {
                if (left.addAndGet(-bytes.length) < 0) {
                    throw BrokenCatalogue.list(kind.place(), "there are more than " + MOST_RULINGS + " bytes of them");
                }
                groups.computeIfAbsent(id, any -> MAPPER.createArrayNode()).add(json);
            });
        } catch (SQLException e) {
            throw new IllegalStateException("Nothing is asked of the database here", e);
        }
        broken.refuseTooMany(groups.size());
        Map<String, byte[]> grouped = new LinkedHashMap<>();
        groups.forEach((id, rulings) -> grouped.put(id, bytes(rulings)));
        return grouped;
    }

    @FunctionalInterface
    private interface Taker {
        void take(String id, JsonNode json, byte[] bytes) throws SQLException;
    }

    private void each(Path file, Broken broken, Taker taker) throws IOException, SQLException {
        String source = "Scryfall's file of " + kind.place();
        try (InputStream in = Files.newInputStream(file);
                JsonObjects objects = JsonObjects.in(in, source, LONGEST_OBJECT)) {
            while (true) {
                try {
                    if (!objects.next()) {
                        return;
                    }
                    JsonObject object = objects.object();
                    JsonNode json = MAPPER.readTree(object.bytes());
                    String id = kind.idOf(json);
                    object.compact();
                    taker.take(id, json, object.bytes());
                } catch (BrokenObject | BrokenCard | JsonProcessingException e) {
                    broken.add(e.getMessage());
                }
            }
        }
    }

    private static byte[] bytes(JsonNode json) {
        try {
            return MAPPER.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new IllegalStateException("A tree can always be written", e);
        }
    }

    /** Counts broken objects, and remembers the first. */
    private final class Broken {
        private int count;
        private String first;

        void add(String reason) {
            count++;
            first = first == null ? reason : first;
        }

        void refuseTooMany(int taken) {
            if (count > ALLOWED_BROKEN * (count + taken) || taken == 0) {
                throw BrokenCatalogue.list(
                        kind.place(),
                        count == 0
                                ? "Scryfall's list is empty"
                                : count + " of " + (count + taken) + " objects are broken. The first: " + first);
            }
        }
    }
}
