package org.mtgtracker.catalog.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mtgtracker.catalog.CardText.array;
import static org.mtgtracker.catalog.CardText.card;
import static org.mtgtracker.catalog.CardText.lines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.catalog.CardText;
import org.mtgtracker.catalog.boundary.ImportRun;
import org.mtgtracker.catalog.boundary.ImportRun.Outcome;

@OnEachDatabase
class BrokenCatalogueTest {
    private static final String CARDS = "SELECT name, retired, version FROM card";
    private static final String HEAD = "SELECT version, cards, sets FROM catalogue";
    private static final String OBJECTS = "SELECT COUNT(*) FROM card_object";

    private final ImportingTracker tracker;

    @TempDir
    Path folder;

    BrokenCatalogueTest(DatabaseUnderTest database) {
        tracker = new ImportingTracker(database.schema("broken_catalogue"));
    }

    @BeforeEach
    void reset() {
        tracker.reset();
    }

    @Test
    void a_broken_source_changes_nothing_and_is_named_with_its_place() throws IOException {
        tracker.importText(folder, lines(card(1)));
        Path file = folder.resolve("broken");
        String good = lines(card(1).named("Changed"), card(2));
        String badRarity = card(9).with("rarity", "\"shiny\"").toString();
        byte[] packed =
                gzip(lines(IntStream.range(0, 3000).mapToObj(CardText::card).toArray()));
        List<Broken> kinds = List.of(
                new Broken("", "is empty; a catalogue is UTF-8 text"),
                new Broken(" \n ", "is empty"),
                new Broken("[]", "holds no card object"),
                new Broken("<!DOCTYPE html><html></html>", "is an HTML page; a catalogue is"),
                new Broken("name,set\nx,y\n", "is not JSON: it begins with \"name,set"),
                new Broken(
                        "{\"object\":\"list\",\"data\":[]}",
                        "card object 1 (line 1, byte ",
                        "its \"object\" is \"list\""),
                new Broken("[{\"a\":1}]", "card object 1 (", "its \"object\" is missing"),
                new Broken(
                        good + badRarity,
                        "card object 3 (line 3, byte ",
                        "id " + CardText.id(9),
                        "\"rarity\" is \"shiny\""),
                new Broken(
                        array(card(1), card(2).without("name"), card(3)),
                        "card object 2 (line 3, ",
                        "\"name\" is missing"),
                new Broken(good + card(3).without("id"), "card object 3", "\"id\" is missing"),
                new Broken(good + card(3).without("set"), "card object 3", "\"set\" is missing"),
                new Broken(good + card(3).with("id", "\"x\""), "card object 3", "it must be a UUID"),
                new Broken(good + card(3).with("name", "5"), "card object 3", "\"name\" is or holds a number"),
                new Broken(good + "{\"object\":\"card\",oops}", "card object 3 (line 3, byte ", "not valid JSON"),
                new Broken(
                        good + card(2),
                        "card object 3 (line 3, ",
                        "a card with this id came before",
                        "id " + CardText.id(2)),
                new Broken(
                        good + card(3).toString().substring(0, 50),
                        "card object 3",
                        "the text ends in the middle of it"),
                new Broken(Arrays.copyOf(packed, packed.length / 2), "card object ", "the file is truncated"),
                new Broken(new byte[] {(byte) 0x89, 'P', 'N', 'G', 1, 2, 3}, "is a PNG image"));
        for (Broken kind : kinds) {
            Files.write(file, kind.content);
            ImportRun run = tracker.importFrom(file.toString());
            assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(run.message())
                    .startsWith(file.toString())
                    .contains(kind.said)
                    .endsWith(". Nothing was changed.");
            assertThat(tracker.query(CARDS)).containsExactly("Card 1 0 1");
            assertThat(tracker.query(HEAD)).containsExactly("1 1 1");
            assertThat(tracker.query(OBJECTS)).containsExactly("1");
        }
        assertThat(tracker.importText(folder, good).outcome()).isEqualTo(Outcome.SUCCEEDED);
    }

    private static final class Broken {
        private final byte[] content;
        private final String[] said;

        Broken(String content, String... said) {
            this(content.getBytes(UTF_8), said);
        }

        Broken(byte[] content, String... said) {
            this.content = content;
            this.said = said;
        }
    }

    private byte[] gzip(String text) throws IOException {
        Path packed = folder.resolve("packed");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(text.getBytes(UTF_8));
        }
        return Files.readAllBytes(packed);
    }
}
