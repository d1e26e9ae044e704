package org.mtgtracker.search.index;

import static java.util.Objects.requireNonNull;

/**
 * A number of each face, or of each printing; NaN where there is none.
 *
 * @param perFace true when the values are the faces', false when they are the printings'
 * @param stars the faces whose number has a {@code *}
 */
public record NumberColumn(boolean perFace, float[] values, Positions stars) {
    /** What ∞ counts as: more than any other number on a card. */
    public static final float INFINITE = 1_000_000f;

    public NumberColumn {
        requireNonNull(values, "values is null");
    }

    /** The value of a face of a printing. */
    public float at(int position, int face) {
        return values[perFace ? face : position];
    }

    long bytes() {
        return 4L * values.length;
    }

    /** A power, toughness or loyalty as a number: what is not one counts as 0 (CR 107.2). */
    static float parse(String text) {
        if (text.isEmpty()) {
            return Float.NaN;
        }
        float sum = 0;
        int sign = 1;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c >= '0' && c <= '9' || c == '.') {
                int end = at;
                while (end < text.length() && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
                    end++;
                }
                sum += sign * number(text.substring(at, end));
                at = end;
                sign = 1;
                continue;
            }
            switch (c) {
                case '-', '−' -> sign = -1;
                case '½' -> sum += sign * 0.5f;
                case '∞' -> sum += sign * INFINITE;
                case '²' -> sign = 1;
                default -> sign = c == '+' ? 1 : sign;
            }
            at++;
        }
        return sum;
    }

    private static float number(String digits) {
        try {
            return Float.parseFloat(digits);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
