package org.mtgtracker.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The price history is complete, agrees with the cards, and shows something moving. */
class DemoPricesTest {
    private static final List<String> KEYS = List.of("usd", "usd_foil", "usd_etched", "eur", "eur_foil", "tix");

    private static WrittenCatalogue catalogue;
    private static final Map<LocalDate, Map<String, String[]>> BY_DAY = new TreeMap<>();

    @BeforeAll
    static void write(@TempDir Path folder) {
        catalogue = WrittenCatalogue.upTo(WrittenCatalogue.LAST_DAY, folder);
        for (String line :
                catalogue.priceLines().subList(1, catalogue.priceLines().size())) {
            String[] cells = line.split(",", -1);
            BY_DAY.computeIfAbsent(LocalDate.parse(cells[0]), day -> new TreeMap<>())
                    .put(cells[1], cells);
        }
    }

    @Test
    void the_file_has_ninety_days_in_order_and_one_row_for_a_printing_and_day() {
        assertThat(catalogue.priceLines().get(0)).isEqualTo("date,scryfall_id," + String.join(",", KEYS));
        List<String> rows =
                catalogue.priceLines().subList(1, catalogue.priceLines().size());
        assertThat(rows.stream().map(row -> row.substring(0, 10))).isSorted();
        assertThat(rows.stream().map(row -> row.substring(0, 47))).doesNotHaveDuplicates();
        assertThat(BY_DAY.keySet())
                .containsExactlyElementsOf(WrittenCatalogue.LAST_DAY
                        .minusDays(89)
                        .datesUntil(WrittenCatalogue.LAST_DAY.plusDays(1))
                        .toList());
    }

    @Test
    void prices_have_two_places_and_belong_to_a_card_of_the_catalogue() {
        Set<String> ids = new HashSet<>();
        catalogue.cards().forEach(card -> ids.add(card.get("id").textValue()));
        assertThat(catalogue.priceLines().subList(1, catalogue.priceLines().size()))
                .allSatisfy(line -> {
                    assertThat(line)
                            .matches("\\d{4}-\\d\\d-\\d\\d,[0-9a-f-]{36}(,(\\d+\\.\\d\\d)?){6}")
                            .doesNotMatch(".*,,,,,");
                    assertThat(line).doesNotContain(",0.00");
                    assertThat(ids).contains(line.substring(11, 47));
                });
    }

    @Test
    void a_cards_prices_are_those_of_the_last_day() {
        Map<String, String[]> last = BY_DAY.get(WrittenCatalogue.LAST_DAY);
        assertThat(catalogue.cards()).allSatisfy(card -> {
            assertThat(card.get("prices").size()).isEqualTo(KEYS.size());
            String[] row = last.get(card.get("id").textValue());
            for (int i = 0; i < KEYS.size(); i++) {
                JsonNode price = card.get("prices").get(KEYS.get(i));
                String expected = row == null ? "" : row[i + 2];
                assertThat(price.isNull() ? "" : price.textValue()).isEqualTo(expected);
            }
        });
    }

    @Test
    void only_a_finish_that_exists_has_a_price() {
        assertThat(catalogue.cards()).allSatisfy(card -> {
            List<String> finishes = WrittenCatalogue.strings(card, "finishes");
            JsonNode prices = card.get("prices");
            assertThat(prices.get("usd").isNull() || finishes.contains("nonfoil"))
                    .isTrue();
            assertThat(prices.get("usd_foil").isNull() || finishes.contains("foil"))
                    .isTrue();
            assertThat(prices.get("usd_etched").isNull() || finishes.contains("etched"))
                    .isTrue();
            assertThat(prices.get("tix").isNull()
                            || WrittenCatalogue.strings(card, "games").contains("mtgo"))
                    .isTrue();
        });
    }

    @Test
    void some_cards_are_priced_in_one_currency_only_and_some_miss_days() {
        assertThat(catalogue.cards()).anyMatch(card -> has(card, "eur") && !has(card, "usd"));
        assertThat(catalogue.cards()).anyMatch(card -> has(card, "tix") && !has(card, "usd") && !has(card, "eur"));
        Set<String> everPriced = new LinkedHashSet<>();
        BY_DAY.values().forEach(rows -> everPriced.addAll(rows.keySet()));
        assertThat(everPriced).hasSizeLessThan(catalogue.cards().size());
        assertThat(BY_DAY.values()).anySatisfy(rows -> assertThat(rows).hasSizeLessThan(everPriced.size()));
    }

    @Test
    void most_cards_are_cheap_and_a_few_cost_hundreds() {
        List<Double> commons = new ArrayList<>();
        double dearest = 0;
        for (JsonNode card : catalogue.cards()) {
            if (has(card, "usd") && card.get("rarity").textValue().equals("common")) {
                commons.add(price(card, "usd"));
            }
            for (String key : KEYS) {
                dearest = Math.max(dearest, has(card, key) ? price(card, key) : 0);
            }
        }
        assertThat(commons.stream().filter(price -> price <= 0.25).count()).isGreaterThan(commons.size() * 7L / 10);
        assertThat(dearest).isBetween(200.0, 1500.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 30, 89})
    void cards_rise_and_fall_over_every_timeframe(int days) {
        List<Double> percent = changes(days);
        assertThat(percent.stream().filter(change -> change > 0)).hasSizeGreaterThan(100);
        assertThat(percent.stream().filter(change -> change < 0)).hasSizeGreaterThan(100);
        double least = days == 1 ? 5 : 30;
        assertThat(percent).anyMatch(change -> change > least).anyMatch(change -> change < -least);
    }

    @Test
    void a_dozen_cards_take_off_and_a_dozen_crash_in_ninety_days() {
        Set<String> spikes = new HashSet<>();
        Set<String> crashes = new HashSet<>();
        List<LocalDate> days = List.copyOf(BY_DAY.keySet());
        for (int i = 7; i < days.size(); i++) {
            Map<String, String[]> before = BY_DAY.get(days.get(i - 7));
            BY_DAY.get(days.get(i)).forEach((id, row) -> {
                if (before.containsKey(id) && !row[2].isEmpty() && !before.get(id)[2].isEmpty()) {
                    double old = Double.parseDouble(before.get(id)[2]);
                    double change = Double.parseDouble(row[2]) / old - 1;
                    if (old > 1 && change > 0.5) {
                        spikes.add(id);
                    } else if (old > 1 && change < -0.25) {
                        crashes.add(id);
                    }
                }
            });
        }
        assertThat(spikes).hasSizeBetween(8, 60);
        assertThat(crashes).hasSizeBetween(8, 60);
    }

    /** Changes in percent by the rule for trending cards: both prices above 0.50, more than a cent apart. */
    private static List<Double> changes(int days) {
        Map<String, String[]> before = BY_DAY.get(WrittenCatalogue.LAST_DAY.minusDays(days));
        List<Double> percent = new ArrayList<>();
        BY_DAY.get(WrittenCatalogue.LAST_DAY).forEach((id, row) -> {
            if (before.containsKey(id) && !row[2].isEmpty() && !before.get(id)[2].isEmpty()) {
                double now = Double.parseDouble(row[2]);
                double old = Double.parseDouble(before.get(id)[2]);
                if (now > 0.5 && old > 0.5 && Math.abs(now - old) > 0.011) {
                    percent.add((now / old - 1) * 100);
                }
            }
        });
        return percent;
    }

    private static boolean has(JsonNode card, String key) {
        return !card.get("prices").get(key).isNull();
    }

    private static double price(JsonNode card, String key) {
        return Double.parseDouble(card.get("prices").get(key).textValue());
    }
}
