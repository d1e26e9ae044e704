package org.mtgtracker.search.index;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One string for each text, however many cards have it. A text that is known already is found by its characters, and no
 * string is made of them. May be used by several threads.
 */
final class Texts {
    private final Map<Letters, String> known = new ConcurrentHashMap<>();

    String of(char[] all, int from, int length) {
        String text = known.get(new Letters(all, from, length));
        return text != null ? text : of(new String(all, from, length));
    }

    String of(String text) {
        Letters letters = new Letters(text);
        String earlier = known.get(letters);
        if (earlier == null) {
            earlier = known.putIfAbsent(letters, text);
        }
        return earlier == null ? text : earlier;
    }

    /** Characters of an array, or those of a string, which alone is kept. */
    private static final class Letters {
        private final char[] all;
        private final int from;
        private final int length;
        private final String text;
        private final int hash;

        Letters(char[] all, int from, int length) {
            this.all = all;
            this.from = from;
            this.length = length;
            text = null;
            int sum = 0;
            for (int at = from; at < from + length; at++) {
                sum = 31 * sum + all[at];
            }
            hash = sum;
        }

        /** The hash of a string is that of its characters by its own documentation. */
        Letters(String text) {
            all = null;
            from = 0;
            length = text.length();
            this.text = text;
            hash = text.hashCode();
        }

        /** What is compared with is known, and so has a string. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Letters letters
                    && hash == letters.hash
                    && length == letters.length
                    && (text == null ? isIn(letters.text) : text.equals(letters.text));
        }

        private boolean isIn(String same) {
            for (int place = 0; place < length; place++) {
                if (all[from + place] != same.charAt(place)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
