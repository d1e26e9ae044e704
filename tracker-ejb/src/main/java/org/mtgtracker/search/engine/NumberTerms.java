package org.mtgtracker.search.engine;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.search.index.CardIndex;
import org.mtgtracker.search.index.NumberColumn;
import org.mtgtracker.search.index.PriceColumns;
import org.mtgtracker.search.language.Dropped;
import org.mtgtracker.search.language.Key;
import org.mtgtracker.search.language.Kind;
import org.mtgtracker.search.language.Operator;
import org.mtgtracker.search.language.Query;

/** Numbers against numbers, and against each other; of a card with several faces, those of one face. */
final class NumberTerms {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:[0-9]{1,12}(?:\\.[0-9]{0,6})?|\\.[0-9]{1,6})");
    private static final Pattern STARRED = Pattern.compile("\\*|([0-9]{1,9})[+-]\\*|\\*\\+([0-9]{1,9})");
    private static final Pattern AMOUNT = Pattern.compile("[$€]?([0-9]{1,9}(?:\\.[0-9]{0,6})?|\\.[0-9]{1,6})");
    private static final Set<Key> WITH_STARS = EnumSet.of(Key.POWER, Key.TOUGHNESS, Key.LOYALTY);

    private final CardIndex index;
    private final int[] rulesOf;
    private final int[] facesStart;

    NumberTerms(CardIndex index) {
        this.index = requireNonNull(index, "index is null");
        rulesOf = index.rulesOf();
        facesStart = index.facesStart();
    }

    Condition condition(Query.Term term) throws NotUnderstood {
        String value = term.value().text().toLowerCase(Locale.ROOT);
        NumberColumn left = index.numbers(term.key());
        Operator operator = term.operator();
        if (term.key() == Key.NUMBER && !operator.isComparison()) {
            return collectorNumber(value, operator);
        }
        if (term.key() == Key.MANA_VALUE && (value.equals("even") || value.equals("odd"))) {
            return parity(left, value.equals("odd") == (operator != Operator.UNEQUAL));
        }
        Optional<Key> other = Key.named(value).filter(key -> key.kind() == Kind.NUMBER);
        if (other.isPresent()) {
            if (other.get() == term.key()) {
                throw new NotUnderstood("The sides of your comparison must be different.");
            }
            NumberColumn right = index.numbers(other.get());
            return each(left, right, (position, face) -> {
                float one = left.at(position, face);
                float two = right.at(position, face);
                return !Float.isNaN(one) && !Float.isNaN(two) && operator.fits(Float.compare(one, two));
            });
        }
        Matcher starred = STARRED.matcher(value);
        if (starred.matches() && WITH_STARS.contains(term.key()) && !operator.isComparison()) {
            return each(left, left, (position, face) -> {
                float own = left.at(position, face);
                return !Float.isNaN(own) && isStarred(left, face, own, starred) == (operator != Operator.UNEQUAL);
            });
        }
        float number = number(value, term);
        return each(left, left, (position, face) -> {
            float own = left.at(position, face);
            return !Float.isNaN(own) && operator.fits(Float.compare(own, number));
        });
    }

    /** {@code *} asks for what is 0 before it is known, and for every star; {@code 1+*} for what is printed just so. */
    private static boolean isStarred(NumberColumn column, int face, float own, Matcher asked) {
        String digits = asked.group(1) != null ? asked.group(1) : asked.group(2);
        return digits == null
                ? own == 0 || column.stars().has(face)
                : own == Float.parseFloat(digits) && column.stars().has(face);
    }

    private static float number(String value, Query.Term term) throws NotUnderstood {
        if (value.matches("[*xyz]")) {
            return 0;
        }
        if (value.equals("½")) {
            return 0.5f;
        }
        if (value.equals("∞") && WITH_STARS.contains(term.key())) {
            return NumberColumn.INFINITE;
        }
        if (!NUMBER.matcher(value).matches()) {
            throw new NotUnderstood(
                    term.key() == Key.MANA_VALUE
                            ? "The value must be a number, or “even”/“odd”"
                            : "“" + Dropped.shortened(term.value().text()) + "” is not a number.");
        }
        // so that 0 and -0 are one number
        return Float.parseFloat(value) + 0.0f;
    }

    /** Of a price, a whole amount or a part of it. */
    Condition price(Query.Term term) throws NotUnderstood {
        int[] cents = index.prices().cents(term.key());
        String value = term.value().text();
        var amount = AMOUNT.matcher(value);
        Operator operator = term.operator();
        Optional<Key> other = Key.named(value).filter(key -> key.kind() == Kind.PRICE);
        if (other.isPresent() && other.get() != term.key()) {
            int[] others = index.prices().cents(other.get());
            return new Condition.Each(
                    cents.length,
                    position -> cents[position] != CardPrices.NONE
                            && others[position] != CardPrices.NONE
                            && operator.fits(Integer.compare(cents[position], others[position])));
        }
        if (!amount.matches() || PriceColumns.cents(amount.group(1)) == CardPrices.NONE) {
            throw new NotUnderstood("“" + Dropped.shortened(value) + "” is not an amount.");
        }
        int wanted = PriceColumns.cents(amount.group(1));
        return new Condition.Each(
                cents.length,
                position ->
                        cents[position] != CardPrices.NONE && operator.fits(Integer.compare(cents[position], wanted)));
    }

    private Condition collectorNumber(String value, Operator operator) {
        boolean equal = operator != Operator.UNEQUAL;
        return new Condition.Each(
                rulesOf.length, position -> index.collectorNumber(position).equalsIgnoreCase(value) == equal);
    }

    private Condition parity(NumberColumn column, boolean odd) {
        return new Condition.Each(rulesOf.length, position -> {
            float value = column.at(position, 0);
            return value == (int) value && ((int) value % 2 != 0) == odd;
        });
    }

    @FunctionalInterface
    private interface FaceTest {
        boolean fits(int position, int face);
    }

    private Condition each(NumberColumn left, NumberColumn right, FaceTest test) {
        if (!left.perFace() && !right.perFace()) {
            return new Condition.Each(rulesOf.length, position -> test.fits(position, 0));
        }
        if (left.perFace() && right.perFace()) {
            return new Condition.OfRules(index.rulesStart(), rulesOf, rules -> anyFace(rules, 0, test));
        }
        return new Condition.Each(rulesOf.length, position -> anyFace(rulesOf[position], position, test));
    }

    private boolean anyFace(int rules, int position, FaceTest test) {
        for (int face = facesStart[rules]; face < facesStart[rules + 1]; face++) {
            if (test.fits(position, face)) {
                return true;
            }
        }
        return false;
    }
}
