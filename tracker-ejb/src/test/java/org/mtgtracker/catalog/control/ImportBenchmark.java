package org.mtgtracker.catalog.control;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mysql.cj.jdbc.MysqlDataSource;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.catalog.boundary.ImportRun;
import org.mtgtracker.search.RealCards;
import org.mtgtracker.search.SyntheticCards;
import org.mtgtracker.search.control.IndexRows;
import org.mtgtracker.search.control.SearchFolder;

/**
 * Measures an import beside the limit, which is LOAD DATA LOCAL INFILE of the same rows into the same tables, and beside
 * the usual way, which is one upsert after the other; all on the same MariaDB in one run. How to start it is in
 * docs/performance.md.
 */
public final class ImportBenchmark {
    private static final int ONE_BY_ONE = 5000;
    private static final int RE_IMPORTS = 3;
    private static final double NANOS = 1e9;
    private static final double MIB = 1024 * 1024;
    private static final String CARD_COLUMNS =
            "id, scryfall_id, oracle_id, object_id, content_hash, version, retired, name, lang, layout, rarity,"
                    + " mana_value, type_line, set_code, collector_number, released_at, digital";

    private final Path file;
    private final Path folder;
    private final DataSource imported = DatabaseUnderTest.MARIADB.schema("import_benchmark");

    private ImportBenchmark(Path file, Path folder) {
        this.file = file;
        this.folder = folder;
    }

    /**
     * Runs all of it.
     *
     * @param arguments a catalogue file; or {@code synthetic N}: N cards of today's size, like the real ones of TRACKER_DATA
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("import-benchmark");
        Path file = arguments[0].equals("synthetic")
                ? synthetic(Integer.parseInt(arguments[1]), folder)
                : Path.of(arguments[0]);
        new ImportBenchmark(file, folder).run();
        System.exit(0);
    }

    private void run() throws Exception {
        ImportingTracker tracker = new ImportingTracker(imported);
        tracker.reset();
        told("download from a server on this machine", seconds(this::download));
        told("reading the file alone: unpack", seconds(this::unpack));
        told("reading the file alone: unpack, cut", seconds(() -> read(false, false)));
        told("reading the file alone: unpack, cut, parse; cold", seconds(() -> read(true, false)));
        told("reading the file alone: unpack, cut, parse, hash", seconds(() -> read(true, true)));
        // what it is held against runs in a JVM that has compiled it
        double parsed = seconds(() -> read(true, false));
        told("reading the file alone: unpack, cut, parse; warm", parsed);
        ImportRun[] run = new ImportRun[1];
        told("first import in this process", seconds(() -> tracker.importFrom(file.toString())));
        tracker.reset();
        double first = seconds(() -> run[0] = tracker.importFrom(file.toString()));
        told("first import of " + run[0].added() + " cards by a process that has imported before", first);
        double again = seconds(() -> run[0] = tracker.importFrom(file.toString()));
        told("the same again, " + run[0].unchanged() + " unchanged", again);
        double few = 0;
        for (int edition = 0; edition < RE_IMPORTS; edition++) {
            Path changed = oneInAHundredChanged(edition);
            few = seconds(() -> run[0] = tracker.importFrom(changed.toString()));
            told("with one in a hundred changed, " + run[0].changed() + " changed", few);
        }
        parsed = Math.min(parsed, seconds(() -> read(true, false)));
        told("reading the file alone once more: unpack, cut, parse", parsed);
        readTrees();
        double trees = seconds(this::readTrees);
        told("reading the file alone: Jackson's trees of it", trees);
        IndexRows index = new IndexRows(tracker.rows(), new SearchFolder(folder.resolve("index")));
        told("search index of it, the first in this process", seconds(index::build));
        told("search index of it, the second", seconds(index::build));
        double limit = loadData();
        told("LOAD DATA LOCAL INFILE of the same rows", limit);
        double peer = oneByOne(run[0].read());
        told("upserts one by one, from " + ONE_BY_ONE + " of the rows", peer);
        System.out.printf(
                Locale.ROOT,
                "first import: %.2f of the speed of LOAD DATA, %.1f times that of upserts one by one;"
                        + " re-import with 1 %% changed: %.2f of the speed of parsing, %.2f of that of Jackson's trees%n",
                limit / first,
                peer / first,
                parsed / few,
                trees / few);
    }

    private void download() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, Files.size(file));
            try (OutputStream out = exchange.getResponseBody()) {
                Files.copy(file, out);
            }
        });
        server.start();
        try {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/cards");
            Web web = new Web();
            try (InputStream in =
                    new Downloads(web::other, Backoff.USUAL).begin(address, "*/*", "").orElseThrow().stream()) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        } finally {
            server.stop(0);
        }
    }

    private void unpack() throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private void read(boolean parse, boolean hash) throws IOException {
        ContentHash.Digest digest = new ContentHash.Digest();
        try (JsonObjects objects = JsonObjects.in(Files.newInputStream(file), "benchmark")) {
            while (objects.next()) {
                byte[] object = objects.object().bytes();
                if (parse) {
                    CardReader.read(object, 0, object.length);
                }
                if (hash) {
                    digest.of(object, 0, object.length);
                }
            }
        }
    }

    /** As a program reads a file of cards that knows nothing of ours. */
    private void readTrees() throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16);
                MappingIterator<JsonNode> cards =
                        new ObjectMapper().readerFor(JsonNode.class).readValues(in)) {
            while (cards.hasNext()) {
                cards.next();
            }
        }
    }

    /** @param edition 0 to 99; in each, other cards have changed */
    private Path oneInAHundredChanged(int edition) throws IOException {
        Path changed = folder.resolve("changed-" + edition + ".jsonl.gz");
        try (JsonObjects objects = JsonObjects.in(Files.newInputStream(file), "benchmark");
                OutputStream out = new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(changed)))) {
            for (int i = 0; objects.next(); i++) {
                JsonObject object = objects.object();
                object.compact();
                String text = new String(object.bytes(), UTF_8);
                String mark = "{\"benchmark\":" + edition + ",";
                out.write((i % 100 == edition ? text.replaceFirst("\\{", mark) : text).getBytes(UTF_8));
                out.write('\n');
            }
        }
        return changed;
    }

    private double loadData() throws Exception {
        Path sets = dump("SELECT code, name, set_type, released_at, cards FROM card_set", "sets", 0);
        Path objects = dump("SELECT id, json FROM card_object", "objects", 2);
        Path cards = dump(
                "SELECT "
                        + CARD_COLUMNS
                                .replace("scryfall_id", "HEX(scryfall_id)")
                                .replace("oracle_id", "HEX(oracle_id)")
                                .replace("content_hash", "HEX(content_hash)")
                        + " FROM card",
                "cards",
                0);
        MysqlDataSource target = (MysqlDataSource) DatabaseUnderTest.MARIADB.schema("load_benchmark");
        target.setAllowLoadLocalInfile(true);
        try (Connection connection = target.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            return seconds(() -> {
                load(statement, sets, "card_set (code, name, set_type, released_at, cards)");
                load(statement, objects, "card_object (id, json)");
                load(
                        statement,
                        cards,
                        "card ("
                                + CARD_COLUMNS
                                        .replace("scryfall_id", "@s")
                                        .replace("oracle_id", "@o")
                                        .replace("content_hash", "@h")
                                + ") SET scryfall_id = UNHEX(@s), oracle_id = UNHEX(@o), content_hash = UNHEX(@h)");
                connection.commit();
            });
        }
    }

    private static void load(Statement statement, Path rows, String into) throws SQLException {
        String target = into.replaceFirst(" \\(", " CHARACTER SET binary (");
        statement.execute("LOAD DATA LOCAL INFILE '" + rows + "' INTO TABLE " + target);
    }

    /** @param binary the column that is copied byte by byte, from 1; 0 for none */
    private Path dump(String sql, String name, int binary) throws Exception {
        Path file = folder.resolve(name + ".tsv");
        try (Connection connection = imported.getConnection();
                PreparedStatement select = connection.prepareStatement(sql);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            select.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = select.executeQuery()) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    for (int i = 1; i <= columns; i++) {
                        byte[] value = i == binary || row.getString(i) == null
                                ? row.getBytes(i)
                                : row.getString(i).getBytes(UTF_8);
                        escaped(value, out);
                        out.write(i < columns ? '\t' : '\n');
                    }
                }
            }
        }
        return file;
    }

    private static void escaped(byte[] value, OutputStream out) throws IOException {
        if (value == null) {
            out.write('\\');
            out.write('N');
            return;
        }
        for (byte b : value) {
            if (b == '\\' || b == '\t' || b == '\n') {
                out.write('\\');
            }
            out.write(b);
        }
    }

    /** The seconds that all rows would take, from those that some take. */
    private double oneByOne(long all) throws Exception {
        DataSource target = DatabaseUnderTest.MARIADB.schema("upsert_benchmark");
        try (Connection from = imported.getConnection();
                Connection into = target.getConnection();
                PreparedStatement select = from.prepareStatement("SELECT o.json, " + qualified() + " FROM card c JOIN"
                        + " card_object o ON o.id = c.object_id ORDER BY c.id LIMIT " + ONE_BY_ONE);
                Statement prepare = into.createStatement();
                PreparedStatement object = into.prepareStatement("INSERT INTO card_object (id, json) VALUES (?, ?) ON"
                        + " DUPLICATE KEY UPDATE json = VALUES(json)");
                PreparedStatement card = into.prepareStatement("INSERT INTO card (" + CARD_COLUMNS + ") VALUES (?"
                        + ", ?".repeat(16) + ") ON DUPLICATE KEY UPDATE name = VALUES(name)");
                ResultSet row = select.executeQuery()) {
            prepare.execute("SET FOREIGN_KEY_CHECKS = 0");
            double seconds = seconds(() -> {
                while (row.next()) {
                    object.setInt(1, row.getInt("object_id"));
                    object.setBytes(2, row.getBytes(1));
                    object.executeUpdate();
                    for (int i = 1; i <= 17; i++) {
                        card.setObject(i, row.getObject(i + 1));
                    }
                    card.executeUpdate();
                }
            });
            return seconds * all / ONE_BY_ONE;
        }
    }

    private static String qualified() {
        return "c." + CARD_COLUMNS.replace(", ", ", c.");
    }

    private static Path synthetic(int count, Path folder) throws IOException {
        Path file = folder.resolve("synthetic-" + count + ".jsonl.gz");
        long bytes = 0;
        List<byte[]> real = RealCards.objects(Path.of(System.getenv("TRACKER_DATA")));
        try (OutputStream out = new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file)))) {
            for (byte[] card : SyntheticCards.like(real, count)) {
                bytes += card.length;
                out.write(card);
                out.write('\n');
            }
        }
        System.out.printf(Locale.ROOT, "synthetic: %d cards, %.0f MiB unpacked%n", count, bytes / MIB);
        return file;
    }

    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private static double seconds(Work work) {
        long start = System.nanoTime();
        try {
            work.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return (System.nanoTime() - start) / NANOS;
    }

    private static void told(String what, double seconds) {
        System.out.printf(Locale.ROOT, "%-60s %8.2f s%n", what, seconds);
    }
}
