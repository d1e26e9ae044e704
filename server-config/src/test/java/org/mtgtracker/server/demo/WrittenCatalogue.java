package org.mtgtracker.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** What stands in the two files of a demo catalogue. */
record WrittenCatalogue(List<JsonNode> cards, List<String> priceLines) {
    static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static WrittenCatalogue upTo(LocalDate lastDay, Path folder) {
        Path cards = folder.resolve("cards.jsonl.gz");
        Path prices = folder.resolve("prices.csv.gz");
        DemoCatalogue catalogue = DemoCatalogue.upTo(lastDay);
        catalogue.writeCards(cards);
        catalogue.writePrices(prices);
        try {
            List<JsonNode> objects = new ArrayList<>();
            for (String line : lines(cards)) {
                objects.add(MAPPER.readTree(line));
            }
            return new WrittenCatalogue(objects, lines(prices));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> lines(Path gzipped) throws IOException {
        return new String(unzipped(Files.readAllBytes(gzipped)), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    static byte[] unzipped(byte[] gzipped) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(gzipped))) {
            return in.readAllBytes();
        }
    }

    /** The names of a card and of its faces. */
    static Set<String> names(JsonNode card) {
        Set<String> names = new LinkedHashSet<>();
        names.add(card.get("name").textValue());
        card.path("card_faces").forEach(face -> names.add(face.get("name").textValue()));
        return names;
    }

    /** The strings of an array; none for an array that is not there. */
    static List<String> strings(JsonNode card, String field) {
        List<String> strings = new ArrayList<>();
        card.path(field).forEach(value -> strings.add(value.textValue()));
        return strings;
    }
}
