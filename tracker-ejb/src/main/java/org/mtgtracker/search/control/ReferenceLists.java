package org.mtgtracker.search.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.mtgtracker.search.index.CardIndexBuilder;
import org.mtgtracker.search.index.SetFacts;
import org.mtgtracker.search.index.TagFacts;
import org.mtgtracker.values.boundary.Uuids;

/** Reads Scryfall's objects of sets and of tags. */
public final class ReferenceLists {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReferenceLists() {}

    /**
     * Adds one object to an index.
     *
     * @param kind the list that it is of: set, oracle_tag, art_tag
     */
    public static void add(CardIndexBuilder index, String kind, byte[] object) {
        JsonNode node = parsed(kind, object);
        switch (kind) {
            case "set" -> index.add(set(node));
            case "oracle_tag" -> index.add(tag(TagFacts.Kind.ORACLE, node, "oracle_id"));
            case "art_tag" -> index.add(tag(TagFacts.Kind.ART, node, "illustration_id"));
            default -> throw new IllegalArgumentException("No list that is searched: " + kind);
        }
    }

    private static JsonNode parsed(String kind, byte[] object) {
        try {
            return JSON.readTree(object);
        } catch (IOException e) {
            throw new UncheckedIOException("An object of the list " + kind + " cannot be read", e);
        }
    }

    private static SetFacts set(JsonNode set) {
        return new SetFacts(
                set.path("code").asText(),
                set.path("name").asText(),
                set.path("set_type").asText(),
                set.path("block_code").asText(""),
                set.path("block").asText(""),
                set.path("parent_set_code").asText(""),
                day(set.path("released_at").asText("")));
    }

    private static int day(String date) {
        try {
            return (int) LocalDate.parse(date).toEpochDay();
        } catch (DateTimeParseException e) {
            return SetFacts.NO_DAY;
        }
    }

    private static TagFacts tag(TagFacts.Kind kind, JsonNode tag, String idField) {
        List<String> parents = new ArrayList<>();
        tag.path("parent_ids").forEach(parent -> parents.add(parent.asText()));
        List<UUID> tagged = new ArrayList<>();
        for (JsonNode tagging : tag.path("taggings")) {
            Uuids.in(tagging.path(idField).asText("")).ifPresent(tagged::add);
        }
        String slug = tag.path("slug").asText();
        return new TagFacts(kind, slug, tag.path("id").asText(slug), parents, tagged);
    }
}
