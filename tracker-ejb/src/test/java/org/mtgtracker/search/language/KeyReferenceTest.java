package org.mtgtracker.search.language;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The reference of keys in docs/search.md is the table that the parser uses. {@code -Dtracker.docs.write=true} writes
 * it anew.
 */
class KeyReferenceTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "search.md");
    private static final String START = "<!-- the rest is written by KeyReferenceTest -->\n";

    @Test
    void the_reference_in_the_docs_is_the_table_of_keys() throws IOException {
        String document = Files.readString(DOCUMENT);
        int start = document.indexOf(START) + START.length();
        assertThat(start).isGreaterThan(START.length());
        if (Boolean.getBoolean("tracker.docs.write")) {
            Files.writeString(DOCUMENT, document.substring(0, start) + reference());
        } else {
            assertThat(document.substring(start))
                    .as("run this test with -Dtracker.docs.write=true")
                    .isEqualTo(reference());
        }
    }

    @Test
    void no_name_stands_for_two_keys_or_two_kinds() {
        Set<String> names = new HashSet<>();
        for (Key key : Key.values()) {
            key.names().forEach(name -> assertThat(names.add(name)).as(name).isTrue());
        }
        Set<String> kinds = new HashSet<>();
        CardKind.ALL.forEach(kind -> kind.names()
                .forEach(name -> assertThat(kinds.add(name)).as(name).isTrue()));
    }

    @Test
    void every_example_is_understood_by_the_parser() {
        for (Key key : Key.values()) {
            assertThat(Parser.parse(key.example()).dropped()).as(key.example()).isEmpty();
        }
    }

    private static String reference() {
        StringBuilder text = new StringBuilder("\n## Keys\n");
        for (Area area : Area.values()) {
            text.append("\n### ").append(area.title()).append("\n\n| keys | value | operators | meaning | example |\n");
            text.append("|---|---|---|---|---|\n");
            Arrays.stream(Key.values()).filter(key -> key.area() == area).forEach(key -> text.append(row(key)));
        }
        text.append("\n## What `is:` knows\nBeside these, every promo type, frame effect, layout, finish, game, rarity,"
                + " kind of set, border and\ncard type is a kind of its own.\n\n| `is:` | meaning |\n|---|---|\n");
        for (CardKind kind : CardKind.ALL) {
            text.append("| ")
                    .append(code(kind.names()))
                    .append(" | ")
                    .append(kind.meaning())
                    .append(" |\n");
        }
        return text.toString();
    }

    private static String row(Key key) {
        String operators = Arrays.stream(Operator.values())
                .filter(key.kind()::takes)
                .map(Operator::symbol)
                .collect(joining(" "));
        return "| " + code(key.names()) + " | " + key.expected() + " | `" + operators + "` | " + key.meaning() + " | `"
                + key.example() + "` |\n";
    }

    private static String code(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(joining(" "));
    }
}
