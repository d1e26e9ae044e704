package org.mtgtracker.search.index;

import java.util.Map;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;

/** Adds the values of all facets that are a printing's own. */
final class PrintingFacets {
    private static final Set<String> TWO_SIDES =
            Set.of("transform", "modal_dfc", "double_faced_token", "reversible_card");

    private PrintingFacets() {}

    static void add(Facets facets, CardFacts card, int at) {
        facets.add(Facet.SET, card.set(), at);
        facets.add(Facet.RARITY, card.rarity(), at);
        facets.add(Facet.LAYOUT, card.layout(), at);
        facets.add(Facet.LANGUAGE, card.language(), at);
        facets.add(Facet.BORDER, card.borderColor(), at);
        facets.add(Facet.FRAME, card.frame(), at);
        card.frameEffects().forEach(effect -> facets.add(Facet.FRAME, effect, at));
        card.games().forEach(game -> facets.add(Facet.GAME, game, at));
        card.artists().forEach(artist -> facets.add(Facet.ARTIST, Folded.text(artist), at));
        card.watermarks().forEach(watermark -> facets.add(Facet.WATERMARK, Folded.text(watermark), at));
        if (!card.securityStamp().isEmpty()) {
            facets.add(Facet.STAMP, card.securityStamp(), at);
            facets.add(Facet.HAS, "stamp", at);
        }
        if (!card.watermarks().isEmpty()) {
            facets.add(Facet.HAS, "watermark", at);
        }
        if (!card.flavorText().isEmpty()) {
            facets.add(Facet.HAS, "flavor", at);
        }
        if (!card.artists().isEmpty()) {
            facets.add(Facet.HAS, "artist", at);
        }
        if (!card.illustrations().isEmpty()) {
            facets.add(Facet.HAS, "illustration", at);
        }
        for (long id : card.foreignIds()) {
            facets.add(Facet.HAS, ForeignIds.kind(id), at);
        }
        if (TWO_SIDES.contains(card.layout())) {
            facets.add(Facet.HAS, "back", at);
        }
    }

    /** What formats say of all printings that they say the same of. */
    static void add(Facets facets, Map<String, String> legalities, RoaringBitmap positions) {
        legalities.forEach((format, status) -> {
            switch (status) {
                case "legal" -> facets.add(Facet.PLAYABLE, format, positions);
                case "restricted" -> {
                    facets.add(Facet.PLAYABLE, format, positions);
                    facets.add(Facet.RESTRICTED, format, positions);
                }
                case "banned" -> facets.add(Facet.BANNED, format, positions);
                default -> {
                    // not legal, as most cards are in most formats
                }
            }
        });
    }
}
