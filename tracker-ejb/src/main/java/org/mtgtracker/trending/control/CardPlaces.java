package org.mtgtracker.trending.control;

import java.util.Arrays;
import java.util.UUID;

/**
 * The cards of a reckoning in the order of their Scryfall ids. Lists name a card by its place here, so that a smaller
 * place is a smaller id.
 */
public final class CardPlaces {
    /** Stands for no place. */
    static final int NOWHERE = -1;

    private final int[] numbers;
    private final long[] high;
    private final long[] low;

    CardPlaces(int[] numbers, long[] high, long[] low) {
        this.numbers = numbers;
        this.high = high;
        this.low = low;
    }

    int size() {
        return numbers.length;
    }

    /** The number that the catalogue gives the card at this place. */
    int number(int place) {
        return numbers[place];
    }

    UUID id(int place) {
        return new UUID(high[place], low[place]);
    }

    /** The places by the cards' numbers, {@link #NOWHERE} for numbers that are none. */
    int[] byNumber() {
        int[] places = new int[Arrays.stream(numbers).max().orElse(NOWHERE) + 1];
        Arrays.fill(places, NOWHERE);
        for (int place = 0; place < numbers.length; place++) {
            places[numbers[place]] = place;
        }
        return places;
    }

    /** Collects cards, which come in their order. */
    static final class Builder {
        private static final int FIRST_SIZE = 1 << 10;

        private int[] numbers = new int[FIRST_SIZE];
        private long[] high = new long[FIRST_SIZE];
        private long[] low = new long[FIRST_SIZE];
        private int size;

        void add(int number, UUID id) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * size);
                high = Arrays.copyOf(high, 2 * size);
                low = Arrays.copyOf(low, 2 * size);
            }
            numbers[size] = number;
            high[size] = id.getMostSignificantBits();
            low[size] = id.getLeastSignificantBits();
            size++;
        }

        CardPlaces build() {
            return new CardPlaces(Arrays.copyOf(numbers, size), Arrays.copyOf(high, size), Arrays.copyOf(low, size));
        }
    }
}
