package org.mtgtracker.server.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Prices of every printing on any day, without end in both directions. A price depends on the seed, the printing and
 * the day alone: who makes the files again tomorrow finds the same history, and one day more.
 *
 * <p>A printing has a level, given by rarity, fame and looks. Around it the price wanders: noise on scales from a day to
 * four months adds up to what looks like a random walk, part of it shared by all printings of the card. On top, every
 * week one card takes off and another one falls, and both come back slowly.
 */
final class DemoPrices {
    private static final int LONGEST_SCALE = 128;
    private static final int WEEK = 7;
    private static final int WEEKS_REMEMBERED = 40;
    private static final double WORTH_WATCHING = 200;
    private static final int NONE = 0;

    private final long seed;
    private final List<Course> courses = new ArrayList<>();
    private final List<UUID> watched = new ArrayList<>();

    /**
     * What moves one printing's prices.
     *
     * @param levels the middle of each price in cents, 0 for a price it does not have
     * @param unrest how far it goes in a day, as a fraction
     */
    private record Course(UUID card, long cardKey, long ownKey, double[] levels, double unrest) {}

    DemoPrices(long seed, List<Printing> printings) {
        this.seed = seed;
        for (Printing printing : printings) {
            OracleCard card = printing.card();
            Dice dice = Dice.of(seed, "price " + printing.id());
            double[] levels = PriceLevels.of(printing, dice);
            double unrest = dice.chance(0.12) ? 0.03 : 0.008;
            courses.add(new Course(
                    card.id(),
                    Dice.key(seed, "walk " + card.id()),
                    Dice.key(seed, "walk " + printing.id()),
                    levels,
                    unrest));
            boolean first =
                    watched.isEmpty() || !watched.get(watched.size() - 1).equals(card.id());
            if (first && levels[PriceKind.USD.ordinal()] >= WORTH_WATCHING) {
                watched.add(card.id());
            }
        }
    }

    /** The prices of one day. */
    Day on(long epochDay) {
        return new Day(epochDay, news(epochDay));
    }

    /** One day's prices. */
    final class Day {
        private final long day;
        private final Map<UUID, Double> news;

        private Day(long day, Map<UUID, Double> news) {
            this.day = day;
            this.news = news;
        }

        /** The prices of the printing at this place in the catalogue, in cents by {@link PriceKind}; 0 is no price. */
        int[] of(int index) {
            Course course = courses.get(index);
            int[] cents = new int[PriceKind.values().length];
            if (isMissing(course)) {
                return cents;
            }
            double wandered = wander(course.cardKey, course.unrest) + wander(course.ownKey, course.unrest * 0.6);
            double factor = StrictMath.exp(wandered) * news.getOrDefault(course.card, 1.0);
            for (PriceKind kind : PriceKind.values()) {
                double level = course.levels[kind.ordinal()];
                if (level > 0) {
                    double own = 1 + 0.04 * smooth(course.ownKey + kind.ordinal() + 1L, 16);
                    cents[kind.ordinal()] = (int) Math.max(1, level * factor * own + 0.5);
                }
            }
            return cents;
        }

        /** A single day is missing now and then, four days in a row more rarely. */
        private boolean isMissing(Course course) {
            boolean single = Dice.noise(course.ownKey + 101, day) > 0.995;
            boolean row = Math.floorMod(day, 11) < 4 && Dice.noise(course.ownKey + 103, Math.floorDiv(day, 11)) > 0.99;
            return single || row;
        }

        private double wander(long key, double unrest) {
            double sum = 0;
            for (int scale = 1; scale <= LONGEST_SCALE; scale *= 2) {
                sum += StrictMath.sqrt(scale) * smooth(key + 1000L * scale, scale);
            }
            return unrest * sum;
        }

        /** Noise in [-1, 1] that takes so many days from one value to the next. */
        private double smooth(long key, int scale) {
            long position = Math.floorDiv(day, scale);
            double t = Math.floorMod(day, scale) / (double) scale;
            double eased = t * t * (3 - 2 * t);
            return Dice.noise(key, position) * (1 - eased) + Dice.noise(key, position + 1) * eased;
        }
    }

    /** By what factor the news of the last months lifts or lowers the prices of the cards they were about. */
    private Map<UUID, Double> news(long day) {
        Map<UUID, Double> factors = new HashMap<>();
        if (watched.isEmpty()) {
            return factors;
        }
        long week = Math.floorDiv(day, WEEK);
        for (long w = week - WEEKS_REMEMBERED; w <= week; w++) {
            Dice dice = Dice.of(seed, "news of week " + w);
            apply(factors, dice, day - w * WEEK, 0.8, 2.6, 30);
            apply(factors, dice, day - w * WEEK, -0.65, -0.35, 45);
        }
        return factors;
    }

    private void apply(Map<UUID, Double> factors, Dice dice, long daysIntoWeek, double least, double most, int days) {
        UUID card = dice.pick(watched);
        double height = least + dice.unit() * (most - least);
        long age = daysIntoWeek - dice.below(WEEK);
        if (age >= 0) {
            double risen = Math.min(1, (age + 1) / 3.0);
            double faded =
                    StrictMath.exp(-age / (double) days) * Math.max(0, 1 - age / (WEEK * (WEEKS_REMEMBERED - 1.0)));
            factors.merge(card, 1 + height * risen * faded, (one, other) -> one * other);
        }
    }

    /** Whether a row of prices holds none at all. */
    static boolean isEmpty(int[] cents) {
        for (int price : cents) {
            if (price != NONE) {
                return false;
            }
        }
        return true;
    }
}
