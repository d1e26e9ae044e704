package org.mtgtracker.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;

/**
 * What moves, reckoned from a price file of all types alone and in another way than the server's: with a sorted map of
 * days for each card, decimal amounts, and everything put in order.
 */
final class PriceFileMovers {
    private static final BigDecimal LEAST_PRICE = new BigDecimal("0.50");
    private static final BigDecimal LEAST_DIFFERENCE = new BigDecimal("0.01");
    private static final int STALE_AFTER_DAYS = 7;

    private final Map<String, Map<String, TreeMap<LocalDate, BigDecimal>>> histories = new HashMap<>();

    PriceFileMovers(Path csvGz) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(csvGz)), UTF_8))) {
            String[] columns = lines.readLine().split(",");
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split(",");
                for (int i = 2; i < fields.length; i++) {
                    if (!fields[i].isEmpty()) {
                        histories
                                .computeIfAbsent(columns[i], type -> new HashMap<>())
                                .computeIfAbsent(fields[1], card -> new TreeMap<>())
                                .put(LocalDate.parse(fields[0]), new BigDecimal(fields[i]).setScale(2));
                    }
                }
            }
        }
    }

    /** A card, or the sum of a set's cards, at both ends. */
    record Ends(String key, String oldDay, BigDecimal old, String nowDay, BigDecimal now, int cards) {
        /** As the API tells amounts: how much, and how much in percent. */
        List<String> told() {
            return List.of(
                    key,
                    oldDay + " " + old,
                    nowDay + " " + now,
                    change().toString(),
                    change().multiply(BigDecimal.valueOf(100))
                            .divide(old, 2, RoundingMode.HALF_UP)
                            .toString());
        }

        private BigDecimal change() {
            return now.subtract(old);
        }

        private Ends plus(Ends other) {
            return new Ends(key, "", old.add(other.old), "", now.add(other.now), cards + other.cards);
        }
    }

    /** The cards that move that way, the first first. */
    List<Ends> cards(String type, LocalDate target, boolean increase, boolean byPercent, Predicate<String> counts) {
        List<Ends> movers = new ArrayList<>();
        for (Ends ends : bothEnds(type, target)) {
            if (counts.test(ends.key())
                    && ends.old().compareTo(LEAST_PRICE) > 0
                    && ends.now().compareTo(LEAST_PRICE) > 0
                    && ends.change().abs().compareTo(LEAST_DIFFERENCE) > 0) {
                movers.add(ends);
            }
        }
        return ordered(movers, increase, byPercent);
    }

    /** The sets that move that way. */
    List<Ends> sets(
            String type, LocalDate target, boolean increase, boolean byPercent, Function<String, String> setOf) {
        Map<String, Ends> sums = new HashMap<>();
        for (Ends ends : bothEnds(type, target)) {
            Ends one = new Ends(setOf.apply(ends.key()), "", ends.old(), "", ends.now(), 1);
            sums.merge(one.key(), one, Ends::plus);
        }
        return ordered(List.copyOf(sums.values()), increase, byPercent);
    }

    /** How many cards have an old price that is too old. */
    long stale(String type, LocalDate target) {
        return histories.get(type).values().stream()
                .map(history -> history.floorKey(target))
                .filter(day -> day != null && day.isBefore(target.minusDays(STALE_AFTER_DAYS)))
                .count();
    }

    private List<Ends> bothEnds(String type, LocalDate target) {
        List<Ends> both = new ArrayList<>();
        histories.get(type).forEach((card, history) -> {
            Map.Entry<LocalDate, BigDecimal> old = history.floorEntry(target);
            if (old != null && !old.getKey().isBefore(target.minusDays(STALE_AFTER_DAYS))) {
                Map.Entry<LocalDate, BigDecimal> now = history.lastEntry();
                both.add(new Ends(
                        card,
                        old.getKey().toString(),
                        old.getValue(),
                        now.getKey().toString(),
                        now.getValue(),
                        1));
            }
        });
        return both;
    }

    private static List<Ends> ordered(List<Ends> ends, boolean increase, boolean byPercent) {
        // now/old of one against the other's, by multiplying out
        Comparator<Ends> rising = (one, other) ->
                one.now().multiply(other.old()).compareTo(other.now().multiply(one.old()));
        Comparator<Ends> percent = increase ? rising.reversed() : rising;
        Comparator<Ends> amount =
                Comparator.comparing((Ends one) -> one.change().abs()).reversed();
        return ends.stream()
                .filter(one -> one.change().signum() == (increase ? 1 : -1))
                .sorted((byPercent ? percent.thenComparing(amount) : amount.thenComparing(percent))
                        .thenComparing(Ends::key))
                .toList();
    }
}
