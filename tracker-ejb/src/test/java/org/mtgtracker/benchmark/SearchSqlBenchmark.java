package org.mtgtracker.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.catalog.control.ImportingTracker;
import org.mtgtracker.search.boundary.SearchOptions;
import org.mtgtracker.search.control.IndexRows;
import org.mtgtracker.search.control.SearchFolder;
import org.mtgtracker.search.control.SearchedCatalogue;

/**
 * Measures searches beside the SQL of the system before this one, written anew from its description: {@code LIKE '%…%'}
 * on a table of cards, the newest printing of each, counted and cut to a page. Both on the same cards in the same
 * MariaDB in one run, from which the index is built too. How to start it is in docs/performance-search.md.
 */
public final class SearchSqlBenchmark {
    private static final int SQL_ROUNDS = 5;
    private static final int ENGINE_ROUNDS = 501;
    private static final double MICROS = 1e3;

    private static final String TABLE = """
            CREATE TABLE cards (
                id CHAR(36) NOT NULL PRIMARY KEY, oracle_id CHAR(36), name VARCHAR(255) NOT NULL, released_at DATE,
                mana_cost VARCHAR(100), cmc DECIMAL(10, 2), type_line VARCHAR(255), oracle_text TEXT, power VARCHAR(10),
                toughness VARCHAR(10), colors JSON, color_identity JSON, rarity VARCHAR(20), artist VARCHAR(255),
                set_code VARCHAR(10), set_name VARCHAR(255), legalities JSON,
                KEY (name), KEY (oracle_id), KEY (set_code), KEY (cmc), KEY (rarity), KEY (type_line))
            DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci
            """;

    private static final String INSERT = """
            INSERT INTO cards (id, oracle_id, name, released_at, mana_cost, cmc, type_line, oracle_text, power, toughness,
                colors, color_identity, rarity, artist, set_code, set_name, legalities)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String PAGE = """
            SELECT * FROM (
                SELECT c.*, ROW_NUMBER() OVER (PARTITION BY oracle_id ORDER BY released_at DESC, id) AS place
                FROM cards c
                WHERE %s) newest
            WHERE place = 1
            ORDER BY name
            LIMIT 100
            """;

    private static final String COUNT = "SELECT COUNT(DISTINCT oracle_id) FROM cards c WHERE %s";

    /** The same question in both languages. */
    private record Question(String query, String where) {}

    private static final List<Question> QUESTIONS = List.of(
            new Question("bolt", "name LIKE '%bolt%'"),
            new Question("o:\"draw a card\"", "oracle_text LIKE '%draw a card%'"),
            new Question("t:goblin", "type_line LIKE '%goblin%'"),
            new Question("t:creature cmc>=7", "type_line LIKE '%creature%' AND cmc >= 7"),
            new Question(
                    "f:modern r:mythic",
                    "JSON_VALUE(legalities, '$.modern') IN ('legal', 'restricted') AND rarity = 'mythic'"),
            new Question("a:guay", "artist LIKE '%guay%'"),
            new Question("e:m10", "set_code = 'm10'"),
            new Question("-t:land", "type_line NOT LIKE '%land%'"));

    private SearchSqlBenchmark() {}

    /** @param arguments {@code real}, or how many synthetic cards */
    public static void main(String[] arguments) throws Exception {
        List<byte[]> objects = SearchCatalogue.objects(arguments[0]);
        Path folder = Files.createTempDirectory("search-sql-benchmark");
        Path file = folder.resolve("cards.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file), 1 << 16)) {
            for (byte[] object : objects) {
                out.write(object);
                out.write('\n');
            }
        }
        DataSource source = DatabaseUnderTest.MARIADB.schema("search_sql_benchmark");
        ImportingTracker tracker = new ImportingTracker(source);
        tracker.reset();
        tracker.importFrom(file.toString());
        fill(source, objects);
        objects.clear();
        IndexRows rows = new IndexRows(tracker.rows(), new SearchFolder(folder));
        SearchedCatalogue catalogue = null;
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            catalogue = rows.build();
            System.out.printf(
                    Locale.ROOT,
                    "index of %,d printings built from the database in %.2f s%n",
                    catalogue.index().printings(),
                    (System.nanoTime() - start) / 1e9);
        }
        for (Question question : QUESTIONS) {
            compare(question, source, catalogue);
        }
        System.exit(0);
    }

    private static void compare(Question question, DataSource source, SearchedCatalogue catalogue) throws SQLException {
        int total = 0;
        long[] engine = new long[ENGINE_ROUNDS];
        for (int round = 0; round < 2 * ENGINE_ROUNDS; round++) {
            long start = System.nanoTime();
            total = catalogue
                    .searcher()
                    .find(SearchOptions.of(question.query()))
                    .total();
            engine[round % ENGINE_ROUNDS] = System.nanoTime() - start;
        }
        long[] sql = new long[SQL_ROUNDS];
        int counted = 0;
        try (Connection connection = source.getConnection();
                PreparedStatement page = connection.prepareStatement(PAGE.formatted(question.where()));
                PreparedStatement count = connection.prepareStatement(COUNT.formatted(question.where()))) {
            for (int round = 0; round < SQL_ROUNDS; round++) {
                long start = System.nanoTime();
                counted = first(count);
                first(page);
                sql[round] = System.nanoTime() - start;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%-20s engine %8.0f µs (%d)   SQL %10.0f µs (%d)   %,.0f times as fast%n",
                question.query(),
                median(engine) / MICROS,
                total,
                median(sql) / MICROS,
                counted,
                (double) median(sql) / median(engine));
    }

    /** Reads all rows, and answers the first one's number where it is one. */
    private static int first(PreparedStatement select) throws SQLException {
        int number = 0;
        try (ResultSet rows = select.executeQuery()) {
            boolean one = rows.getMetaData().getColumnCount() == 1;
            while (rows.next()) {
                number = one ? rows.getInt(1) : number + rows.getString("name").length();
            }
        }
        return number;
    }

    private static long median(long[] times) {
        return Arrays.stream(times).sorted().toArray()[times.length / 2];
    }

    private static void fill(DataSource source, List<byte[]> objects) throws SQLException, IOException {
        ObjectMapper json = new ObjectMapper();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS cards");
            statement.execute(TABLE);
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                int waiting = 0;
                for (byte[] object : objects) {
                    JsonNode card = json.readTree(object);
                    JsonNode face =
                            card.has("card_faces") ? card.path("card_faces").path(0) : card;
                    int at = 0;
                    for (String value : new String[] {
                        card.path("id").asText(),
                        card.path("oracle_id").asText(),
                        card.path("name").asText(),
                        card.path("released_at").asText(),
                        face.path("mana_cost").asText(),
                        card.path("cmc").asText("0"),
                        card.path("type_line").asText(),
                        face.path("oracle_text").asText(),
                        face.path("power").asText(),
                        face.path("toughness").asText(),
                        card.path("colors").isMissingNode()
                                ? "[]"
                                : card.path("colors").toString(),
                        card.path("color_identity").toString(),
                        card.path("rarity").asText(),
                        card.path("artist").asText(),
                        card.path("set").asText(),
                        card.path("set_name").asText(),
                        card.path("legalities").toString()
                    }) {
                        insert.setString(++at, value);
                    }
                    insert.addBatch();
                    if (++waiting % 1000 == 0) {
                        insert.executeBatch();
                        connection.commit();
                    }
                }
                insert.executeBatch();
                connection.commit();
            }
            statement.execute("ANALYZE TABLE cards");
        }
    }
}
