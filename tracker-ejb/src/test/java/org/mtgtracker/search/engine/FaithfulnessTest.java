package org.mtgtracker.search.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mtgtracker.search.RealCards;
import org.mtgtracker.search.boundary.BadQuery;
import org.mtgtracker.search.boundary.QueryTooLong;
import org.mtgtracker.search.boundary.SearchOptions;
import org.mtgtracker.search.index.CardIndex;
import org.mtgtracker.search.index.NameTable;

/** What other search engines' tests expect of real cards, of our engine over the catalogue of September 2019. */
class FaithfulnessTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 1000;

    private static CardIndex index;
    private static Searcher searcher;

    @BeforeAll
    static void build() {
        index = RealCards.index();
        searcher = new Searcher(index, Clock.systemUTC());
    }

    @Test
    void every_assertion_whose_cards_are_in_the_file_holds() throws IOException {
        Set<String> known = new HashSet<>();
        index.nameTable().entries().stream().map(NameTable.Entry::name).forEach(known::add);
        List<String> broken = new ArrayList<>();
        int checked = 0;
        for (JsonNode assertion : lines("queries.jsonl")) {
            List<String> cards = texts(assertion.path("cards"));
            if (!cards.isEmpty() && !known.containsAll(cards)) {
                continue;
            }
            checked++;
            String query = assertion.path("query").asText();
            String reason = problem(assertion, query, cards);
            if (reason != null) {
                broken.add(query + " (" + assertion.path("kind").asText() + "): " + reason);
            }
        }
        assertThat(checked).isGreaterThan(150);
        assertThat(broken).as("%d of %d", broken.size(), checked).isEmpty();
    }

    private static String problem(JsonNode assertion, String query, List<String> cards) {
        String kind = assertion.path("kind").asText();
        if (kind.equals("parse_error")) {
            try {
                names(query);
                return "no error";
            } catch (BadQuery | QueryTooLong e) {
                return null;
            }
        }
        Set<String> found;
        try {
            found = names(query);
        } catch (BadQuery e) {
            return e.getMessage() + " " + e.warnings();
        }
        return switch (kind) {
            case "exact_oracle_names" ->
                found.equals(new TreeSet<>(cards)) ? null : "found " + difference(found, cards);
            case "include" -> found.containsAll(cards) ? null : "lacks " + cards;
            case "exclude" -> cards.stream().noneMatch(found::contains) ? null : "has " + cards;
            case "count_oracle" -> found.size() == assertion.path("count").asInt() ? null : "found " + found.size();
            case "same_result_as" -> found.equals(names(assertion.path("other").asText())) ? null : "other differs";
            default -> fail("An unknown kind of assertion: " + kind);
        };
    }

    private static String difference(Set<String> found, List<String> cards) {
        Set<String> more = new TreeSet<>(found);
        cards.forEach(more::remove);
        Set<String> less = new TreeSet<>(cards);
        less.removeAll(found);
        return "also " + more.stream().limit(10).toList() + " and not " + less;
    }

    @Test
    void every_string_of_other_dialects_gives_an_answer_or_a_clear_error() throws IOException {
        int answered = 0;
        for (JsonNode line : lines("queries-parse-only.jsonl")) {
            String query = line.path("query").asText();
            try {
                searcher.find(SearchOptions.of(query).limit(1).explain(true));
                answered++;
            } catch (BadQuery e) {
                assertThat(e.getMessage()).as(query).isNotBlank();
            }
        }
        assertThat(answered).isGreaterThan(150);
    }

    private static Set<String> names(String query) {
        Set<String> names = new TreeSet<>();
        for (int page = 1; ; page++) {
            Results results = searcher.find(SearchOptions.of(query).limit(MOST).page(page));
            for (int position : results.positions()) {
                names.add(index.name(position));
            }
            if (results.next().isEmpty()) {
                return names;
            }
        }
    }

    private static List<JsonNode> lines(String file) throws IOException {
        Path queries = RealCards.data().resolve("search").resolve(file);
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(queries)) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
