package org.mtgtracker.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promises about the files as a whole: always the same, and there entirely or not at all. */
class DemoCatalogueTest {
    private static final LocalDate DAY = WrittenCatalogue.LAST_DAY;

    @TempDir
    Path folder;

    @Test
    void the_same_seed_and_day_make_the_same_files() throws IOException {
        assertThat(cards(DemoCatalogue.upTo(DAY))).isEqualTo(cards(DemoCatalogue.seeded(DemoCatalogue.SEED, DAY)));
        assertThat(prices(DemoCatalogue.upTo(DAY))).isEqualTo(prices(DemoCatalogue.seeded(DemoCatalogue.SEED, DAY)));
    }

    @Test
    void the_machines_language_and_time_zone_change_nothing() throws IOException {
        byte[] cards = cards(DemoCatalogue.upTo(DAY));
        byte[] prices = prices(DemoCatalogue.upTo(DAY));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(cards(DemoCatalogue.upTo(DAY))).as(tag).isEqualTo(cards);
                assertThat(prices(DemoCatalogue.upTo(DAY))).as(tag).isEqualTo(prices);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void another_seed_makes_other_cards() throws IOException {
        assertThat(cards(DemoCatalogue.seeded(1, DAY))).isNotEqualTo(cards(DemoCatalogue.upTo(DAY)));
    }

    @Test
    void many_seeds_find_names_for_all_their_cards() {
        for (long seed = 0; seed < 12; seed++) {
            assertThat(DemoPrintings.of(seed)).as("seed " + seed).hasSizeBetween(1900, 2200);
        }
    }

    @Test
    void a_later_last_day_adds_a_day_and_rewrites_none() {
        List<String> today = WrittenCatalogue.upTo(DAY, folder).priceLines();
        List<String> tomorrow = WrittenCatalogue.upTo(DAY.plusDays(1), folder).priceLines();
        String dropped = DAY.minusDays(89).toString();
        assertThat(tomorrow.stream()
                        .filter(line -> !line.startsWith(DAY.plusDays(1).toString())))
                .containsExactlyElementsOf(
                        today.stream().filter(line -> !line.startsWith(dropped)).toList());
    }

    @Test
    void a_file_that_is_there_is_replaced_and_nothing_else_is_left() throws IOException {
        Path cards = Files.writeString(folder.resolve("demo.jsonl.gz"), "something older");
        DemoCatalogue.upTo(DAY).writeCards(cards);
        assertThat(WrittenCatalogue.lines(cards)).hasSizeGreaterThan(1900);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(cards);
        }
    }

    @Test
    void a_file_that_cannot_be_written_is_named_and_leaves_nothing_behind() throws IOException {
        Path occupied =
                Files.createDirectories(folder.resolve("prices.csv.gz/inside")).getParent();
        assertThatThrownBy(() -> DemoCatalogue.upTo(DAY).writePrices(occupied))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(occupied.toString());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(occupied);
        }
    }

    private byte[] cards(DemoCatalogue catalogue) throws IOException {
        Path file = folder.resolve("cards");
        catalogue.writeCards(file);
        return Files.readAllBytes(file);
    }

    private byte[] prices(DemoCatalogue catalogue) throws IOException {
        Path file = folder.resolve("prices");
        catalogue.writePrices(file);
        return Files.readAllBytes(file);
    }
}
