package org.mtgtracker.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Scryfall's objects as the API's description has them: the members that most clients look at. An object has whatever
 * Scryfall gave it, so further members are allowed, and any may be missing.
 */
public final class ScryfallObjects {
    /** All of them. */
    static final List<Class<? extends Record>> ALL =
            List.of(Card.class, CardFace.class, CardPrices.class, CardSet.class, CardSymbol.class, Ruling.class);

    private ScryfallObjects() {}

    /** A printing of a card; set_name is not named, since generated Java clients have no room for it beside set and name. */
    public record Card(
            UUID id,

            @Schema(description = "What all printings of the card share")
            UUID oracle_id,

            String name,
            @Schema(example = "en") String lang,
            LocalDate released_at,
            @Schema(example = "normal") String layout,
            @Schema(example = "{1}{R}") String mana_cost,
            Double cmc,
            String type_line,
            String oracle_text,
            String power,
            String toughness,
            List<String> colors,
            List<String> color_identity,
            List<String> keywords,
            List<CardFace> card_faces,

            @Schema(description = "By format: legal, not_legal, restricted or banned")
            Object legalities,

            @Schema(description = "By size, as addresses") Object image_uris,
            String set,
            String collector_number,

            @Schema(enumeration = {"common", "uncommon", "rare", "special", "mythic", "bonus"})
            String rarity,

            String artist,
            List<String> finishes,
            CardPrices prices) {}

    /** A face of a card that has several. */
    public record CardFace(String name, String mana_cost, String type_line, String oracle_text, String artist) {}

    /** What a printing cost when it was imported; decimal texts, null where there was no price. */
    public record CardPrices(
            @Schema(nullable = true, example = "1.25") String usd,
            @Schema(nullable = true) String usd_foil,
            @Schema(nullable = true) String usd_etched,
            @Schema(nullable = true) String eur,
            @Schema(nullable = true) String eur_foil,
            @Schema(nullable = true) String tix) {}

    /** A set. */
    public record CardSet(
            UUID id, String code, String name, String set_type, LocalDate released_at, Integer card_count) {}

    /** A symbol of costs and texts. */
    public record CardSymbol(@Schema(example = "{T}") String symbol, String english, String svg_uri) {}

    /** What was ruled about a card. */
    public record Ruling(UUID oracle_id, String source, LocalDate published_at, String comment) {}
}
