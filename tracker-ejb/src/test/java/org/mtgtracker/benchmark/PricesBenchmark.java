package org.mtgtracker.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.catalog.boundary.PricesRead;
import org.mtgtracker.jobs.boundary.Permit;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.entity.UuidBytes;
import org.mtgtracker.pricing.boundary.PriceHistory;
import org.mtgtracker.pricing.boundary.PriceType;
import org.mtgtracker.pricing.control.PriceBench;
import org.mtgtracker.trending.boundary.Timeframe;
import org.mtgtracker.trending.control.TrendKeeper;
import org.mtgtracker.trending.control.TrendRules;
import org.mtgtracker.trending.control.TrendWork;

/**
 * Measures prices and trends on made-up days of many cards, beside the SQL of the system before this one, written anew
 * from its description: for each timeframe, price type and direction it ranks the whole table by window functions. All of
 * it runs on the same rows of the same MariaDB in one run. How to start it is in docs/performance-prices.md.
 */
public final class PricesBenchmark {
    private static final LocalDate NEWEST = LocalDate.of(2026, 6, 30);
    private static final long SEED = 20_260_630;
    private static final int ROUNDS = 5;
    private static final int HISTORIES = 200;
    private static final int TYPES = PriceType.ALL.size();

    /** A query that takes longer is broken off, and counts as if it had ended then. */
    private static final int PATIENCE_SECONDS = 280;

    /** One of eighteen: a card's newest price against its newest on or before a moment, the first 100 by percent. */
    private static final String BEFORE = """
            WITH newest AS (
                SELECT card, %1$s AS price, ROW_NUMBER() OVER (PARTITION BY card ORDER BY day DESC) AS place
                FROM card_price
                WHERE %1$s IS NOT NULL),
            past AS (
                SELECT card, %1$s AS price, ROW_NUMBER() OVER (PARTITION BY card ORDER BY day DESC) AS place
                FROM card_price
                WHERE %1$s IS NOT NULL AND day <= ?)
            SELECT n.card, p.price, n.price, (n.price - p.price) * 100 / p.price AS percent
            FROM newest n JOIN past p ON p.card = n.card AND p.place = 1
            WHERE n.place = 1 AND n.price > 50 AND p.price > 50 AND %2$s > 1
            ORDER BY percent %3$s
            LIMIT 100
            """;

    private final int cards;
    private final DataSource source;
    private final Rows rows;
    private final int[][] prices;
    private final StringBuilder report = new StringBuilder();
    private LocalDate first;
    private double trendSeconds;

    private PricesBenchmark(int cards) {
        this.cards = cards;
        this.source = DatabaseUnderTest.MARIADB.schema("prices_benchmark");
        this.rows = DatabaseUnderTest.rows(source);
        this.prices = firstPrices(cards);
    }

    /**
     * Runs all of it; without numbers of days and queries the steps whose names stand in its input, one a line, so that
     * the machine may do something else while nothing is measured: {@code fill 90} (so many days more, each before the
     * ones that are there), {@code write}, {@code size}, {@code history}, {@code trends}, {@code before 3}.
     *
     * @param arguments how many cards, where to write, how many days, and how many of the eighteen queries to run
     */
    public static void main(String[] arguments) throws IOException, SQLException {
        PricesBenchmark benchmark = new PricesBenchmark(Integer.parseInt(arguments[0]));
        Path report = Path.of(arguments[1]);
        benchmark.note("%,d cards", benchmark.cards);
        if (arguments.length > 2) {
            int days = Integer.parseInt(arguments[2]) - ROUNDS - 1;
            for (String step :
                    List.of("fill " + days, "write", "size", "history", "trends", "before " + arguments[3])) {
                benchmark.run(step, report);
            }
        } else {
            BufferedReader steps = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String step = steps.readLine(); step != null; step = steps.readLine()) {
                benchmark.run(step, report);
            }
        }
        // the watch over the database's process would keep this one alive
        System.exit(0);
    }

    private void run(String step, Path report) throws IOException, SQLException {
        String[] words = step.strip().split(" ");
        switch (words[0]) {
            case "fill" -> fillDays(Integer.parseInt(words[1]));
            case "write" -> writeDays();
            case "size" -> size();
            case "history" -> history();
            case "trends" -> trendSeconds = trends();
            case "before" -> before(Integer.parseInt(words[1]));
            default -> note("There is no step \"%s\".", step);
        }
        Files.writeString(report, this.report.toString());
    }

    /**
     * The last days are written one by one: bare into a table of the same form, by the driver's batches and by the
     * statements that an import uses, then as an import's prices are.
     */
    private void writeDays() throws SQLException {
        List<Double> batches = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        List<Double> written = new ArrayList<>();
        List<Double> again = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS bare_price");
            statement.execute("CREATE TABLE bare_price LIKE card_price");
            statement.execute("DROP TABLE IF EXISTS batch_price");
            statement.execute("CREATE TABLE batch_price LIKE card_price");
        }
        for (int day = ROUNDS; day >= 0; day--) {
            LocalDate date = NEWEST.minusDays(day);
            move(date);
            long start = System.nanoTime();
            rows.write(connection -> batches(connection, date));
            batches.add(seconds(start));
            start = System.nanoTime();
            rows.write(connection -> bare(connection, date));
            bare.add(seconds(start));
            CardPrices read = read();
            PriceBench.open(rows, date);
            start = System.nanoTime();
            rows.write(connection -> PriceBench.write(rows, new PricesRead(connection, date, read)));
            written.add(seconds(start));
            start = System.nanoTime();
            rows.write(connection -> PriceBench.write(rows, new PricesRead(connection, date, read)));
            again.add(seconds(start));
        }
        note(
                "a day, bare insert by the driver's batches: %.2f s, by statements of many rows: %.2f s; as an import's"
                        + " prices: %.2f s; the same again: %.2f s (medians of %d)",
                median(batches), median(bare), median(written), median(again), bare.size());
    }

    private void history() throws SQLException {
        PriceHistory history = new PriceHistory(rows);
        SplittableRandom random = new SplittableRandom(1);
        List<Double> times = new ArrayList<>();
        int found = 0;
        for (int i = 0; i < 2 * HISTORIES; i++) {
            UUID card = id(1 + random.nextInt(cards));
            long start = System.nanoTime();
            found = history.of(card, NEWEST.minusDays(364), NEWEST).size();
            times.add(seconds(start) * 1000);
        }
        List<Double> warm = times.subList(HISTORIES, 2 * HISTORIES);
        warm.sort(null);
        note(
                "a card's year (%d days): median %.2f ms, 95 %% within %.2f ms",
                found, median(warm), warm.get(HISTORIES * 95 / 100));
    }

    /** How long it takes. */
    private double trends() {
        TrendKeeper keeper = new TrendKeeper(rows);
        TrendWork work = new TrendWork(rows, TrendRules.usual(), keeper);
        List<Double> whole = new ArrayList<>();
        List<Double> reckoning = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            work.run(0, Permit.FREE);
            whole.add(seconds(start));
            reckoning.add(keeper.current().millis() / 1000.0);
        }
        note(
                "trends, 5 timeframes, 6 types, both directions: reckoned in %.2f s, written in %.2f s (medians of %d)",
                median(reckoning), median(whole), ROUNDS);
        return median(whole);
    }

    private void before(int queries) throws SQLException {
        double sum = 0;
        int run = 0;
        for (Timeframe timeframe : List.of(Timeframe.DAY, Timeframe.WEEK, Timeframe.MONTH)) {
            for (String type : List.of("usd", "usd_foil", "eur")) {
                for (boolean increase : new boolean[] {true, false}) {
                    if (run < queries) {
                        long start = System.nanoTime();
                        String found = before(timeframe, type, increase);
                        double took = seconds(start);
                        sum += took;
                        run++;
                        note(
                                "before: %s %s %s: %.1f s, %s",
                                timeframe.key(), type, increase ? "increase" : "decrease", took, found);
                    }
                }
            }
        }
        if (run > 0) {
            double eighteen = sum / run * 18;
            note(
                    "before: %d queries %.0f s%s; ratio %.0f",
                    run,
                    sum,
                    run == 18 ? "" : ", 18 of them by that %.0f s".formatted(eighteen),
                    eighteen / trendSeconds);
        }
    }

    private String before(Timeframe timeframe, String type, boolean increase) throws SQLException {
        String sql =
                BEFORE.formatted(type, increase ? "n.price - p.price" : "p.price - n.price", increase ? "DESC" : "ASC");
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setDate(1, Date.valueOf(timeframe.target(NEWEST)));
            select.setQueryTimeout(PATIENCE_SECONDS);
            int found = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found++;
                }
            }
            return found + " rows";
        } catch (SQLTimeoutException e) {
            return "not ended, broken off";
        }
    }

    private void size() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE TABLE card_price, latest_price");
            try (ResultSet row = statement.executeQuery("""
                    SELECT (SELECT COUNT(*) FROM card_price),
                        (SELECT SUM(%s) FROM card_price),
                        (SELECT SUM(DATA_LENGTH + INDEX_LENGTH) FROM information_schema.PARTITIONS
                         WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'card_price')
                    """.formatted(counted()))) {
                row.next();
                double rowCount = row.getLong(1);
                double priced = row.getLong(2);
                double bytes = row.getLong(3);
                note(
                        "%,.0f rows with %,.0f prices take %.1f MB: %.0f MB a million rows, %.0f MB a million prices",
                        rowCount, priced, bytes / 1e6, bytes / rowCount, bytes / priced);
            }
        }
    }

    private static String counted() {
        return String.join(
                " + ",
                PriceType.ALL.stream()
                        .map(type -> "(" + type.key() + " IS NOT NULL)")
                        .toList());
    }

    /** Printings of 300 sets, without what trends and prices do not look at. */
    private void fillCards() throws SQLException {
        rows.write(connection -> {
            try (Statement statement = connection.createStatement()) {
                for (int set = 0; set < 300; set++) {
                    statement.addBatch("INSERT INTO card_set (code, name, set_type, released_at, cards) VALUES ('s"
                            + set + "', 'Set " + set + "', 'core', '2020-01-01', 1)");
                }
                statement.addBatch("INSERT INTO card_object (id, json) VALUES (1, '{}')");
                statement.executeBatch();
            }
            try (PreparedStatement insert = connection.prepareStatement("""
                    INSERT INTO card (id, scryfall_id, oracle_id, object_id, content_hash, version, retired, name, lang,
                        layout, rarity, type_line, set_code, collector_number, released_at, digital)
                    VALUES (?, ?, ?, 1, ?, 1, FALSE, ?, 'en', 'normal', 'common', 'Artifact', ?, ?, '2020-01-01', FALSE)
                    """)) {
                for (int card = 1; card <= cards; card++) {
                    insert.setInt(1, card);
                    insert.setBytes(2, UuidBytes.bytes(id(card)));
                    insert.setBytes(3, UuidBytes.bytes(id(card)));
                    insert.setBytes(4, new byte[16]);
                    insert.setString(5, "Card " + card);
                    insert.setString(6, "s" + card % 300);
                    insert.setString(7, Integer.toString(card));
                    insert.addBatch();
                    if (card % 5000 == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            return null;
        });
    }

    /** The last day comes from here; the database makes each one before it out of the one after. */
    private void fillDays(int more) throws SQLException {
        long start = System.nanoTime();
        int filled = 0;
        if (first == null) {
            fillCards();
            first = NEWEST.minusDays(ROUNDS + 1L);
            write(first);
            filled++;
        }
        for (; filled < more; filled++) {
            LocalDate day = first.minusDays(1);
            PriceBench.open(rows, day);
            execute("INSERT INTO price_day (day) VALUES ('" + day + "')");
            execute("INSERT INTO card_price SELECT '" + day + "', card, " + each(PricesBenchmark::moved)
                    + ", sources FROM card_price WHERE day = '" + first + "'");
            first = day;
        }
        execute("UPDATE latest_price SET "
                + each(type -> type.key() + "_since = IF(" + type.key() + " IS NULL, NULL, '" + first + "')"));
        note("%d days filled in %.0f s, the first is %s", filled, seconds(start), first);
    }

    /** On any day one price in five moves, by up to 8 percent. */
    private static String moved(PriceType type) {
        return "IF(RAND() < 0.2, GREATEST(2, ROUND(%1$s * (0.92 + RAND() * 0.16))), %1$s)".formatted(type.key());
    }

    private static String each(Function<PriceType, String> part) {
        return PriceType.ALL.stream().map(part).collect(Collectors.joining(", "));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void write(LocalDate day) {
        move(day);
        CardPrices read = read();
        PriceBench.open(rows, day);
        rows.write(connection -> PriceBench.write(rows, new PricesRead(connection, day, read)));
    }

    private int bare(Connection connection, LocalDate day) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int card = 1; card <= cards; ) {
                StringBuilder sql = new StringBuilder("INSERT INTO bare_price VALUES ");
                for (int end = Math.min(cards, card + 9_999); card <= end; card++) {
                    sql.append("('").append(day).append("',").append(card);
                    for (int price : prices[card - 1]) {
                        sql.append(price == 0 ? ",NULL" : "," + price);
                    }
                    sql.append(card == end ? ",0)" : ",0),");
                }
                statement.executeUpdate(sql.toString());
            }
        }
        return cards;
    }

    private int batches(Connection connection, LocalDate day) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO batch_price (day, card, usd, usd_foil, usd_etched, eur, eur_foil, tix, sources)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)
                """)) {
            for (int card = 1; card <= cards; card++) {
                insert.setDate(1, Date.valueOf(day));
                insert.setInt(2, card);
                for (int type = 0; type < TYPES; type++) {
                    insert.setObject(type + 3, prices[card - 1][type] == 0 ? null : prices[card - 1][type]);
                }
                insert.addBatch();
                if (card % 10_000 == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        return cards;
    }

    private CardPrices read() {
        CardPrices read = new CardPrices();
        for (int card = 1; card <= cards; card++) {
            int[] cents = new int[TYPES];
            for (int type = 0; type < TYPES; type++) {
                cents[type] = prices[card - 1][type] == 0 ? CardPrices.NONE : prices[card - 1][type];
            }
            read.add(card, cents);
        }
        return read;
    }

    /** On any day one price in five moves, by up to 8 percent. */
    private void move(LocalDate day) {
        SplittableRandom random = new SplittableRandom(SEED + day.toEpochDay());
        for (int[] card : prices) {
            for (int type = 0; type < TYPES; type++) {
                if (card[type] > 0 && random.nextInt(5) == 0) {
                    card[type] = Math.max(2, (int) (card[type] * (0.92 + random.nextDouble() * 0.16) + 0.5));
                }
            }
        }
    }

    /** Most cards cost little, few much; one type in two is there. */
    private static int[][] firstPrices(int cards) {
        SplittableRandom random = new SplittableRandom(SEED);
        int[][] prices = new int[cards][TYPES];
        for (int[] card : prices) {
            for (int type = 0; type < TYPES; type++) {
                card[type] = random.nextInt(2) == 0
                        ? 0
                        : (int) (15 * Math.exp(4 * random.nextDouble() * random.nextDouble()));
            }
            card[0] = Math.max(card[0], 15);
        }
        return prices;
    }

    private static UUID id(int card) {
        return new UUID(0x9E3779B97F4A7C15L * card, card);
    }

    private void note(String format, Object... values) {
        report.append(String.format(Locale.ROOT, format, values)).append('\n');
        System.getLogger(PricesBenchmark.class.getName())
                .log(System.Logger.Level.INFO, String.format(Locale.ROOT, format, values));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
