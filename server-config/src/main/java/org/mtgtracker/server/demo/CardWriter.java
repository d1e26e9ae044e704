package org.mtgtracker.server.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Writes a printing as Scryfall writes a card object. Addresses (of pages, pictures, shops) and the shops' and
 * platforms' ids are left out: for an invented card they would lead to something else.
 */
final class CardWriter {
    private final JsonGenerator json;

    CardWriter(JsonGenerator json) {
        this.json = json;
    }

    /** @param cents the prices of the day by {@link PriceKind}, 0 for none */
    void write(Printing printing, Standing standing, int[] cents) throws IOException {
        OracleCard card = printing.card();
        json.writeStartObject();
        json.writeStringField("object", "card");
        json.writeStringField("id", printing.id().toString());
        json.writeStringField("oracle_id", card.id().toString());
        strings("multiverse_ids", List.of());
        json.writeStringField("name", card.name());
        json.writeStringField("lang", "en");
        json.writeStringField("released_at", printing.set().released().toString());
        json.writeStringField("layout", card.layout());
        json.writeBooleanField("highres_image", false);
        json.writeStringField("image_status", "missing");
        writeRules(card);
        if (card.isTwoFaced()) {
            writeFaces(printing);
        }
        writeLegalities(standing.legalities());
        strings("games", printing.games());
        json.writeBooleanField("reserved", false);
        json.writeBooleanField("game_changer", standing.gameChanger());
        json.writeBooleanField("foil", printing.finishes().contains("foil"));
        json.writeBooleanField("nonfoil", printing.finishes().contains("nonfoil"));
        strings("finishes", printing.finishes());
        json.writeBooleanField("oversized", false);
        json.writeBooleanField("promo", printing.isPromo());
        json.writeBooleanField("reprint", printing.reprint());
        json.writeBooleanField("variation", printing.look() == Look.ALTERNATE);
        writeSet(printing.set());
        writeLook(printing);
        if (standing.edhrecRank() > 0) {
            json.writeNumberField("edhrec_rank", standing.edhrecRank());
        }
        if (standing.pennyRank() > 0) {
            json.writeNumberField("penny_rank", standing.pennyRank());
        }
        writePrices(cents);
        json.writeEndObject();
    }

    private void writeRules(OracleCard card) throws IOException {
        boolean oneSide = !card.turnsOver();
        if (oneSide) {
            json.writeStringField("mana_cost", card.manaCost());
        }
        json.writeNumberField("cmc", card.manaValue().setScale(1, RoundingMode.UNNECESSARY));
        json.writeStringField("type_line", card.typeLine());
        if (!card.isTwoFaced()) {
            json.writeStringField("oracle_text", card.front().oracleText());
        }
        if (oneSide) {
            writeStats(card.front());
            strings("colors", Colour.letters(card.colours()));
        }
        strings("color_identity", Colour.letters(card.identity()));
        strings("keywords", card.keywords());
        if (!card.producedMana().isEmpty()) {
            strings("produced_mana", card.producedMana());
        }
    }

    private void writeStats(Face face) throws IOException {
        optional("power", face.power());
        optional("toughness", face.toughness());
        optional("loyalty", face.loyalty());
    }

    private void writeFaces(Printing printing) throws IOException {
        boolean turnsOver = printing.card().turnsOver();
        json.writeArrayFieldStart("card_faces");
        for (int i = 0; i < printing.card().faces().size(); i++) {
            Face face = printing.card().faces().get(i);
            json.writeStartObject();
            json.writeStringField("object", "card_face");
            json.writeStringField("name", face.name());
            json.writeStringField("mana_cost", face.manaCost());
            json.writeStringField("type_line", face.typeLine());
            json.writeStringField("oracle_text", face.oracleText());
            if (turnsOver) {
                strings("colors", Colour.letters(face.colours()));
                if (!face.indicator().isEmpty() && i > 0) {
                    strings("color_indicator", Colour.letters(face.indicator()));
                }
            }
            writeStats(face);
            optional("flavor_text", printing.flavors().get(i));
            Printing.Art art = printing.art().get(turnsOver ? i : 0);
            json.writeStringField("artist", art.artist());
            json.writeStringField("artist_id", art.artistId().toString());
            if (turnsOver || i == 0) {
                json.writeStringField("illustration_id", art.illustrationId().toString());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeLegalities(Map<String, String> legalities) throws IOException {
        json.writeObjectFieldStart("legalities");
        for (Map.Entry<String, String> format : legalities.entrySet()) {
            json.writeStringField(format.getKey(), format.getValue());
        }
        json.writeEndObject();
    }

    private void writeSet(DemoSet set) throws IOException {
        json.writeStringField("set_id", set.id().toString());
        json.writeStringField("set", set.code());
        json.writeStringField("set_name", set.name());
        json.writeStringField("set_type", set.type());
    }

    private void writeLook(Printing printing) throws IOException {
        OracleCard card = printing.card();
        Printing.Art art = printing.art().get(0);
        json.writeStringField("collector_number", printing.number());
        json.writeBooleanField("digital", printing.isDigital());
        json.writeStringField("rarity", printing.rarity().word());
        optional("watermark", printing.watermark());
        if (!card.turnsOver()) {
            optional("flavor_text", printing.flavors().get(0));
        }
        json.writeStringField("artist", art.artist());
        strings("artist_ids", List.of(art.artistId().toString()));
        if (!card.turnsOver()) {
            json.writeStringField("illustration_id", art.illustrationId().toString());
        }
        json.writeStringField("border_color", printing.look().border(printing.set()));
        json.writeStringField("frame", printing.set().frame());
        List<String> effects = new ArrayList<>(printing.look().frameEffects());
        if (card.isLegendary() && printing.set().frame().equals("2015")) {
            effects.add(0, "legendary");
        }
        if (!effects.isEmpty()) {
            strings("frame_effects", effects);
        }
        if (printing.rarity().isHigh() && printing.set().frame().equals("2015") && !printing.isDigital()) {
            json.writeStringField("security_stamp", "oval");
        }
        json.writeBooleanField("full_art", printing.look() == Look.FULL_ART || printing.look() == Look.TEXTLESS);
        json.writeBooleanField("textless", printing.look() == Look.TEXTLESS);
        json.writeBooleanField("booster", printing.isInBoosters());
        json.writeBooleanField("story_spotlight", card.layout().equals("saga") && card.fame() > 0.5);
        if (!printing.look().promoTypes().isEmpty()) {
            strings("promo_types", printing.look().promoTypes());
        }
    }

    private void writePrices(int[] cents) throws IOException {
        json.writeObjectFieldStart("prices");
        for (PriceKind kind : PriceKind.values()) {
            int price = cents[kind.ordinal()];
            if (price == 0) {
                json.writeNullField(kind.key());
            } else {
                json.writeStringField(kind.key(), PriceKind.decimal(price));
            }
        }
        json.writeEndObject();
    }

    private void optional(String field, String text) throws IOException {
        if (!text.isEmpty()) {
            json.writeStringField(field, text);
        }
    }

    private void strings(String field, Collection<String> values) throws IOException {
        json.writeArrayFieldStart(field);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
