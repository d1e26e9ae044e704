package org.mtgtracker.server.demo;

/** The level around which a printing's prices move: rarity sets the range, fame the place in it, looks raise it. */
final class PriceLevels {
    private PriceLevels() {}

    /** Cents by {@link PriceKind}; 0 for a price that the printing does not have. */
    static double[] of(Printing printing, Dice dice) {
        double[] levels = new double[PriceKind.values().length];
        boolean unpriced = printing.card().isExtra() && dice.chance(0.6) || dice.chance(0.01);
        if (unpriced) {
            return levels;
        }
        double paper = paper(printing) * (0.85 + 0.3 * dice.unit());
        double foil = printing.set().frame().equals("2015") ? 1.15 + dice.unit() : 2 + 3 * dice.unit();
        boolean europe = !dice.chance(0.03);
        boolean america = !europe || !dice.chance(0.03);
        double euros = 0.72 + 0.25 * dice.unit();
        if (printing.games().contains("paper")) {
            for (String finish : printing.finishes()) {
                switch (finish) {
                    case "nonfoil" -> {
                        set(levels, PriceKind.USD, america, paper);
                        set(levels, PriceKind.EUR, europe, paper * euros);
                    }
                    case "foil" -> {
                        set(levels, PriceKind.USD_FOIL, america, paper * foil + 6);
                        set(levels, PriceKind.EUR_FOIL, europe, paper * foil * euros + 5);
                    }
                    default -> set(levels, PriceKind.USD_ETCHED, america, paper * foil * 1.1 + 8);
                }
            }
        }
        set(levels, PriceKind.TIX, printing.games().contains("mtgo") && !dice.chance(0.05), digital(printing, dice));
        return levels;
    }

    private static void set(double[] levels, PriceKind kind, boolean present, double cents) {
        if (present) {
            levels[kind.ordinal()] = cents;
        }
    }

    private static double paper(Printing printing) {
        double fame = printing.card().fame();
        double level = printing.card().isBasicLand()
                ? 12
                : switch (printing.card().rarity()) {
                    case COMMON -> between(2, 350, fame, 4);
                    case UNCOMMON -> between(5, 900, fame, 3.5);
                    case RARE -> between(20, 4000, fame, 2.6);
                    default -> between(80, 8000, fame, 2.2);
                };
        boolean old = printing.set().frame().equals("1997");
        boolean reprint = printing.reprint() && printing.look() == Look.REGULAR;
        return level * printing.look().worth() * (old ? 1.6 : 1) * (reprint ? 0.8 : 1);
    }

    /** Digital copies cost a fraction, and the sought-after ones nearly as much. */
    private static double digital(Printing printing, Dice dice) {
        double fame = printing.card().fame();
        double best =
                printing.rarity() == Rarity.BONUS ? 9000 : printing.rarity().isHigh() ? 2500 : 150;
        return between(1, best, fame, 4) * (0.7 + 0.6 * dice.unit());
    }

    /** From the lowest to the highest, by the power of the fame: most stay low, a few come near the top. */
    private static double between(double lowest, double highest, double fame, double steepness) {
        return lowest * StrictMath.pow(highest / lowest, StrictMath.pow(fame, steepness));
    }
}
