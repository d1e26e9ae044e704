package org.mtgtracker.pricing.boundary;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mtgtracker.catalog.CardText.id;
import static org.mtgtracker.pricing.PricingTracker.ALL;
import static org.mtgtracker.pricing.PricingTracker.BY_FINISH;
import static org.mtgtracker.pricing.PricingTracker.line;
import static org.mtgtracker.pricing.boundary.PriceLoad.Kind.CORRECTION;
import static org.mtgtracker.pricing.boundary.PriceLoad.Kind.PRICES;
import static org.mtgtracker.pricing.boundary.PriceType.EUR;
import static org.mtgtracker.pricing.boundary.PriceType.TIX;
import static org.mtgtracker.pricing.boundary.PriceType.USD;
import static org.mtgtracker.pricing.boundary.PriceType.USD_ETCHED;
import static org.mtgtracker.pricing.boundary.PriceType.USD_FOIL;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.pricing.PricingTracker;
import org.mtgtracker.pricing.boundary.PriceLoad.Outcome;

@OnEachDatabase
class PriceFilesTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    private final PricingTracker tracker;

    @TempDir
    Path folder;

    PriceFilesTest(DatabaseUnderTest database) {
        tracker = new PricingTracker(database, "price_files");
    }

    @BeforeEach
    void threeCards() {
        tracker.reset(folder, 3);
    }

    @Test
    void a_cards_history_is_its_days_in_order() {
        PriceLoad load = load(
                line("2026-01-03", 1, "3,,,,,"),
                line("2026-01-01", 1, "1.5,2,,,,"),
                line("2026-01-01", 2, ",,,9,,0.02"));
        assertThat(load.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(counts(load)).containsExactly(3, 3, 0, 0, 0);
        assertThat(history(1))
                .containsExactly(
                        new DayPrices(LocalDate.of(2026, 1, 1), Map.of(USD, 150, USD_FOIL, 200)),
                        new DayPrices(LocalDate.of(2026, 1, 3), Map.of(USD, 300)));
        assertThat(history(2)).containsExactly(new DayPrices(LocalDate.of(2026, 1, 1), Map.of(EUR, 900, TIX, 2)));
        assertThat(history(3)).isEmpty();
        assertThat(tracker.history().of(new UUID(1, 1), FIRST, LAST)).isEmpty();
    }

    @Test
    void lines_of_several_finishes_become_one_day() {
        PriceLoad load = tracker.load(
                PRICES,
                BY_FINISH,
                line("2026-01-01", 1, "foil,5"),
                line("2026-01-01", 1, "nonfoil,2.5"),
                line("2026-01-01", 1, "etched,7.25"));
        assertThat(counts(load)).containsExactly(3, 3, 0, 0, 0);
        assertThat(history(1))
                .extracting(DayPrices::cents)
                .containsExactly(Map.of(USD, 250, USD_FOIL, 500, USD_ETCHED, 725));
    }

    @Test
    void a_file_says_nothing_of_types_it_has_no_column_for() {
        load(line("2026-01-01", 1, "1,2,3,4,5,6"));
        tracker.load(PRICES, "date,scryfall_id,eur\n", line("2026-01-01", 1, "9"));
        tracker.load(PRICES, BY_FINISH, line("2026-01-01", 1, "foil,7"));
        assertThat(history(1).get(0).cents().values()).containsExactly(100, 700, 300, 900, 500, 600);
    }

    @Test
    void both_ends_of_the_time_asked_for_are_included() {
        load(
                line("2026-01-01", 1, "1,,,,,"),
                line("2026-01-02", 1, "2,,,,,"),
                line("2026-01-03", 1, "3,,,,,"),
                line("2026-01-04", 1, "4,,,,,"));
        assertThat(tracker.history().of(id(1), LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 3)))
                .extracting(day -> day.of(USD).orElseThrow())
                .containsExactly(200, 300);
        assertThatThrownBy(() -> tracker.history().of(id(1), LAST, FIRST)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_price_is_not_a_price_of_nothing() {
        PriceLoad load = load(line("2026-01-01", 1, "0,,,,,"), line("2026-01-02", 1, ",,,,,"));
        assertThat(counts(load)).containsExactly(2, 1, 0, 0, 1);
        assertThat(problems(load).get(0).reason()).contains("usd is \"0\"; where there is no price it must be empty");
        assertThat(history(1)).isEmpty();
    }

    @Test
    void sending_a_file_again_changes_nothing_and_a_mended_one_replaces_the_line() {
        String first = line("2026-01-01", 1, "1,2,,,,");
        load(first);
        load(first);
        assertThat(tracker.catalogue().query("SELECT COUNT(*) FROM card_price")).containsExactly("1");
        load(line("2026-01-01", 1, "1.25,,,,,"));
        assertThat(history(1).get(0).cents()).isEqualTo(Map.of(USD, 125));
    }

    @Test
    void a_file_does_not_replace_a_correction_and_a_correction_may_take_a_price_away() {
        load(line("2026-01-01", 1, "1,2,,,,"), line("2026-01-02", 1, "1,2,,,,"));
        tracker.load(CORRECTION, "date,scryfall_id,usd,usd_foil\n", line("2026-01-02", 1, ",3"));
        load(line("2026-01-02", 1, "9,9,9,,,"));
        assertThat(history(1).get(1).cents()).isEqualTo(Map.of(USD_FOIL, 300, USD_ETCHED, 900));
        assertThat(latest(1))
                .containsEntry(USD, new DatedPrice(LocalDate.of(2026, 1, 1), 100))
                .containsEntry(USD_FOIL, new DatedPrice(LocalDate.of(2026, 1, 2), 300));
    }

    @Test
    void a_day_on_which_there_was_only_no_price_is_not_the_newest_one() {
        load(line("2026-02-01", 1, "5,,,,,"), line("2026-02-02", 1, ",,,,,"), line("2026-02-03", 2, ",,,,,1"));
        assertThat(tracker.history().newestDay()).contains(LocalDate.of(2026, 2, 3));
        tracker.load(CORRECTION, "date,scryfall_id,tix\n", line("2026-02-03", 2, ""));
        assertThat(tracker.history().newestDay()).contains(LocalDate.of(2026, 2, 1));
        load(line("2026-02-03", 2, ",,,,,1"));
        assertThat(tracker.history().newestDay()).contains(LocalDate.of(2026, 2, 1));
        load(line("2026-02-03", 3, ",,,,,1"));
        assertThat(tracker.history().newestDay()).contains(LocalDate.of(2026, 2, 3));
    }

    @Test
    void prices_of_a_card_that_was_merged_are_those_of_the_one_that_has_its_place() {
        tracker.catalogue()
                .execute("UPDATE card SET retired = TRUE, merged_into = " + tracker.number(2) + " WHERE id = "
                        + tracker.number(1));
        tracker.catalogue()
                .execute("UPDATE card SET retired = TRUE, merged_into = " + tracker.number(3) + " WHERE id = "
                        + tracker.number(2));
        PriceLoad load =
                load(line("2026-01-01", 1, "1,,,,,"), line("2026-01-02", 2, "2,,,,,"), line("2026-01-01", 3, "3,,,,,"));
        assertThat(counts(load)).containsExactly(3, 2, 0, 1, 0);
        assertThat(history(1)).isEmpty();
        assertThat(history(3)).extracting(day -> day.of(USD).orElseThrow()).containsExactly(100, 200);
    }

    @Test
    void old_days_are_filled_in_without_touching_the_newest_price() {
        load(line("2026-02-01", 1, "5,,,,,"));
        load(line("2025-12-31", 1, "4,1,,,,"), line("1999-01-01", 1, "3,,,,,"));
        assertThat(latest(1))
                .isEqualTo(Map.of(
                        USD, new DatedPrice(LocalDate.of(2026, 2, 1), 500),
                        USD_FOIL, new DatedPrice(LocalDate.of(2025, 12, 31), 100)));
        assertThat(tracker.catalogue().query("SELECT usd_since, usd_foil_since FROM latest_price"))
                .containsExactly("1999-01-01 2025-12-31");
        assertThat(tracker.history().of(id(1), LocalDate.of(1999, 1, 1), LAST)).hasSize(3);
    }

    @Test
    void unknown_cards_and_broken_lines_are_reported_and_the_rest_kept() {
        PriceLoad load = load(
                line("2026-01-01", 1, "1,,,,,"),
                line("2026-01-01", 99, "1,,,,,"),
                "what is this\n",
                "\n",
                line("2026-07-02", 1, "1,,,,,"),
                "x".repeat(100_000) + "\n",
                line("2026-01-01", 2, "2,,,,,"));
        assertThat(counts(load)).containsExactly(6, 2, 1, 0, 3);
        assertThat(problems(load)).extracting(PriceProblem::line).containsExactly(3L, 4L, 6L, 7L);
        assertThat(problems(load).get(0).reason()).isEqualTo("the catalogue never had a card " + id(99));
        assertThat(problems(load).get(1).reason()).isEqualTo("it has 1 fields; by the header a line has 8");
        assertThat(problems(load).get(3).reason()).isEqualTo("it is longer than 1000 characters");
        assertThat(history(2)).hasSize(1);
    }

    /** As a catalogue's prices may be. */
    @Test
    void the_day_of_a_price_is_tomorrow_at_the_latest() {
        assertThat(counts(load(line("2026-07-01", 1, "1,,,,,"), line("2026-07-02", 1, "1,,,,,"))))
                .containsExactly(2, 1, 0, 0, 1);
    }

    @Test
    void a_line_that_contradicts_or_repeats_an_earlier_one_is_left_out_and_told() {
        PriceLoad load = tracker.load(
                PRICES,
                BY_FINISH,
                line("2026-01-01", 1, "nonfoil,5"),
                line("2026-01-01", 1, "nonfoil,5.00"),
                line("2026-01-01", 1, "nonfoil,6"),
                line("2026-01-01", 1, "foil,5"),
                line("2026-01-02", 1, "nonfoil,6"));
        assertThat(counts(load)).containsExactly(5, 3, 0, 1, 0);
        assertThat(load.repeated()).isEqualTo(1);
        assertThat(problems(load))
                .containsExactly(
                        new PriceProblem(
                                3,
                                PriceProblem.Kind.REPEATED,
                                "it says again what an earlier line says of the card " + id(1) + " on 2026-01-01"),
                        new PriceProblem(
                                4,
                                PriceProblem.Kind.CONTRADICTING,
                                "it says another usd of the card " + id(1)
                                        + " on 2026-01-01 than an earlier line, which holds"));
        assertThat(history(1)).extracting(day -> day.of(USD).orElseThrow()).containsExactly(500, 600);
    }

    @Test
    void only_the_first_problems_are_kept_but_all_are_counted_and_unknown_cards_do_not_hide_the_others() {
        PriceLoad load = load(line("2026-01-01", 99, "1,,,,,").repeat(2000), "broken\n".repeat(2000));
        assertThat(counts(load)).containsExactly(4000, 0, 2000, 0, 2000);
        assertThat(problems(load)).hasSize(PriceProblem.MOST_KEPT);
        assertThat(problems(load).stream()
                        .filter(problem -> problem.kind() == PriceProblem.Kind.UNKNOWN_CARD)
                        .count())
                .isEqualTo(PriceProblem.MOST_UNKNOWN);
    }

    @Test
    void a_file_may_be_gzipped_and_begin_with_a_byte_order_mark() throws IOException {
        assertThat(tracker.load(PRICES, packed("\uFEFF" + ALL + line("2026-01-01", 1, "1,,,,,")))
                        .taken())
                .isEqualTo(1);
    }

    @Test
    void more_lines_than_a_batch_are_all_loaded() throws IOException {
        tracker.reset(folder, 700);
        PriceLoad load = tracker.load(PRICES, packed(ALL + many(700).replace("\n2026-02", "\n\n2026-02")));
        assertThat(counts(load)).containsExactly(105_000, 105_000, 0, 0, 0);
        assertThat(history(700)).hasSize(150);
        assertThat(tracker.catalogue().query("SELECT COUNT(*) FROM latest_price"))
                .containsExactly("700");
    }

    /** A price for each of so many cards on each of 150 days. */
    private static String many(int cards) {
        StringBuilder lines = new StringBuilder();
        for (int day = 0; day < 150; day++) {
            for (int card = 1; card <= cards; card++) {
                lines.append(line(FIRST.plusDays(day).toString(), card, ",,,,," + (1 + day + card % 97)));
            }
        }
        return lines.toString();
    }

    @Test
    void the_change_is_told_once_when_all_is_in() {
        load(line("2026-01-01", 1, "1,,,,,"));
        load("broken\n");
        assertThat(tracker.events()).containsExactly(new PricesChanged(1));
    }

    @Test
    void a_file_of_another_kind_fails_and_is_told_what_one_looks_like() {
        for (String header : List.of(
                "name,set_code\n",
                "date,scryfall_id\n",
                "date,scryfall_id,finish,gbp\n",
                "date,scryfall_id,usd,usd\n",
                "date,scryfall_id,finish,usd_foil\n")) {
            PriceLoad load = tracker.load(PRICES, header, line("2026-01-01", 1, "nonfoil,1"));
            assertThat(load.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(load.message()).contains(header.strip(), "\"date,scryfall_id,finish\" and then some of");
        }
        assertThatThrownBy(() -> tracker.files().start(PRICES, "x.csv", new ByteArrayInputStream(new byte[0])))
                .isInstanceOf(UnusablePriceFile.class);
        assertThatThrownBy(() ->
                        tracker.files().start(PRICES, folder.resolve("none.csv").toString()))
                .isInstanceOf(UnusablePriceFile.class)
                .hasMessageContaining("There is no file");
        assertThatThrownBy(() -> tracker.files().start(PRICES, "ftp://example.org/prices.csv"))
                .isInstanceOf(UnusablePriceFile.class)
                .hasMessageContaining("ftp: is not supported");
        assertThatThrownBy(
                        () -> tracker.files().start(PRICES, "x.csv", new ByteArrayInputStream(new byte[(4 << 20) + 1])))
                .isInstanceOf(PriceFileTooLarge.class);
    }

    @Test
    void a_file_on_the_server_is_loaded_from_where_it_lies() throws IOException {
        Path file = Files.writeString(folder.resolve("prices.csv"), ALL + line("2026-01-01", 1, "1,,,,,"));
        long id = tracker.files().start(PRICES, file.toString()).id();
        assertThat(tracker.files().find(id).orElseThrow().taken()).isEqualTo(1);
        assertThat(tracker.files().newest(1)).extracting(PriceLoad::source).containsExactly(file.toString());
    }

    @Test
    void a_zip_archive_is_told_to_be_one() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("prices.csv"));
            zip.write((ALL + line("2026-01-01", 1, "1,,,,,")).getBytes(UTF_8));
        }
        PriceLoad load = tracker.load(PRICES, bytes.toByteArray());
        assertThat(load.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(load.message()).contains("it is a ZIP archive; a packed file must be gzip'd");
    }

    @Test
    void a_header_without_lines_brings_nothing_and_a_header_that_never_ends_fails() {
        assertThat(counts(load())).containsExactly(0, 0, 0, 0, 0);
        assertThat(tracker.load(PRICES, "x".repeat(1 << 21)).message()).contains("it is longer than 1000 characters");
    }

    @Test
    void bytes_that_are_no_text_break_the_line_they_stand_in() {
        PriceLoad load = load(
                line("2026-01-01", 1, "1,,,,,"),
                line("2026-01-02", 1, "1\0,,,,,"),
                "\0\0\0\n",
                line("2026-01-03", 1, "3,,,,,"));
        assertThat(counts(load)).containsExactly(4, 2, 0, 0, 2);
        assertThat(problems(load).get(0).reason()).startsWith("usd is \"1\0\"; it must be empty or a number");
    }

    @Test
    void a_truncated_file_fails_and_what_came_before_stays() throws IOException {
        tracker.reset(folder, 300);
        byte[] whole = packed(ALL + many(300));
        PriceLoad load = tracker.load(PRICES, Arrays.copyOf(whole, whole.length / 2));
        assertThat(load.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(load.taken()).isPositive().isLessThan(45_000).isEqualTo(load.read());
        assertThat(load.message())
                .contains(
                        "ends in the middle of what is packed in it.",
                        "Of the %1$,d lines before, %1$,d were taken and stay.".formatted(load.taken()));
        assertThat(history(1)).isNotEmpty();
        assertThat(tracker.events()).hasSize(1);
    }

    @Test
    void a_file_that_unpacks_to_more_than_is_taken_is_read_to_there_and_no_further() throws IOException {
        String line = line("2026-01-01", 1, "1,,,,,");
        PriceLoad load = tracker.load(PRICES, packed(ALL + line, "\n".repeat(1 << 20), 65));
        assertThat(load.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(load.message())
                .isEqualTo("The price file test.csv has more than 67,108,864 bytes, unpacked, which is the most that is"
                        + " taken; send it in parts. Of the 1 lines before, 1 were taken and stay.");
        assertThat(history(1)).hasSize(1);
        assertThat(counts(tracker.load(PRICES, packed(ALL + line)))).containsExactly(1, 1, 0, 0, 0);
    }

    @Test
    void a_file_damaged_in_the_middle_fails_and_says_that_what_came_before_may_be_wrong() throws IOException {
        tracker.reset(folder, 300);
        byte[] whole = packed(ALL + many(300));
        byte[] damaged = whole.clone();
        Arrays.fill(damaged, whole.length / 2, whole.length / 2 + 40, (byte) 0xff);
        PriceLoad load = tracker.load(PRICES, damaged);
        assertThat(load.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(load.message()).contains("is damaged: ", "sending the whole file replaces them");
        assertThat(tracker.load(PRICES, whole).taken()).isEqualTo(45_000);
        assertThat(history(1)).hasSize(150);
    }

    @Test
    void a_file_may_be_of_several_packed_parts_and_one_of_them_empty() throws IOException {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        parts.write(packed(ALL + line("2026-01-01", 1, "1,,,,,")));
        parts.write(packed(""));
        parts.write(packed(line("2026-01-02", 1, "2,,,,,")));
        assertThat(tracker.load(PRICES, parts.toByteArray()).taken()).isEqualTo(2);
    }

    @Test
    void a_file_of_windows_in_another_encoding_keeps_its_good_lines() {
        String text = ALL.replace("\n", "\r\n")
                + line("2026-01-01", 1, "1,,,,,").replace("\n", "\r\n") + "2026-01-01,Æ" + line("", 1, "\u20AC1,,,,,")
                + "\r\n" + line("2026-01-02", 1, "2,,,,,").strip();
        PriceLoad load = tracker.load(PRICES, text.getBytes(Charset.forName("windows-1252")));
        assertThat(counts(load)).containsExactly(3, 2, 0, 0, 1);
        assertThat(problems(load)).extracting(PriceProblem::line).containsExactly(3L);
        PriceLoad wide = tracker.load(PRICES, text.getBytes(UTF_16));
        assertThat(wide.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(wide.message()).contains("which is no header of a price file", "Nothing was loaded.");
    }

    @Test
    void a_big_day_that_is_the_newest_is_followed_like_a_small_one() {
        tracker.reset(folder, 6000);
        tracker.load(PRICES, "date,scryfall_id,usd,tix\n", day("2026-01-01", 6000, "2,0.03"));
        tracker.load(PRICES, "date,scryfall_id,usd\n", day("2026-01-02", 5500, "3"));
        tracker.load(PRICES, "date,scryfall_id,usd,eur\n", day("2025-12-31", 5500, "4,5"));
        tracker.load(CORRECTION, "date,scryfall_id,usd\n", day("2026-01-02", 5100, ""));
        DatedPrice first = new DatedPrice(LocalDate.of(2026, 1, 1), 200);
        DatedPrice tix = new DatedPrice(LocalDate.of(2026, 1, 1), 3);
        DatedPrice eur = new DatedPrice(LocalDate.of(2025, 12, 31), 500);
        assertThat(latest(1)).isEqualTo(Map.of(USD, first, TIX, tix, EUR, eur));
        assertThat(latest(5200))
                .isEqualTo(Map.of(USD, new DatedPrice(LocalDate.of(2026, 1, 2), 300), TIX, tix, EUR, eur));
        assertThat(latest(6000)).isEqualTo(Map.of(USD, first, TIX, tix));
        assertThat(tracker.catalogue().query("SELECT DISTINCT usd_since, tix_since, eur_since FROM latest_price"))
                .containsExactlyInAnyOrder("2025-12-31 2026-01-01 2025-12-31", "2026-01-01 2026-01-01 null");
    }

    private static String day(String day, int cards, String rest) {
        StringBuilder lines = new StringBuilder();
        for (int card = 1; card <= cards; card++) {
            lines.append(line(day, card, rest));
        }
        return lines.toString();
    }

    @Test
    void every_month_gets_its_partition_before_its_prices_come() {
        load(line("2024-06-01", 1, "1,,,,,"), line("2023-11-30", 1, "1,,,,,"), line("2024-03-31", 1, "1,,,,,"));
        assertThat(tracker.catalogue().query("""
                        SELECT PARTITION_NAME FROM information_schema.PARTITIONS
                        WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'card_price'
                        """)).contains("m202311", "m202403", "m202406", "later");
        assertThat(tracker.catalogue().query("SELECT day FROM card_price PARTITION (m202403)"))
                .containsExactly("2024-03-31");
    }

    private PriceLoad load(String... lines) {
        return tracker.load(PRICES, ALL, lines);
    }

    private List<PriceProblem> problems(PriceLoad load) {
        return tracker.files().problems(load.id());
    }

    private List<DayPrices> history(int card) {
        return tracker.history().of(id(card), FIRST, LAST);
    }

    private Map<PriceType, DatedPrice> latest(int card) {
        return tracker.latest().of(id(card)).orElseThrow().prices();
    }

    private static List<Integer> counts(PriceLoad load) {
        return List.of(
                (int) load.read(), (int) load.taken(), (int) load.unknownCards(), (int) load.contradicting(), (int)
                        load.broken());
    }

    private static byte[] packed(String text) throws IOException {
        return packed(text, "", 0);
    }

    private static byte[] packed(String text, String more, int times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
            for (int i = 0; i < times; i++) {
                out.write(more.getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
