package org.mtgtracker.catalog.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mtgtracker.catalog.CardText.card;
import static org.mtgtracker.catalog.CardText.lines;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.catalog.CardText;
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.catalog.boundary.ImportRun;
import org.mtgtracker.catalog.boundary.ImportRun.Outcome;
import org.mtgtracker.catalog.boundary.PricesRead;

/** The prices in a catalogue are told to their day, in the transaction that brings its cards in. */
@OnEachDatabase
class ImportedPricesTest extends EmptyCatalogue {
    ImportedPricesTest(DatabaseUnderTest database) {
        super(database);
    }

    @Test
    void prices_of_a_known_day_are_told_inside_the_transaction() {
        CardText priced = card(1).with("prices", "{\"usd\":\"1.25\",\"usd_foil\":null,\"tix\":\"0.02\"}");
        CardText none = card(2).with("prices", "{\"usd\":null}");
        String file = file(lines(priced, none, card(3)));
        tracker.imports().start(file, Optional.empty());
        assertThat(tracker.told(PricesRead.class)).isEmpty();

        ImportRun run = tracker.runs()
                .run(tracker.imports()
                        .start(file, Optional.of(LocalDate.of(2026, 1, 19)))
                        .id())
                .orElseThrow();
        assertThat(run.prices()).isEqualTo(1);
        assertThat(run.priceDay()).isEqualTo("2026-01-19");
        PricesRead read = tracker.told(PricesRead.class).get(0);
        assertThat(read.prices().size()).isEqualTo(1);
        assertThat(read.prices().card(0)).isEqualTo(1);
        assertThat(read.prices().cents(0, 0)).isEqualTo(125);
        assertThat(read.prices().cents(0, 1)).isEqualTo(CardPrices.NONE);
        assertThat(read.prices().cents(0, 5)).isEqualTo(2);
    }

    @Test
    void a_day_that_is_named_gets_the_prices_of_a_file_that_is_known_already() {
        try (ScryfallDouble web = new ScryfallDouble()) {
            web.file("/cards", lines(card(1).with("prices", "{\"usd\":\"1.25\"}")));
            String address = web.url() + "/cards";
            assertThat(tracker.importFrom(address).added()).isEqualTo(1);

            ImportRun unchanged = tracker.importFrom(address);
            assertThat(unchanged.outcome()).isEqualTo(Outcome.SUCCEEDED);
            assertThat(unchanged.read()).isZero();
            assertThat(unchanged.message()).contains("nothing was read");

            long id = tracker.imports()
                    .start(address, Optional.of(LocalDate.of(2026, 1, 19)))
                    .id();
            ImportRun named = tracker.runs().run(id).orElseThrow();
            assertThat(named.prices()).isEqualTo(1);
            assertThat(named.unchanged()).isEqualTo(1);
        }
    }

    @Test
    void a_table_that_changes_while_cards_are_brought_in_does_not_stop_them() {
        List<PricesRead> told = new ArrayList<>();
        tracker.observe(event -> {
            if (event instanceof PricesRead read) {
                told.add(read);
                if (told.size() == 1) {
                    // as another server does that opens a month of prices
                    tracker.execute("ALTER TABLE price_day ENGINE = InnoDB");
                }
                look(read.connection());
            }
        });
        expectSecondAttempt(told);
    }

    private void expectSecondAttempt(List<PricesRead> told) {
        String file = file(lines(card(1).with("prices", "{\"usd\":\"1.25\"}"), card(2)));

        long id = tracker.imports()
                .start(file, Optional.of(LocalDate.of(2026, 1, 19)))
                .id();

        assertThat(tracker.runs().run(id).orElseThrow().outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(told).hasSize(2);
        assertThat(tracker.query(HEAD)).containsExactly("1 2 1");
    }

    private static void look(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery("SELECT day FROM price_day").close();
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1205, 1213})
    void who_holds_what_the_cards_need_delays_them_and_does_not_stop_them(int error) {
        List<PricesRead> told = new ArrayList<>();
        tracker.observe(event -> {
            if (event instanceof PricesRead read) {
                told.add(read);
                if (told.size() == 1) {
                    throw new IllegalStateException("locked", new SQLException("locked", "40001", error));
                }
            }
        });
        expectSecondAttempt(told);
        assertThat(tracker.query(STAGED)).containsExactly("0");
    }

    @Test
    void what_the_database_refuses_ends_the_run_with_its_reason_and_is_taken_back() {
        tracker.observe(event -> {
            if (event instanceof PricesRead) {
                throw new IllegalStateException(
                        "the disk is full", new SQLException("the disk is full", "HY000", 1114));
            }
        });
        String file = file(lines(card(1).with("prices", "{\"usd\":\"1.25\"}"), card(2)));

        ImportRun run = tracker.runs()
                .run(tracker.imports()
                        .start(file, Optional.of(LocalDate.of(2026, 1, 19)))
                        .id())
                .orElseThrow();

        assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(run.message())
                .isEqualTo("What was read could not be stored: the disk is full. Nothing was changed.");
        assertThat(tracker.query(CARDS)).isEmpty();
        assertThat(tracker.query(STAGED)).containsExactly("0");
    }
}
