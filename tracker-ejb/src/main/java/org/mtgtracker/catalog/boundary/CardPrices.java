package org.mtgtracker.catalog.boundary;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/**
 * What many cards cost, in two arrays: half a million cards take 14 MB. In Scryfall's order the types are
 * {@code usd}, {@code usd_foil}, {@code usd_etched}, {@code eur}, {@code eur_foil}, {@code tix}.
 */
public final class CardPrices {
    /** Scryfall's names of the price types, in the order of {@link #cents(int, int)}. */
    public static final List<String> TYPES = List.of("usd", "usd_foil", "usd_etched", "eur", "eur_foil", "tix");

    /** Stands for no price. */
    public static final int NONE = -1;

    /** Magic's first cards were sold on it; no price is older. */
    public static final LocalDate FIRST_DAY = LocalDate.of(1993, 8, 5);

    private static final int FIRST_SIZE = 1 << 10;

    private int[] cards = new int[FIRST_SIZE];
    private int[] cents = new int[FIRST_SIZE * TYPES.size()];
    private int size;

    /** Whether prices can be of this day: from {@link #FIRST_DAY} to {@link #lastDay}. */
    public static boolean canBeOf(LocalDate day, Clock clock) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(lastDay(clock));
    }

    /** The last day that prices can be of, tomorrow (UTC): clocks may differ. */
    public static LocalDate lastDay(Clock clock) {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusDays(1);
    }

    /**
     * Adds a card.
     *
     * @param card its number in the catalogue
     * @param byType integer cents by type, {@link #NONE} for no price; copied
     */
    public void add(int card, int[] byType) {
        requireNonNull(byType, "byType is null");
        if (byType.length != TYPES.size()) {
            throw new IllegalArgumentException("There are " + byType.length + " prices; a card has " + TYPES.size());
        }
        if (size == cards.length) {
            cards = Arrays.copyOf(cards, size * 2);
            cents = Arrays.copyOf(cents, cards.length * TYPES.size());
        }
        cards[size] = card;
        System.arraycopy(byType, 0, cents, size * TYPES.size(), TYPES.size());
        size++;
    }

    public int size() {
        return size;
    }

    /** The number, in the catalogue, of the card at a place from 0. */
    public int card(int place) {
        return cards[place];
    }

    /** What the card at a place costs, in cents (tix: hundredths); {@link #NONE} for no price. */
    public int cents(int place, int type) {
        return cents[place * TYPES.size() + type];
    }

    @Override
    public String toString() {
        return "prices of " + size + " cards";
    }
}
