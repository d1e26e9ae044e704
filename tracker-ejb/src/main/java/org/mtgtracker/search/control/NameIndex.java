package org.mtgtracker.search.control;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.mtgtracker.search.entity.Printing;

/**
 * All names of one catalogue version, in order, one for each oracle card. Immutable; a card is known by its position.
 *
 * <p>The names lie one behind the other in a single string. A search runs over it once, looking for the longest word
 * with {@link String#indexOf(String, int)}, which the JVM does with vector instructions, and looks for the other words
 * only in the names where that one was met: 20,000 names are about 400 kB, and take some 0.1 ms.
 */
public final class NameIndex {
    /** What a pod searches in before any catalogue was imported. */
    public static final NameIndex EMPTY = new Builder().build(0);

    private final long version;
    private final int printings;
    private final Key[] keys;
    private final UUID[] cards;
    private final String text;
    /** Where each card's text begins; one more than there are cards, the last being the end of the text. */
    private final int[] starts;

    private NameIndex(long version, int printings, Key[] keys, UUID[] cards, String text, int[] starts) {
        this.version = version;
        this.printings = printings;
        this.keys = keys;
        this.cards = cards;
        this.text = text;
        this.starts = starts;
    }

    /**
     * Where a card stands in the order: by folded name, then by what its printings share. It stays the same from one
     * catalogue version to the next unless the card is renamed.
     */
    record Key(String name, UUID oracle) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::name).thenComparing(Key::oracle);

        Key {
            requireNonNull(name, "name is null");
            requireNonNull(oracle, "oracle is null");
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** The catalogue version that this was built from; 0 for none. */
    public long version() {
        return version;
    }

    /** How many oracle cards there are to be found. */
    public int size() {
        return cards.length;
    }

    /** How many printings were looked at, the hidden ones not counted. */
    public int printings() {
        return printings;
    }

    /** The Scryfall id of the printing that stands for the card at a position. */
    UUID card(int position) {
        return cards[position];
    }

    Key key(int position) {
        return keys[position];
    }

    /** The positions, ascending, of the cards whose names contain every one of the folded words; all without words. */
    int[] matching(List<String> words) {
        if (words.isEmpty()) {
            return IntStream.range(0, cards.length).toArray();
        }
        String longest =
                words.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
        int[] matches = new int[16];
        int count = 0;
        int position = 0;
        for (int at = text.indexOf(longest); at >= 0; at = text.indexOf(longest, starts[position])) {
            while (starts[position + 1] <= at) {
                position++;
            }
            if (containsAll(words, position)) {
                if (count == matches.length) {
                    matches = Arrays.copyOf(matches, count * 2);
                }
                matches[count++] = position;
            }
            position++;
        }
        return Arrays.copyOf(matches, count);
    }

    /** The position of the first card behind a key, whether the key's card is still there or not. */
    int firstBehind(Key key) {
        int found = Arrays.binarySearch(keys, key);
        return found >= 0 ? found + 1 : -found - 1;
    }

    private boolean containsAll(List<String> words, int position) {
        for (String word : words) {
            if (!contains(word, starts[position], starts[position + 1])) {
                return false;
            }
        }
        return true;
    }

    private boolean contains(String word, int from, int to) {
        for (int at = from; at <= to - word.length(); at++) {
            if (text.startsWith(word, at)) {
                return true;
            }
        }
        return false;
    }

    /** Gathers printings, in any order, and keeps the preferred one of each oracle card. */
    public static final class Builder {
        private final Map<UUID, Printing> preferred = new HashMap<>();
        private int printings;

        /** Takes a printing in; an extra (a token, an emblem, a plane …) is left out. */
        public Builder add(Printing printing) {
            if (!printing.isExtra()) {
                printings++;
                preferred.merge(
                        printing.oracle(),
                        printing,
                        (one, other) -> Printing.PREFERRED.compare(one, other) <= 0 ? one : other);
            }
            return this;
        }

        /** Makes the index of a catalogue version. */
        public NameIndex build(long version) {
            List<Named> ordered = new ArrayList<>(preferred.size());
            preferred.values().forEach(printing -> ordered.add(Named.of(printing)));
            ordered.sort(Comparator.comparing(Named::key));
            Key[] keys = new Key[ordered.size()];
            UUID[] cards = new UUID[keys.length];
            int[] starts = new int[keys.length + 1];
            StringBuilder text = new StringBuilder(keys.length * 20);
            for (int position = 0; position < keys.length; position++) {
                Named named = ordered.get(position);
                keys[position] = named.key();
                cards[position] = named.printing().card();
                starts[position] = text.length();
                text.append(Folded.name(named.printing().name())).append(Folded.BREAK);
            }
            starts[keys.length] = text.length();
            return new NameIndex(version, printings, keys, cards, text.toString(), starts);
        }
    }

    private record Named(Key key, Printing printing) {
        static Named of(Printing printing) {
            return new Named(new Key(Folded.sortKey(printing.name()), printing.oracle()), printing);
        }
    }
}
