package org.mtgtracker.search.boundary;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What results are sorted by; equal ones by name, then the newest first, then by set and number. */
public enum Order {
    NAME("name"),
    /** By set code and collector number. */
    SET("set"),
    /** The newest first unless told otherwise. */
    RELEASED("released", "date"),
    RARITY("rarity"),
    /** White to green, then several colours, then none. */
    COLOR("color", "colour"),
    USD("usd"),
    TIX("tix"),
    EUR("eur"),
    CMC("cmc", "mv", "manavalue"),
    POWER("power", "pow"),
    TOUGHNESS("toughness", "tou"),
    ARTIST("artist"),
    EDHREC("edhrec"),
    PENNY("penny"),
    /** As set reviews go through a set: by colour and mana value, the special treatments last. */
    REVIEW("review"),
    /** As cards became known; release and number where nothing is known of that. */
    SPOILED("spoiled");

    private final List<String> words;

    Order(String... words) {
        this.words = List.of(words);
    }

    /** Scryfall's word for it. */
    public String word() {
        return words.get(0);
    }

    /** By one of its words, in any case. */
    public static Optional<Order> of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(order -> order.words.contains(lower))
                .findFirst();
    }
}
