package org.mtgtracker.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo catalogue is invented: held against the real cards of the test data. */
class RealCardsTest {
    @Test
    void no_name_set_or_artist_is_a_real_one(@TempDir Path folder) throws IOException {
        String data = System.getenv("TRACKER_DATA");
        assumeTrue(data != null, "TRACKER_DATA is not set: demo names are not held against real cards.");
        Path file = Path.of(data, "scryfall", "default-cards-2019-09.json.gz");
        Set<String> names = new HashSet<>();
        Set<String> codes = new HashSet<>();
        Set<String> setNames = new HashSet<>();
        Set<String> artists = new HashSet<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 16);
                MappingIterator<JsonNode> cards =
                        new ObjectMapper().readerFor(JsonNode.class).readValues(in)) {
            while (cards.hasNext()) {
                JsonNode card = cards.next();
                WrittenCatalogue.names(card).forEach(name -> names.add(lower(name)));
                codes.add(card.get("set").textValue());
                setNames.add(lower(card.get("set_name").textValue()));
                artists.add(lower(card.get("artist").textValue()));
            }
        }
        assertThat(names).as("names read from " + file).hasSizeGreaterThan(19_000);
        List<JsonNode> demo =
                WrittenCatalogue.upTo(WrittenCatalogue.LAST_DAY, folder).cards();
        assertThat(demo.stream()
                        .flatMap(card -> WrittenCatalogue.names(card).stream())
                        .map(RealCardsTest::lower))
                .doesNotContainAnyElementsOf(names);
        assertThat(demo.stream().map(card -> card.get("set").textValue())).doesNotContainAnyElementsOf(codes);
        assertThat(demo.stream().map(card -> lower(card.get("set_name").textValue())))
                .doesNotContainAnyElementsOf(setNames);
        assertThat(demo.stream().map(card -> lower(card.get("artist").textValue())))
                .doesNotContainAnyElementsOf(artists);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
