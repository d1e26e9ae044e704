package org.mtgtracker.server.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mana costs as they are written: {@code {2}{W}{U}}, {@code {W/U}}, {@code {B/P}}, {@code {2/R}}, {@code {X}}. */
final class ManaCost {
    private static final Pattern SYMBOL = Pattern.compile("\\{([^}]+)}");
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** How coloured mana is asked for. */
    enum Style {
        PLAIN,
        HYBRID,
        PHYREXIAN,
        TWOBRID,
        WITH_X
    }

    private ManaCost() {}

    /**
     * A cost of this mana value. When the value is too small for the colours, each colour is asked for once and the
     * cost is worth that many.
     *
     * @param coloured how many symbols are coloured, at least one for each colour
     */
    static String of(int manaValue, List<Colour> colours, int coloured, Style style) {
        List<Colour> ordered = inOrder(colours);
        StringBuilder pips = new StringBuilder();
        int paid = 0;
        if (style == Style.HYBRID && ordered.size() == 2) {
            paid = Math.max(1, Math.min(coloured, manaValue));
            pips.append(("{" + ordered.get(0).letter() + "/" + ordered.get(1).letter() + "}").repeat(paid));
        } else if (style == Style.TWOBRID && ordered.size() == 1 && manaValue >= 2 && manaValue % 2 == 0) {
            paid = manaValue;
            pips.append(("{2/" + ordered.get(0).letter() + "}").repeat(manaValue / 2));
        } else {
            int wanted = Math.max(ordered.size(), Math.min(coloured, manaValue));
            for (int i = 0; i < ordered.size(); i++) {
                int share = wanted / ordered.size() + (i < wanted % ordered.size() ? 1 : 0);
                String letter = ordered.get(i).letter();
                pips.append(("{" + (style == Style.PHYREXIAN ? letter + "/P" : letter) + "}").repeat(share));
            }
            paid = wanted;
        }
        String x = style == Style.WITH_X ? "{X}" : "";
        int generic = manaValue - paid;
        boolean showGeneric = generic > 0 || ordered.isEmpty() && x.isEmpty();
        return x + (showGeneric ? "{" + Math.max(0, generic) + "}" : "") + pips;
    }

    /** The colours in the order in which costs name them: {@code WU}, {@code GW}, {@code URW}. */
    static List<Colour> inOrder(List<Colour> colours) {
        Set<Colour> set = EnumSet.noneOf(Colour.class);
        set.addAll(colours);
        if (set.size() == 2 || set.size() == 3) {
            for (int step = 1; step <= 2; step++) {
                for (Colour first : Colour.values()) {
                    List<Colour> round = new ArrayList<>();
                    for (int i = 0; i < set.size(); i++) {
                        round.add(first.after(i * step));
                    }
                    if (set.containsAll(round)) {
                        return round;
                    }
                }
            }
        }
        return List.copyOf(set);
    }

    /** The mana value of a written cost, or of several with {@code //} between them. */
    static BigDecimal value(String cost) {
        BigDecimal sum = BigDecimal.ZERO;
        Matcher symbols = SYMBOL.matcher(cost);
        while (symbols.find()) {
            sum = sum.add(worth(symbols.group(1)));
        }
        return sum;
    }

    private static BigDecimal worth(String symbol) {
        if (symbol.equals("X")) {
            return BigDecimal.ZERO;
        }
        if (symbol.startsWith("H")) {
            return HALF;
        }
        if (Character.isDigit(symbol.charAt(0))) {
            return new BigDecimal(symbol.split("/")[0]);
        }
        return BigDecimal.ONE;
    }

    /** The colours of all mana symbols in a cost or a text. */
    static Set<Colour> colours(String text) {
        StringBuilder letters = new StringBuilder();
        Matcher symbols = SYMBOL.matcher(text);
        while (symbols.find()) {
            letters.append(symbols.group(1));
        }
        return Colour.of(letters.toString());
    }
}
