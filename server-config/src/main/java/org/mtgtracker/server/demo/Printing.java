package org.mtgtracker.server.demo;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;

/**
 * One printing of a card in a set: what Scryfall calls a card object.
 *
 * @param number the collector number, with letters or a star behind it on some
 * @param reprint whether an older set had the card
 * @param art one for each side that has a picture of its own
 * @param flavors one for each face, empty where there is none
 * @param watermark empty where there is none
 */
record Printing(
        UUID id,
        OracleCard card,
        DemoSet set,
        String number,
        Rarity rarity,
        Look look,
        boolean reprint,
        List<Art> art,
        List<String> flavors,
        String watermark) {

    /** A picture and who made it up. */
    record Art(UUID illustrationId, String artist, UUID artistId) {}

    Printing {
        requireNonNull(id, "id is null");
        requireNonNull(number, "number is null");
        art = List.copyOf(art);
        flavors = List.copyOf(flavors);
    }

    List<String> finishes() {
        return isDigital() ? List.of("nonfoil") : look.finishes(card);
    }

    /** Where it can be played with. Of the digital set, what is new in it is on one platform, the rest on the other. */
    List<String> games() {
        if (!set.isDigital()) {
            return set.games();
        }
        return reprint ? List.of("mtgo") : List.of("arena");
    }

    boolean isDigital() {
        return set.isDigital();
    }

    boolean isPromo() {
        return set.type().equals("promo");
    }

    boolean isInBoosters() {
        boolean sold = set.isMain() || set.isFunny() || set.type().equals("masters");
        return sold && look.isInBoosters() && !(card.isBasicLand() && set.isRecent());
    }
}
