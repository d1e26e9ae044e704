package org.mtgtracker.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;

/** What the tables refuse by themselves, whoever writes; each rule is broken once, on each server. */
@OnEachDatabase
class ConstraintsTest {
    private static final Set<Integer> CHECK_FAILED = Set.of(4025, 3819);
    private static final int NO_PARENT = 1452;
    private static final int HAS_CHILDREN = 1451;
    private static final String RUN =
            "INSERT INTO import_run (id, source, outcome, started_at) VALUES (7, 'x', '%s', '2026-01-01')";
    private static final String JOB_RUN = "INSERT INTO job_run (job, run_trigger, argument, generation, attempt, owner,"
            + " started_at, finished_at, outcome, message) VALUES ('x', '%s', '', 1, 0, 'x', '2026-01-01', %s, '%s', '')";
    private static final String PRICE =
            "INSERT INTO card_price (day, card, %1$s, sources) VALUES ('2026-01-01', 1, %2$d, 1)";
    private static final String LATEST =
            "INSERT INTO latest_price (card, %1$s, %1$s_day, %1$s_since) VALUES (1, %2$s, %3$s, %4$s)";
    private static final String A_DAY = "'2026-01-02'";
    private static final String LOAD = "INSERT INTO price_load (source, kind, outcome, started_at, moved_at)"
            + " VALUES ('x', '%s', '%s', '2026-01-01', '2026-01-01')";

    private final DataSource source;

    ConstraintsTest(DatabaseUnderTest database) {
        source = database.schema("constraints");
    }

    private static Map<String, String> brokenChecks() {
        Map<String, String> broken = new LinkedHashMap<>();
        broken.put("card_set_cards", "UPDATE card_set SET cards = -1");
        broken.put("card_rarity", card(3, "shiny", "0", "tst", 1));
        broken.put("card_mana_value", card(3, "common", "-0.5", "tst", 1));
        broken.put(
                "catalogue_is_one",
                "INSERT INTO catalogue (id, version, cards, sets, source, fingerprint) VALUES"
                        + " (2, 0, 0, 0, '', '')");
        broken.put("import_run_outcome", RUN.formatted("LOST"));
        broken.put("import_change_kind", "INSERT INTO import_change (run, card, kind) VALUES (1, 1, 'moved')");
        for (String type : new String[] {"usd", "usd_foil", "usd_etched", "eur", "eur_foil", "tix"}) {
            broken.put("card_price_" + type, PRICE.formatted(type, -1));
            broken.put("latest_price_" + type, LATEST.formatted(type, "0", A_DAY, A_DAY));
        }
        broken.put("job_run_trigger", JOB_RUN.formatted("CHANCE", "NULL", "RUNNING"));
        broken.put("job_run_outcome", JOB_RUN.formatted("HAND", "'2026-01-01'", "FORGOTTEN"));
        broken.put("job_run_finished", JOB_RUN.formatted("HAND", "NULL", "SUCCEEDED"));
        broken.put(
                "reference_list_kind",
                "INSERT INTO reference_list (kind, items, fingerprint, changed_at, checked_at)"
                        + " VALUES ('cube', 0, '', '2026-01-01', '2026-01-01')");
        broken.put("price_state_is_one", "INSERT INTO price_state (id, version) VALUES (2, 0)");
        broken.put("price_load_kind", LOAD.formatted("GUESSES", "RUNNING"));
        broken.put("price_load_outcome", LOAD.formatted("PRICES", "LOST"));
        broken.put("trending_state_is_one", "INSERT INTO trending_state (id) VALUES (2)");
        return broken;
    }

    @Test
    void each_rule_about_values_is_kept() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            begin(connection, statement);
            Map<String, String> broken = brokenChecks();
            Set<String> rules = new TreeSet<>();
            try (ResultSet row = statement.executeQuery("SELECT CONSTRAINT_NAME FROM"
                    + " information_schema.CHECK_CONSTRAINTS WHERE CONSTRAINT_SCHEMA = DATABASE()")) {
                while (row.next()) {
                    rules.add(row.getString(1));
                }
            }
            assertThat(broken.keySet()).containsExactlyInAnyOrderElementsOf(rules);
            broken.forEach((rule, sql) -> assertThatThrownBy(() -> statement.executeUpdate(sql))
                    .as(rule)
                    .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getErrorCode())
                            .isIn(CHECK_FAILED))
                    .hasMessageContaining(rule));
            connection.rollback();
        }
    }

    @Test
    void a_price_of_nothing_is_none() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            begin(connection, statement);
            assertThatThrownBy(() -> statement.executeUpdate(PRICE.formatted("usd", 0)))
                    .hasMessageContaining("card_price_usd");
            assertThat(statement.executeUpdate(PRICE.formatted("usd", 1))).isEqualTo(1);
            connection.rollback();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NULL, '2026-01-02', NULL",
        "NULL, NULL, '2026-01-02'",
        "1, NULL, NULL",
        "1, '2026-01-02', NULL",
        "1, NULL, '2026-01-02'",
        "1, '2026-01-02', '2026-01-03'"
    })
    void a_newest_price_has_its_days_and_no_day_is_without_it(String price, String day, String since)
            throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            begin(connection, statement);
            assertThatThrownBy(
                            () -> statement.executeUpdate(LATEST.formatted("tix", price, quoted(day), quoted(since))))
                    .hasMessageContaining("latest_price_tix");
            assertThat(statement.executeUpdate(LATEST.formatted("tix", "1", A_DAY, "'2026-01-01'")))
                    .isEqualTo(1);
            connection.rollback();
        }
    }

    private static String quoted(String day) {
        return day.equals("NULL") ? day : "'" + day + "'";
    }

    @Test
    void scryfalls_values_are_taken() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            begin(connection, statement);
            int number = 10;
            for (String rarity : new String[] {"common", "uncommon", "rare", "special", "mythic", "bonus"}) {
                for (String manaValue : new String[] {"0", "0.5", "1000000", "NULL"}) {
                    String card = card(++number, rarity, manaValue, "tst", 1);
                    assertThatCode(() -> statement.executeUpdate(card)).doesNotThrowAnyException();
                }
            }
            connection.rollback();
        }
    }

    @Test
    void each_row_has_what_it_refers_to() throws SQLException {
        Map<String, String> orphans = Map.of(
                "card_in_set", card(3, "common", "0", "none", 1),
                "card_has_object", card(3, "common", "0", "tst", 99),
                "import_problem_run",
                        "INSERT INTO import_problem (run, position, line, byte_offset, reason) VALUES (99, 1, 1, 1, '')",
                "import_change_run", "INSERT INTO import_change (run, card, kind) VALUES (99, 1, 'added')",
                "price_problem_of_load",
                        "INSERT INTO price_problem (load_id, line, kind, reason) VALUES (99, 1, '', '')");
        Map<String, String> parents = Map.of(
                "card_in_set", "DELETE FROM card_set WHERE code = 'tst'",
                "card_has_object", "DELETE FROM card_object WHERE id = 1");
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            begin(connection, statement);
            refused(statement, orphans, NO_PARENT);
            refused(statement, parents, HAS_CHILDREN);
            connection.rollback();
        }
    }

    @Test
    void no_card_is_there_twice() throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            begin(connection, statement);
            assertThatThrownBy(() -> statement.executeUpdate(
                            card(3, "common", "0", "tst", 1).replace("UNHEX(LPAD(3", "UNHEX(LPAD(1")))
                    .hasMessageContaining("card_scryfall_id");
            statement.executeUpdate(PRICE.formatted("usd", 1));
            assertThatThrownBy(() -> statement.executeUpdate(PRICE.formatted("eur", 1)))
                    .hasMessageContaining("Duplicate entry '2026-01-01-1'");
            connection.rollback();
        }
    }

    private static void refused(Statement statement, Map<String, String> broken, int error) {
        broken.forEach((rule, sql) -> assertThatThrownBy(() -> statement.executeUpdate(sql))
                .as(rule)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(error))
                .hasMessageContaining(rule));
    }

    private static void begin(Connection connection, Statement statement) throws SQLException {
        connection.setAutoCommit(false);
        statement.executeUpdate(
                "INSERT INTO card_set (code, name, released_at, cards) VALUES ('tst', 'Test', '2020-01-01', 1)");
        statement.executeUpdate("INSERT INTO card_object (id, json) VALUES (1, '{}')");
        statement.executeUpdate(card(1, "common", "0", "tst", 1));
        statement.executeUpdate("INSERT INTO import_run (id, source, outcome, started_at) VALUES (1, 'x', 'RUNNING',"
                + " '2026-01-01')");
    }

    private static String card(int number, String rarity, String manaValue, String set, int object) {
        return "INSERT INTO card (id, scryfall_id, object_id, content_hash, version, retired, name, lang, layout, rarity,"
                + " mana_value, type_line, set_code, collector_number, released_at, digital) VALUES (" + number
                + ", UNHEX(LPAD(" + number + ", 32, '0')), " + object + ", UNHEX(LPAD('', 32, '0')), 1, FALSE, 'Card',"
                + " 'en', 'normal', '" + rarity + "', " + manaValue + ", 'Artifact', '" + set + "', '" + number
                + "', '2020-01-01', FALSE)";
    }
}
