package org.mtgtracker.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mtgtracker.search.RealCards;
import org.mtgtracker.search.SyntheticCards;
import org.mtgtracker.search.index.CardIndex;
import org.mtgtracker.search.index.CardIndexBuilder;

/** The cards and queries that searching is measured with. */
final class SearchCatalogue {
    private SearchCatalogue() {}

    /** {@code real}, or how many synthetic ones. */
    static List<byte[]> objects(String which) {
        List<byte[]> real = RealCards.objects(data());
        return which.equals("real") ? real : SyntheticCards.like(real, Integer.parseInt(which));
    }

    static CardIndex index(List<byte[]> objects) {
        CardIndexBuilder builder = new CardIndexBuilder();
        for (int number = 0; number < objects.size(); number++) {
            builder.add(number, objects.get(number));
        }
        return builder.build(1);
    }

    /** Every query of the file once, those that are errors left out. */
    static List<String> queries() {
        ObjectMapper json = new ObjectMapper();
        Set<String> queries = new LinkedHashSet<>();
        try {
            for (String line : Files.readAllLines(data().resolve("search/queries.jsonl"))) {
                JsonNode assertion = json.readTree(line);
                if (!assertion.path("kind").asText().equals("parse_error")
                        && !assertion.path("query").asText().equals("t:")) {
                    queries.add(assertion.path("query").asText());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ArrayList<>(queries);
    }

    static Path data() {
        String data = System.getenv("TRACKER_DATA");
        if (data == null) {
            throw new IllegalStateException("Set TRACKER_DATA to the folder of real data.");
        }
        return Path.of(data);
    }
}
