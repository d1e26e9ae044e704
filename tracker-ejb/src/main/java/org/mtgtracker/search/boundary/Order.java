package org.mtgtracker.search.boundary;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What results are sorted by; equal ones by name, then the newest first, then by set and number. */
public enum Order {
    NAME("name"),
    /** By set code and collector number. */
    SET("set"),
    RELEASED("released", "date"),
    RARITY("rarity"),
    /** White to green, then two colours and more, then none, then lands; those without a colour by identity. */
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

    private static final Set<Order> GREATEST_FIRST = EnumSet.of(RELEASED, RARITY, USD, TIX, EUR, SPOILED);

    private final List<String> words;

    Order(String... words) {
        this.words = List.of(words);
    }

    /** Scryfall's word for it. */
    public String word() {
        return words.get(0);
    }

    /** True when {@link Direction#AUTO} is from the greatest to the least. */
    public boolean isGreatestFirst() {
        return GREATEST_FIRST.contains(this);
    }

    /** By one of its words, in any case. */
    public static Optional<Order> of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(order -> order.words.contains(lower))
                .findFirst();
    }
}
