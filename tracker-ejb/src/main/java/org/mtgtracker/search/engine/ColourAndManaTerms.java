package org.mtgtracker.search.engine;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.mtgtracker.search.index.CardIndex;
import org.mtgtracker.search.index.Facet;
import org.mtgtracker.search.language.ColourValue;
import org.mtgtracker.search.language.Dropped;
import org.mtgtracker.search.language.Key;
import org.mtgtracker.search.language.ManaCost;
import org.mtgtracker.search.language.Operator;
import org.mtgtracker.search.language.Query;
import org.mtgtracker.search.language.Value;
import org.roaringbitmap.RoaringBitmap;

/** Colours as sets of five bits, mana costs as bags of symbols; there are few of either, so each is asked once. */
final class ColourAndManaTerms {
    /** Colours that there can be devotion to: one, or two together. */
    private static final Pattern DEVOTED = Pattern.compile("[WUBRG](/[WUBRG])?");

    private final CardIndex index;

    ColourAndManaTerms(CardIndex index) {
        this.index = requireNonNull(index, "index is null");
    }

    Condition condition(Query.Term term) throws NotUnderstood {
        if (term.key() == Key.MANA && term.value() instanceof Value.Pattern pattern) {
            return printed(pattern, term.operator());
        }
        return new Condition.Known(
                switch (term.key()) {
                    case MANA -> mana(term);
                    case DEVOTION -> devotion(term);
                    default -> colours(term);
                });
    }

    private RoaringBitmap colours(Query.Term term) throws NotUnderstood {
        boolean mana = term.key() == Key.PRODUCES;
        String typed = term.value().text();
        ColourValue value = (mana ? ColourValue.parseMana(typed) : ColourValue.parse(typed))
                .orElseThrow(() -> new NotUnderstood(problem(
                        typed.toLowerCase(Locale.ROOT), term.key().names().get(0))));
        Facet facet =
                switch (term.key()) {
                    case IDENTITY -> Facet.IDENTITY;
                    case PRODUCES -> Facet.PRODUCES;
                    default -> Facet.COLOURS;
                };
        Operator has = term.key() == Key.IDENTITY ? Operator.AT_MOST : Operator.AT_LEAST;
        if (value instanceof ColourValue.Some) {
            return fitting(facet, some(term.operator()));
        }
        if (term.operator() == Operator.UNEQUAL) {
            RoaringBitmap equal = fitting(facet, test(value, Operator.EQUAL, has));
            return RoaringBitmap.andNot(index.all(), equal);
        }
        IntPredicate test = test(value, term.operator(), has);
        // what makes no mana at all produces nothing that could be compared; but how much that is can be said
        boolean set = mana && value instanceof ColourValue.Set;
        return fitting(facet, set ? test.and(mask -> mask != 0) : test);
    }

    /** Measured of Scryfall: {@code !=} says the same as {@code =} here. */
    private static IntPredicate some(Operator operator) {
        return switch (operator) {
            case LESS -> mask -> mask == 0;
            case AT_MOST -> mask -> Integer.bitCount(mask) <= 1;
            default -> mask -> mask != 0;
        };
    }

    private static String problem(String typed, String key) {
        if (typed.matches("[wubrgc]+")) {
            return "A card cannot be both colored and colorless.";
        }
        if (typed.matches("[wubrgcm]+")) {
            return "Using “m” with other colors is no longer supported. Use " + key + ">" + typed.replace("m", "")
                    + " instead.";
        }
        return "Unknown color “" + Dropped.shortened(typed) + "”";
    }

    private RoaringBitmap fitting(Facet facet, IntPredicate test) {
        return Bitmaps.union(index.facet(facet), mask -> test.test(Integer.parseInt(mask)));
    }

    private static IntPredicate test(ColourValue value, Operator typed, Operator has) {
        if (value instanceof ColourValue.Count count) {
            return mask -> typed.fits(Integer.compare(Integer.bitCount(mask), count.count()));
        }
        if (value instanceof ColourValue.Several) {
            return switch (typed) {
                case LESS -> mask -> Integer.bitCount(mask) < 2;
                case AT_MOST -> mask -> true;
                default -> mask -> Integer.bitCount(mask) > 1;
            };
        }
        int wanted = ((ColourValue.Set) value).mask();
        // nothing but “colourless” can be meant where everything has at least no colour
        Operator operator = wanted == 0 && typed == Operator.HAS ? Operator.EQUAL : typed.reading(has);
        return mask -> switch (operator) {
            case AT_LEAST -> (mask & wanted) == wanted;
            case GREATER -> (mask & wanted) == wanted && mask != wanted;
            case AT_MOST -> (mask & ~wanted) == 0;
            case LESS -> (mask & ~wanted) == 0 && mask != wanted;
            case UNEQUAL -> mask != wanted;
            default -> mask == wanted;
        };
    }

    private RoaringBitmap mana(Query.Term term) throws NotUnderstood {
        ManaCost wanted = cost(term);
        if (term.operator() == Operator.UNEQUAL) {
            return RoaringBitmap.andNot(index.all(), costing(cost -> cost.equals(wanted)));
        }
        return costing(cost -> cost.fits(term.operator(), wanted));
    }

    /** Costs as they are printed, against a pattern. */
    private Condition printed(Value.Pattern typed, Operator operator) throws NotUnderstood {
        if (operator.isComparison()) {
            throw new NotUnderstood("A pattern is neither more nor less than a cost.");
        }
        com.google.re2j.Pattern pattern = Patterns.typed(typed.text());
        Condition fitting = pattern.matcher("").find()
                ? new Condition.Known(index.all())
                : new Condition.Printed(index.facet(Facet.MANA_COST), new Re2Matcher(pattern));
        return operator == Operator.UNEQUAL ? new Condition.Inverse(fitting, index.all()) : fitting;
    }

    private RoaringBitmap devotion(Query.Term term) throws NotUnderstood {
        ManaCost wanted = cost(term);
        int colours = wanted.colours();
        boolean oneSymbol = wanted.generic() == 0
                && wanted.symbols().size() == 1
                && DEVOTED.matcher(wanted.symbols().keySet().iterator().next()).matches();
        if (!oneSymbol) {
            throw new NotUnderstood("Devotion can only match single color or hybrid mana.");
        }
        Operator operator = term.operator().reading(Operator.AT_LEAST);
        Predicate<ManaCost> devoted = cost -> operator.fits(Integer.compare(cost.devotion(colours), wanted.size()));
        RoaringBitmap ofAnyFace = RoaringBitmap.and(costing(devoted), index.with(Facet.KIND, "permanent"));
        // an adventure is no permanent, though its card becomes one
        ofAnyFace.andNot(Bitmaps.union(index.facet(Facet.PERMANENT_COST), any -> true));
        ofAnyFace.or(costing(Facet.PERMANENT_COST, devoted));
        return ofAnyFace;
    }

    private static ManaCost cost(Query.Term term) throws NotUnderstood {
        String typed = term.value().text();
        return ManaCost.parse(typed)
                .orElseThrow(() -> new NotUnderstood(
                        "Unknown mana symbols “" + Dropped.shortened(typed.toUpperCase(Locale.ROOT)) + "”."));
    }

    private RoaringBitmap costing(Predicate<ManaCost> fits) {
        return costing(Facet.MANA_COST, fits);
    }

    private RoaringBitmap costing(Facet facet, Predicate<ManaCost> fits) {
        return Bitmaps.union(index.facet(facet), written -> {
            ManaCost cost = index.costs().get(written);
            return cost != null && fits.test(cost);
        });
    }
}
