package org.mtgtracker.trending;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Logger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.catalog.boundary.ImportRun;
import org.mtgtracker.pricing.boundary.PriceLoad;
import org.mtgtracker.pricing.boundary.PriceType;
import org.mtgtracker.trending.boundary.Direction;
import org.mtgtracker.trending.boundary.Mover;
import org.mtgtracker.trending.boundary.Ranking;
import org.mtgtracker.trending.boundary.SetMover;
import org.mtgtracker.trending.boundary.Timeframe;
import org.mtgtracker.trending.boundary.Trend;
import org.mtgtracker.trending.boundary.TrendQuery;
import org.mtgtracker.trending.boundary.Trending;

/**
 * What moved in 27 days of real prices, reckoned a second time, from the file alone and in another way: with a sorted
 * map of days for each card and finish, decimal amounts, and fractions.
 */
@OnEachDatabase
class RealTrendsTest {
    private static final Logger LOG = Logger.getLogger(RealTrendsTest.class.getName());
    private static final String CARDS = "scryfall/default-cards-2019-09.json.gz";
    private static final String PRICES = "prices/scryfall-usd-daily-2026-01-19_2026-02-14.csv.gz";
    private static final int ALL = 1_000_000;
    private static final Map<String, PriceType> TYPES =
            Map.of("nonfoil", PriceType.USD, "foil", PriceType.USD_FOIL, "etched", PriceType.USD_ETCHED);

    private final TrendingTracker tracker;
    private final Path data;

    RealTrendsTest(DatabaseUnderTest database) {
        String folder = System.getenv("TRACKER_DATA");
        assumeTrue(
                folder != null && !folder.isEmpty(),
                "Not run: TRACKER_DATA names no folder with " + CARDS + " and " + PRICES + ".");
        data = Path.of(folder);
        tracker = new TrendingTracker(database, "real_trends");
    }

    /** A day's price. */
    private record Priced(LocalDate day, BigDecimal amount) {}

    /** A card that moved. */
    private record Moved(String card, Priced old, Priced now) {
        BigDecimal change() {
            return now.amount().subtract(old.amount());
        }

        /** now/old against the other's, by multiplying out. */
        int compareRatio(Moved other) {
            return now.amount()
                    .multiply(other.old.amount())
                    .compareTo(other.now.amount().multiply(old.amount()));
        }
    }

    @Test
    void movers_stale_cards_and_sets_are_those_of_the_file() throws IOException {
        tracker.forget();
        tracker.prices().forget();
        tracker.prices().catalogue().reset();
        ImportRun imported =
                tracker.prices().catalogue().importFrom(data.resolve(CARDS).toString());
        assertThat(imported.outcome()).isEqualTo(ImportRun.Outcome.SUCCEEDED);
        Map<String, String> sets = setsByCard();
        Map<PriceType, Map<String, TreeMap<LocalDate, BigDecimal>>> histories = histories(sets);
        long known = histories.values().stream()
                .flatMap(cards -> cards.values().stream())
                .mapToLong(Map::size)
                .sum();

        long start = System.nanoTime();
        PriceLoad load = tracker.prices().files().load(PriceLoad.Kind.PRICES, "real", data.resolve(PRICES));
        long loaded = System.nanoTime();
        assertThat(load.read()).isEqualTo(741_632);
        assertThat(load.taken()).isEqualTo(known).isGreaterThan(300_000);
        assertThat(load.unknownCards()).isEqualTo(741_632 - known);
        Trending trending = tracker.reckoned();
        LOG.info(() -> "%,d lines in %d ms, trends in %d ms"
                .formatted(
                        load.read(),
                        (loaded - start) / 1_000_000,
                        tracker.keeper().current().millis()));

        LocalDate newest = LocalDate.of(2026, 2, 14);
        int movers = 0;
        int ties = 0;
        for (Timeframe timeframe : Timeframe.ALL) {
            for (Map.Entry<PriceType, Map<String, TreeMap<LocalDate, BigDecimal>>> type : histories.entrySet()) {
                LocalDate target = newest.minusDays(timeframe.days());
                List<Moved> both = bothEnds(type.getValue(), target);
                int stale = stale(type.getValue(), target);
                for (Direction direction : Direction.values()) {
                    for (Ranking by : Ranking.values()) {
                        List<Moved> expected = expected(both, direction, by);
                        Trend<Mover> found =
                                trending.movers(new TrendQuery(timeframe, type.getKey(), direction, by, ALL, ""));
                        assertThat(found.movers().stream()
                                        .map(RealTrendsTest::moved)
                                        .toList())
                                .as("%s %s %s %s", timeframe, type.getKey(), direction, by)
                                .isEqualTo(expected);
                        assertThat(trending.movers(new TrendQuery(timeframe, type.getKey(), direction, by, 100, ""))
                                        .movers())
                                .isEqualTo(found.movers()
                                        .subList(0, Math.min(100, found.movers().size())));
                        assertThat(found.stale()).isEqualTo(stale);
                        movers += expected.size();
                        ties += by == Ranking.PERCENT ? ties(expected) : 0;
                    }
                    assertThat(sums(trending, timeframe, type.getKey(), direction))
                            .isEqualTo(expectedSums(both, sets, direction));
                }
            }
        }
        assertThat(movers).isGreaterThan(5_000);
        assertThat(ties).as("cards that moved by the same part").isGreaterThan(100);
    }

    private List<Moved> bothEnds(Map<String, TreeMap<LocalDate, BigDecimal>> cards, LocalDate target) {
        List<Moved> both = new ArrayList<>();
        cards.forEach((card, history) -> {
            Map.Entry<LocalDate, BigDecimal> old = history.floorEntry(target);
            if (old != null && !old.getKey().isBefore(target.minusDays(7))) {
                Map.Entry<LocalDate, BigDecimal> now = history.lastEntry();
                both.add(new Moved(
                        card, new Priced(old.getKey(), old.getValue()), new Priced(now.getKey(), now.getValue())));
            }
        });
        return both;
    }

    private static int stale(Map<String, TreeMap<LocalDate, BigDecimal>> cards, LocalDate target) {
        return (int) cards.values().stream()
                .map(history -> history.floorKey(target))
                .filter(day -> day != null && day.isBefore(target.minusDays(7)))
                .count();
    }

    private static List<Moved> expected(List<Moved> both, Direction direction, Ranking by) {
        BigDecimal least = new BigDecimal("0.50");
        Comparator<Moved> percent =
                direction == Direction.INCREASE ? (one, other) -> other.compareRatio(one) : Moved::compareRatio;
        Comparator<Moved> amount =
                Comparator.comparing((Moved moved) -> moved.change().abs()).reversed();
        return both.stream()
                .filter(moved -> moved.old().amount().compareTo(least) > 0)
                .filter(moved -> moved.now().amount().compareTo(least) > 0)
                .filter(moved -> moved.change().abs().compareTo(new BigDecimal("0.01")) > 0)
                .filter(moved -> moved.change().signum() > 0 == (direction == Direction.INCREASE))
                .sorted((by == Ranking.PERCENT ? percent.thenComparing(amount) : amount.thenComparing(percent))
                        .thenComparing(Moved::card))
                .toList();
    }

    private static int ties(List<Moved> movers) {
        int ties = 0;
        for (int i = 1; i < movers.size(); i++) {
            ties += movers.get(i).compareRatio(movers.get(i - 1)) == 0 ? 1 : 0;
        }
        return ties;
    }

    private static Map<String, List<BigDecimal>> expectedSums(
            List<Moved> both, Map<String, String> sets, Direction direction) {
        Map<String, List<BigDecimal>> sums = new TreeMap<>();
        for (Moved moved : both) {
            sums.merge(
                    sets.get(moved.card()),
                    List.of(BigDecimal.ONE, moved.old().amount(), moved.now().amount()),
                    (one, other) -> List.of(
                            one.get(0).add(other.get(0)),
                            one.get(1).add(other.get(1)),
                            one.get(2).add(other.get(2))));
        }
        sums.values()
                .removeIf(sum -> direction == Direction.INCREASE
                        ? sum.get(2).compareTo(sum.get(1)) <= 0
                        : sum.get(2).compareTo(sum.get(1)) >= 0);
        return sums;
    }

    private static Map<String, List<BigDecimal>> sums(
            Trending trending, Timeframe timeframe, PriceType type, Direction direction) {
        Map<String, List<BigDecimal>> sums = new TreeMap<>();
        for (SetMover set :
                trending.sets(timeframe, type, direction, Ranking.PERCENT, ALL).movers()) {
            sums.put(
                    set.code(),
                    List.of(
                            BigDecimal.valueOf(set.cards()),
                            new BigDecimal(BigInteger.valueOf(set.oldCents()), 2),
                            new BigDecimal(BigInteger.valueOf(set.nowCents()), 2)));
        }
        return sums;
    }

    private static Moved moved(Mover mover) {
        return new Moved(
                mover.card().toString(),
                new Priced(mover.old().day(), BigDecimal.valueOf(mover.old().cents(), 2)),
                new Priced(mover.now().day(), BigDecimal.valueOf(mover.now().cents(), 2)));
    }

    /** The file's prices of the cards that the catalogue has. */
    private Map<PriceType, Map<String, TreeMap<LocalDate, BigDecimal>>> histories(Map<String, String> sets)
            throws IOException {
        Map<PriceType, Map<String, TreeMap<LocalDate, BigDecimal>>> histories = new TreeMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(data.resolve(PRICES))), UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split(",");
                if (sets.containsKey(fields[1])) {
                    histories
                            .computeIfAbsent(TYPES.get(fields[2]), any -> new HashMap<>())
                            .computeIfAbsent(fields[1], any -> new TreeMap<>())
                            .put(LocalDate.parse(fields[0]), new BigDecimal(fields[3]).setScale(2));
                }
            }
        }
        return histories;
    }

    private Map<String, String> setsByCard() throws IOException {
        Map<String, String> sets = new HashMap<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(data.resolve(CARDS)));
                JsonParser json = new JsonFactory().createParser(in)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                Map<String, String> card = new HashMap<>();
                while (json.nextToken() != JsonToken.END_OBJECT) {
                    String field = json.currentName();
                    if (json.nextToken() == JsonToken.VALUE_STRING) {
                        card.put(field, json.getText());
                    } else {
                        json.skipChildren();
                    }
                }
                sets.put(card.get("id"), card.get("set"));
            }
        }
        return sets;
    }
}
