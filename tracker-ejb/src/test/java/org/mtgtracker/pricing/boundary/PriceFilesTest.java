package org.mtgtracker.pricing.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mtgtracker.catalog.CardText.card;
import static org.mtgtracker.catalog.CardText.id;
import static org.mtgtracker.catalog.CardText.lines;
import static org.mtgtracker.pricing.boundary.PriceType.EUR;
import static org.mtgtracker.pricing.boundary.PriceType.TIX;
import static org.mtgtracker.pricing.boundary.PriceType.USD;
import static org.mtgtracker.pricing.boundary.PriceType.USD_FOIL;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.catalog.control.ImportingTracker;

@OnEachDatabase
class PriceFilesTest {
    private static final String HEADER = "date,scryfall_id,usd,usd_foil,usd_etched,eur,eur_foil,tix\n";
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    private final ImportingTracker tracker;
    private final PriceFiles files;
    private final PriceHistory history;

    @TempDir
    Path folder;

    PriceFilesTest(DatabaseUnderTest database) {
        tracker = new ImportingTracker(database.schema("price_files"));
        files = new PriceFiles(tracker.rows(), Clock.fixed(Instant.parse("2026-06-30T12:00:00Z"), ZoneOffset.UTC));
        history = new PriceHistory(tracker.rows());
    }

    @BeforeEach
    void threeCards() {
        tracker.reset();
        tracker.execute("DELETE FROM card_price");
        tracker.execute("DELETE FROM price_day");
        tracker.importText(folder, lines(card(1), card(2), card(3)));
    }

    @Test
    void a_cards_history_is_its_days_in_order() {
        PriceLoad load = load(
                line("2026-01-03", 1, "3,,,,,"),
                line("2026-01-01", 1, "1.5,2,,,,"),
                line("2026-01-01", 2, ",,,9,,0.02"));
        assertThat(load).isEqualTo(new PriceLoad(3, 0, 0, List.of()));
        assertThat(history.of(id(1), FIRST, LAST))
                .containsExactly(
                        new DayPrices(LocalDate.of(2026, 1, 1), Map.of(USD, 150, USD_FOIL, 200)),
                        new DayPrices(LocalDate.of(2026, 1, 3), Map.of(USD, 300)));
        assertThat(history.of(id(2), FIRST, LAST))
                .containsExactly(new DayPrices(LocalDate.of(2026, 1, 1), Map.of(EUR, 900, TIX, 2)));
        assertThat(history.of(id(3), FIRST, LAST)).isEmpty();
        assertThat(history.of(new UUID(1, 1), FIRST, LAST)).isEmpty();
    }

    @Test
    void both_ends_of_the_time_asked_for_are_included() {
        load(
                line("2026-01-01", 1, "1,,,,,"),
                line("2026-01-02", 1, "2,,,,,"),
                line("2026-01-03", 1, "3,,,,,"),
                line("2026-01-04", 1, "4,,,,,"));
        assertThat(history.of(id(1), LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 3)))
                .extracting(day -> day.of(USD).orElseThrow())
                .containsExactly(200, 300);
        assertThatThrownBy(() -> history.of(id(1), LAST, FIRST)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_price_is_not_a_price_of_nothing() {
        load(line("2026-01-01", 1, "0,,,,,"), line("2026-01-02", 1, ",,,,,"));
        assertThat(history.of(id(1), FIRST, LAST)).hasSize(1);
        assertThat(history.of(id(1), FIRST, LAST).get(0).of(USD)).hasValue(0);
        assertThat(history.of(id(1), FIRST, LAST).get(0).of(EUR)).isEmpty();
    }

    @Test
    void sending_a_file_again_changes_nothing_and_a_corrected_one_replaces_the_line() {
        String first = line("2026-01-01", 1, "1,2,,,,");
        load(first);
        load(first);
        assertThat(tracker.query("SELECT COUNT(*) FROM card_price")).containsExactly("1");
        load(line("2026-01-01", 1, "1.25,,,,,"));
        assertThat(history.of(id(1), FIRST, LAST).get(0).cents()).isEqualTo(Map.of(USD, 125));
    }

    @Test
    void unknown_cards_and_broken_lines_are_reported_and_the_rest_kept() {
        PriceLoad load = load(
                line("2026-01-01", 1, "1,,,,,"),
                line("2026-01-01", 99, "1,,,,,"),
                "what is this\n",
                "\n",
                line("2026-07-01", 1, "1,,,,,"),
                "x".repeat(100_000) + "\n",
                line("2026-01-01", 2, "2,,,,,"));
        assertThat(load.rows()).isEqualTo(2);
        assertThat(load.unknownCards()).isEqualTo(1);
        assertThat(load.broken()).isEqualTo(3);
        assertThat(load.brokenLines()).extracting(PriceLoad.BrokenLine::number).containsExactly(4L, 6L, 7L);
        assertThat(load.brokenLines().get(0).reason()).isEqualTo("it has 1 fields; a line has 8");
        assertThat(load.brokenLines().get(2).reason()).isEqualTo("it is longer than 1000 characters");
        assertThat(history.of(id(2), FIRST, LAST)).hasSize(1);
    }

    @Test
    void only_the_first_broken_lines_are_listed_but_all_are_counted() {
        PriceLoad load = load("broken\n".repeat(1000));
        assertThat(load.broken()).isEqualTo(1000);
        assertThat(load.brokenLines()).hasSize(PriceLoad.MOST_REPORTED);
    }

    @Test
    void a_file_may_be_gzipped() throws IOException {
        Path file = folder.resolve("prices.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(("\uFEFF" + HEADER + line("2026-01-01", 1, "1,,,,,")).getBytes(UTF_8));
        }
        assertThat(files.load(file).rows()).isEqualTo(1);
    }

    @Test
    void more_lines_than_a_batch_are_all_loaded() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            for (int number = 1; number <= 3; number++) {
                many.append(line(FIRST.plusDays(i).toString(), number, "1,2,3,4,5,6"))
                        .append("\n".repeat(i % 2));
            }
        }
        assertThat(load(many.toString().repeat(40)).rows()).isEqualTo(7200);
        assertThat(history.of(id(3), FIRST, LAST)).hasSize(60);
    }

    @Test
    void a_file_of_another_kind_is_refused() {
        assertThatThrownBy(() ->
                        files.load(new ByteArrayInputStream("date,scryfall_id,finish,usd\n".getBytes(UTF_8)), "x.csv"))
                .isInstanceOf(UnusablePriceFile.class)
                .hasMessageContaining("x.csv does not begin with the header \"date,scryfall_id,usd,");
        assertThatThrownBy(() -> files.load(new ByteArrayInputStream(new byte[0]), "x.csv"))
                .isInstanceOf(UnusablePriceFile.class);
        assertThatThrownBy(() -> files.load(folder.resolve("none")))
                .isInstanceOf(UnusablePriceFile.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void a_truncated_file_is_named_and_what_came_before_stays() throws IOException {
        Path whole = folder.resolve("whole.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
            out.write(HEADER.getBytes(UTF_8));
            for (int i = 0; i < 50_000; i++) {
                out.write(line(FIRST.plusDays(i % 150).toString(), i % 3 + 1, i + ".5,,,,,")
                        .getBytes(UTF_8));
            }
        }
        byte[] bytes = Files.readAllBytes(whole);
        Path half = Files.write(folder.resolve("half.gz"), Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> files.load(half))
                .isInstanceOf(UnusablePriceFile.class)
                .hasMessageContaining("cannot be read to its end");
        assertThat(history.of(id(1), FIRST, LAST)).isNotEmpty();
    }

    private PriceLoad load(String... lines) {
        return files.load(new ByteArrayInputStream((HEADER + String.join("", lines)).getBytes(UTF_8)), "test.csv");
    }

    private static String line(String day, int card, String prices) {
        return day + "," + id(card) + "," + prices + "\n";
    }
}
