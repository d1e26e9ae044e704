package org.mtgtracker.search.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.search.RealCards;
import org.mtgtracker.search.boundary.Direction;
import org.mtgtracker.search.boundary.Order;
import org.mtgtracker.search.boundary.SearchOptions;
import org.mtgtracker.search.boundary.Unique;
import org.mtgtracker.search.index.CardIndex;
import org.mtgtracker.search.language.Key;

/** The real cards of 2019 at the real prices of 27 days of 2026, which the cards' own file knows nothing of. */
class PriceFilePricesTest {
    private static final String FILE = "prices/scryfall-usd-daily-2026-01-19_2026-02-14.csv.gz";
    private static final List<String> FINISHES = List.of("nonfoil", "foil", "etched");
    private static final int HUNDRED = 100_00;

    private static CardIndex own;
    private static CardIndex priced;
    /** The newest price of each finish of the printings that are in both files, by position. */
    private static final Map<Integer, int[]> NEWEST = new HashMap<>();

    @BeforeAll
    static void price() throws IOException {
        own = RealCards.index();
        Path file = RealCards.data().resolve(FILE);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",");
                int position = own.positionOf(UUID.fromString(cells[1]));
                if (position >= 0) {
                    // the days come one after the other
                    NEWEST.computeIfAbsent(position, any -> new int[] {-1, -1, -1})[FINISHES.indexOf(cells[2])] =
                            new BigDecimal(cells[3]).movePointRight(2).intValueExact();
                }
            }
        }
        CardPrices prices = new CardPrices();
        NEWEST.forEach((position, cents) ->
                prices.add(own.number(position), new int[] {cents[0], cents[1], cents[2], -1, -1, -1}));
        priced = own.withPrices(prices);
    }

    @Test
    void a_price_of_a_file_is_found_where_the_card_itself_has_none() {
        long dear = NEWEST.values().stream()
                .filter(cents ->
                        Arrays.stream(cents).filter(one -> one >= 0).findFirst().orElse(0) >= HUNDRED)
                .count();

        assertThat(NEWEST).hasSizeGreaterThan(7000);
        assertThat(dear).isPositive();
        // of the 996 prices of 2019 one foil is above, and what is not a foil of the same card is not
        assertThat(find(own, all("usd>=100"))).isEmpty();
        assertThat(find(own, all("usdfoil>=100"))).hasSize(1);
        assertThat(find(priced, all("usd>=100"))).hasSize((int) dear);
    }

    @Test
    void results_are_in_the_order_of_the_newest_prices() {
        int[] dearest = find(priced, all("usd>=100").order(Order.USD, Direction.DESC));
        int[] cents = Arrays.stream(dearest)
                .map(position -> priced.prices().cents(Key.USD)[position])
                .toArray();

        assertThat(cents[0]).isGreaterThan(cents[cents.length - 1]);
        for (int at = 1; at < cents.length; at++) {
            assertThat(cents[at]).isLessThanOrEqualTo(cents[at - 1]);
        }
    }

    @Test
    void what_a_file_does_not_tell_stays_as_the_card_tells_it() {
        assertThat(find(priced, all("eur>=0"))).isEqualTo(find(own, all("eur>=0")));
    }

    private static SearchOptions all(String query) {
        return SearchOptions.of(query + " include:extras lang:any")
                .unique(Unique.PRINTS)
                .limit(1000);
    }

    private static int[] find(CardIndex index, SearchOptions options) {
        return new Searcher(index, Clock.systemUTC()).find(options).positions();
    }
}
