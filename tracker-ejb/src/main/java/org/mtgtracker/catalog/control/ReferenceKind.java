package org.mtgtracker.catalog.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.mtgtracker.values.boundary.Uuids;

/** The lists that Scryfall keeps beside the cards, and what identifies an object in each. */
enum ReferenceKind {
    /** Sets, by code. */
    SET("set", Origin.LIST, "sets", "set", "code"),
    /** Mana and other symbols, as they are written in texts. */
    SYMBOL("symbol", Origin.LIST, "symbology", "card_symbol", "symbol"),
    /** Ids of cards that moved or are gone. */
    MIGRATION("migration", Origin.LIST, "migrations", "migration", "id"),
    /** Tags of what cards do, by slug, with the cards that have them. */
    ORACLE_TAG("oracle_tag", Origin.BULK, "oracle_tags", "tag", "slug"),
    /** Tags of what is on pictures, by slug, with the pictures that have them. */
    ART_TAG("art_tag", Origin.BULK, "art_tags", "tag", "slug"),
    /** Rulings, all of an oracle id together. */
    RULINGS("rulings", Origin.BULK, "rulings", "ruling", "oracle_id");

    private static final int LONGEST_ID = 200;

    private final String key;
    private final Origin origin;
    private final String place;
    private final String object;
    private final String id;

    ReferenceKind(String key, Origin origin, String place, String object, String id) {
        this.key = key;
        this.origin = origin;
        this.place = place;
        this.object = object;
        this.id = id;
    }

    /** Where a list is to be had. */
    enum Origin {
        /** Pages of the API. */
        LIST,
        /** A bulk file. */
        BULK
    }

    /** As the tables call it. */
    String key() {
        return key;
    }

    Origin origin() {
        return origin;
    }

    /** The path of the pages, or the type of the bulk file. */
    String place() {
        return place;
    }

    /**
     * What identifies an object of this kind.
     *
     * @throws BrokenCard when it is another kind of object, or lacks what every one of this kind has
     */
    String idOf(JsonNode json) {
        String type = json.path("object").asText("");
        // tag records name their kind in full, or not at all
        if (!type.equals(object) && !(object.equals("tag") && (type.isEmpty() || type.endsWith("tag")))) {
            throw new BrokenCard("its \"object\" is \"" + type + "\"; it must be \"" + object + "\"", 0, null);
        }
        String found = text(json, id)
                .orElseThrow(
                        () -> new BrokenCard("\"" + id + "\" is missing or not a text of 1 to 200 letters", 0, null));
        if (this == MIGRATION && json.path("migration_strategy").asText("").equals("merge")) {
            uuid(json, "old_scryfall_id");
            uuid(json, "new_scryfall_id");
        }
        if (this == RULINGS) {
            uuid(json, id);
        }
        return found;
    }

    private static Optional<String> text(JsonNode json, String field) {
        return Optional.ofNullable(json.path(field).textValue())
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST_ID);
    }

    private static void uuid(JsonNode json, String field) {
        String text = json.path(field).asText("");
        if (!Uuids.isOne(text)) {
            throw new BrokenCard("\"" + field + "\" is \"" + text + "\"; it must be a UUID", 0, null);
        }
    }
}
