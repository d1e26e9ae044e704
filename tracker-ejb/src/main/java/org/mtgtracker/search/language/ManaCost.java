package org.mtgtracker.search.language;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mana cost as a bag of symbols (CR 107.4, 202.1): generic mana added up, everything else by symbol.
 *
 * @param symbols how often each symbol is there, in upper case and without braces; the halves of a hybrid in one order
 */
public record ManaCost(double generic, Map<String, Integer> symbols) {
    private static final Pattern SYMBOL = Pattern.compile(
            "\\{([^{}]+)}|((?:[0-9]+|[WUBRGCP])(?:/(?:[0-9]+|[WUBRGCP])){1,2})|([0-9]+)|([WUBRGCSXYZ])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern KNOWN =
            Pattern.compile("[WUBRGCSXYZDL]|H[WUBRG]|∞|PW|TK|E|P|(?:[0-9]+|[WUBRGCP])(?:/(?:[0-9]+|[WUBRGCP])){1,2}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final String HYBRID_ORDER = "0123456789WUBRGCP";

    public ManaCost {
        symbols = Map.copyOf(requireNonNull(symbols, "symbols is null"));
    }

    /** Reads symbols in braces, or letters and numbers without; empty when there is anything else. */
    public static Optional<ManaCost> parse(String text) {
        Map<String, Integer> symbols = new TreeMap<>();
        double generic = 0;
        Matcher matcher = SYMBOL.matcher(text.strip());
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            end = matcher.end();
            String symbol = matcher.group().replaceAll("[{}]", "").toUpperCase(Locale.ROOT);
            if (NUMBER.matcher(symbol).matches()) {
                generic += Integer.parseInt(symbol);
            } else if (symbol.equals("½")) {
                generic += 0.5;
            } else if (KNOWN.matcher(symbol).matches()) {
                symbols.merge(canonical(symbol), 1, Integer::sum);
            } else {
                return Optional.empty();
            }
        }
        return end == 0 || end < text.strip().length() ? Optional.empty() : Optional.of(new ManaCost(generic, symbols));
    }

    private static String canonical(String symbol) {
        if (symbol.indexOf('/') < 0) {
            return symbol;
        }
        String[] halves = symbol.split("/");
        Arrays.sort(halves, Comparator.comparingInt(half -> HYBRID_ORDER.indexOf(half.charAt(half.length() - 1))));
        return String.join("/", halves);
    }

    /** True when this has everything that the other has. */
    public boolean contains(ManaCost other) {
        if (generic < other.generic) {
            return false;
        }
        for (Map.Entry<String, Integer> symbol : other.symbols.entrySet()) {
            if (symbols.getOrDefault(symbol.getKey(), 0) < symbol.getValue()) {
                return false;
            }
        }
        return true;
    }

    /** True when nothing is in it: the cost {@code {0}}. */
    public boolean isNothing() {
        return generic == 0 && symbols.isEmpty();
    }

    /** Whether this stands in the relation to the other one; bags need not be comparable at all. */
    public boolean fits(Operator operator, ManaCost other) {
        return switch (operator) {
            case HAS -> other.isNothing() ? equals(other) : contains(other);
            case EQUAL -> equals(other);
            case UNEQUAL -> !equals(other);
            case AT_LEAST -> contains(other);
            case GREATER -> contains(other) && !equals(other);
            case AT_MOST -> other.contains(this);
            case LESS -> other.contains(this) && !equals(other);
        };
    }

    /** How many of its symbols are of one of these colours (CR 700.5). */
    public int devotion(int colours) {
        int count = 0;
        for (Map.Entry<String, Integer> symbol : symbols.entrySet()) {
            if ((ColourValue.mask(symbol.getKey()) & ColourValue.ALL & colours) != 0) {
                count += symbol.getValue();
            }
        }
        return count;
    }

    /** The colours of its symbols, as bits. */
    public int colours() {
        return symbols.keySet().stream().mapToInt(ColourValue::mask).reduce(0, (one, other) -> one | other)
                & ColourValue.ALL;
    }

    /** How many symbols there are, generic mana not counted. */
    public int size() {
        return symbols.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** True when it can be paid with one of two kinds of mana. */
    public boolean isHybrid() {
        return symbols.keySet().stream()
                .anyMatch(symbol -> symbol.replace("/P", "").contains("/"));
    }
}
