package org.mtgtracker.search.index;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * Reads Scryfall card objects, today's and those of 2019, token by token. Equal texts of different cards become one
 * string, equal rules one object, so that a catalogue being read takes no more memory than its distinct contents. May be
 * used by several threads.
 */
final class CardFactsReader {
    /** The flag of a printing that was shown for the first time on one of Scryfall's own pages. */
    static final String PREVIEWED_BY_SCRYFALL = "previewed_by_scryfall";

    /** The flag of an attraction, whose lights are a list. */
    static final String ATTRACTION_LIGHTS = "attraction_lights";

    /** The flag of a printing that has its text in another language, on its front at least. */
    static final String PRINTED_TEXT = "printed_text";

    /** The members that are texts of the card as a whole. */
    private static final Map<String, BiConsumer<CardDraft, String>> TEXTS = Map.ofEntries(
            entry("lang", (card, text) -> card.language = text),
            entry("layout", (card, text) -> card.layout = text),
            entry("set", (card, text) -> card.set = text),
            entry("set_name", (card, text) -> card.setName = text),
            entry("set_type", (card, text) -> card.setType = text),
            entry("collector_number", (card, text) -> card.collectorNumber = text),
            entry("rarity", (card, text) -> card.rarity = text),
            entry("border_color", (card, text) -> card.borderColor = text),
            entry("frame", (card, text) -> card.frame = text),
            entry("security_stamp", (card, text) -> card.securityStamp = text));

    private static final JsonFactory JSON = new JsonFactory();

    private final Members members = new Members();
    private final Map<RulesFacts, RulesFacts> rules = new ConcurrentHashMap<>();

    /** Reads one object; one that the import took is never broken. */
    CardFacts read(int number, byte[] object) {
        try (JsonParser json = JSON.createParser(object)) {
            json.nextToken();
            CardDraft draft = new CardDraft(number, object, members, rules);
            for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                json.nextToken();
                take(draft, field, json);
                // what stands there in the place of a text or a number
                json.skipChildren();
            }
            if (draft.whole.printedText || !draft.faces.isEmpty() && draft.faces.get(0).printedText) {
                draft.flags.add(PRINTED_TEXT);
            }
            return draft.card();
        } catch (IOException e) {
            throw new UncheckedIOException("The object of card number " + number + " cannot be read", e);
        }
    }

    private void take(CardDraft card, String field, JsonParser json) throws IOException {
        BiConsumer<CardDraft, String> text = TEXTS.get(field);
        if (text != null) {
            text.accept(card, members.text(json));
            return;
        }
        switch (field) {
            case "id" -> card.id = Members.uuid(json);
            case "oracle_id" -> card.oracle = Members.uuid(json);
            case "released_at" -> card.released = members.day(json);
            case "cmc" -> card.manaValue = Members.number(json);
            case "color_identity" -> card.identity = Math.max(0, Members.colours(json));
            case "keywords" -> card.keywords = members.list(card.object, json);
            case "produced_mana" -> card.producedMana = Members.colours(json);
            case "legalities" -> card.legalities = members.map(card.object, json);
            case "games" -> card.games = members.set(card.object, json);
            case "finishes" -> card.finishes = members.set(card.object, json);
            case "frame_effect" -> card.frameEffects.add(members.text(json));
            case "frame_effects" -> card.frameEffects.addAll(members.texts(json));
            case "promo_types" -> card.promoTypes = members.set(card.object, json);
            case "edhrec_rank" -> card.edhrecRank = Members.rank(json);
            case "preview" -> preview(card, json);
            case "penny_rank" -> card.pennyRank = Members.rank(json);
            case "prices" -> card.prices = Members.prices(json);
            case "booster" -> card.booster = json.currentToken() == JsonToken.VALUE_TRUE;
            case "attraction_lights" -> card.flags.add(ATTRACTION_LIGHTS);
            case "all_parts" -> parts(card, json);
            case "card_faces" -> faces(card, json);
            case "multiverse_ids" -> card.ids("multiverse", json);
            case "mtgo_id", "mtgo_foil_id" -> card.ids("mtgo", json);
            case "arena_id" -> card.ids("arena", json);
            case "tcgplayer_id", "tcgplayer_etched_id" -> card.ids("tcgplayer", json);
            case "cardmarket_id" -> card.ids("cardmarket", json);
            default -> {
                if (json.currentToken() == JsonToken.VALUE_TRUE) {
                    card.flags.add(members.shared(field));
                } else {
                    card.whole.take(field, json);
                }
            }
        }
    }

    private void faces(CardDraft card, JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return;
        }
        while (json.nextToken() == JsonToken.START_OBJECT) {
            FaceDraft face = new FaceDraft(members);
            for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                json.nextToken();
                face.take(field, json);
                json.skipChildren();
            }
            card.faces.add(face);
        }
    }

    private void preview(CardDraft card, JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            return;
        }
        boolean scryfall = false;
        boolean page = false;
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            switch (field) {
                case "source" -> scryfall = members.text(json).equals("Scryfall");
                case "source_uri" -> page = members.text(json).contains("scryfall.com/card/");
                default -> {}
            }
            json.skipChildren();
        }
        if (scryfall && page) {
            card.flags.add(PREVIEWED_BY_SCRYFALL);
        }
    }

    private void parts(CardDraft card, JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                json.skipChildren();
                continue;
            }
            UUID id = null;
            String component = "";
            for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                json.nextToken();
                switch (field) {
                    case "id" -> id = Members.uuid(json);
                    case "component" -> component = members.text(json);
                    default -> {}
                }
                json.skipChildren();
            }
            if (id != null && component.startsWith("meld")) {
                card.components.put(id, component);
            }
        }
    }
}
