package org.mtgtracker.search.boundary;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which printing stands for its card where only one is shown. */
public enum Prefer {
    /** The newest one that looks as usual, on paper and in English where there is one. */
    DEFAULT("default"),
    OLDEST("oldest"),
    NEWEST("newest"),
    USD_LOW("usd-low", "usdlow"),
    USD_HIGH("usd-high", "usdhigh"),
    EUR_LOW("eur-low", "eurlow"),
    EUR_HIGH("eur-high", "eurhigh"),
    TIX_LOW("tix-low", "tixlow"),
    TIX_HIGH("tix-high", "tixhigh"),
    PROMO("promo"),
    /** One with a treatment of its own. */
    ATYPICAL("atypical"),
    UNIVERSES_BEYOND("ub", "universesbeyond"),
    NOT_UNIVERSES_BEYOND("notub", "notuniversesbeyond");

    private final List<String> words;

    Prefer(String... words) {
        this.words = List.of(words);
    }

    /** Scryfall's word for it. */
    public String word() {
        return words.get(0);
    }

    /** By one of its words, in any case. */
    public static Optional<Prefer> of(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(prefer -> prefer.words.contains(lower))
                .findFirst();
    }
}
