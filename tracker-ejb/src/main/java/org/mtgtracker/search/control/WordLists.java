package org.mtgtracker.search.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.mtgtracker.search.boundary.WordList;
import org.mtgtracker.search.index.Facet;
import org.mtgtracker.search.index.Folded;

/**
 * The words of a catalogue as its cards write them. The index has them folded; for each of them one card is asked how it
 * is written. Made when first asked for.
 */
final class WordLists {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<WordList, Facet> FACETS = new EnumMap<>(
            Map.of(WordList.ARTISTS, Facet.ARTIST, WordList.KEYWORDS, Facet.KEYWORD, WordList.TYPES, Facet.TYPE_WORD));

    private final SearchedCatalogue catalogue;
    private final Map<WordList, List<String>> lists = new ConcurrentHashMap<>();

    WordLists(SearchedCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<String> of(WordList list) {
        return lists.computeIfAbsent(list, this::read);
    }

    private List<String> read(WordList list) {
        TreeSet<String> words = new TreeSet<>();
        catalogue.index().facet(FACETS.get(list)).forEach((folded, cards) -> {
            if (!folded.isBlank() && !cards.isEmpty()) {
                words.add(asWritten(folded, list, catalogue.object(cards.first())));
            }
        });
        return List.copyOf(words);
    }

    private static String asWritten(String folded, WordList list, ByteBuffer object) {
        byte[] bytes = new byte[object.remaining()];
        object.duplicate().get(bytes);
        try {
            return candidates(list, JSON.readTree(bytes)).stream()
                    .filter(word -> Folded.text(word).equals(folded))
                    .findFirst()
                    .orElse(folded);
        } catch (IOException e) {
            throw new IllegalStateException("A card was checked to be JSON when it was stored", e);
        }
    }

    private static List<String> candidates(WordList list, JsonNode card) {
        List<String> words = new ArrayList<>();
        switch (list) {
            case ARTISTS -> {
                words.add(card.path("artist").asText());
                words.addAll(List.of(card.path("artist").asText().split(" (?:&|and) ")));
                card.path("card_faces")
                        .forEach(face -> words.add(face.path("artist").asText()));
            }
            case KEYWORDS -> card.path("keywords").forEach(keyword -> words.add(keyword.asText()));
            case TYPES -> {
                words.addAll(List.of(card.path("type_line").asText().split("[\\s/—]+")));
                card.path("card_faces")
                        .forEach(face -> words.addAll(
                                List.of(face.path("type_line").asText().split("[\\s/—]+"))));
            }
        }
        return words;
    }
}
