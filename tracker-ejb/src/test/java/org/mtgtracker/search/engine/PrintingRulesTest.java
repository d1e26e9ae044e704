package org.mtgtracker.search.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtgtracker.search.Cards;
import org.mtgtracker.search.boundary.SearchOptions;
import org.mtgtracker.search.boundary.Unique;
import org.mtgtracker.search.index.CardIndex;
import org.mtgtracker.search.index.CardIndexBuilder;
import org.mtgtracker.search.index.Facet;
import org.mtgtracker.search.index.SetFacts;

/** What queries say of printings, their order and which of them are shown, over a few invented cards. */
class PrintingRulesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final CardIndex INDEX = index(1, cards());
    private static final Searcher SEARCHER = new Searcher(INDEX, CLOCK);

    private static List<Cards> cards() {
        return List.of(
                amber("one", "1", "2000-01-01").with("rarity", "rare").usd("5.00"),
                amber("pro", "1", "2001-01-01")
                        .with("set_type", "promo")
                        .with("rarity", "mythic")
                        .usd("3.00"),
                amber("thr", "7", "2002-01-01")
                        .with("rarity", "common")
                        .with("mtgo_id", 77)
                        .texts("games", "paper", "mtgo", "arena")
                        .texts("finishes", "foil")
                        .usd("4.00"),
                amber("thr", "7†", "2002-01-01").with("variation", true),
                amber("thr", "7", "2002-01-01").with("lang", "de"),
                amber("mem", "1", "2003-01-01")
                        .with("set_type", "memorabilia")
                        .with("rarity", "common")
                        .usd("0.10"),
                Cards.named("Boulder")
                        .cost("{1}", 1)
                        .in("one", "2")
                        .released("2000-01-01")
                        .with("edhrec_rank", 10)
                        .with("artist", "Zed & Amy")
                        .with("frame", "2003")
                        .usd("7.00"),
                Cards.named("Cinder")
                        .type("Creature — Imp")
                        .cost("{U}{R}", 2, "U", "R")
                        .in("one", "3")
                        .released("2000-01-31")
                        .texts("frame_effects", "nyxtouched"),
                Cards.named("Dell").type("Land").texts("color_identity", "U").in("two", "1"),
                Cards.named("Eave").type("Land").in("two", "2"),
                Cards.named("Fable")
                        .type("Creature — Eldrazi")
                        .texts("color_identity", "R")
                        .in("two", "3"),
                Cards.named("Glade")
                        .type("Sorcery")
                        .cost("{G}{W}", 2, "G", "W")
                        .in("two", "4")
                        .with("lang", "zhs"));
    }

    private static Cards amber(String set, String number, String day) {
        return Cards.named("Amber")
                .type("Creature — Cat")
                .cost("{W}", 1, "W")
                .in(set, number)
                .released(day);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    new:rarity amber include:extras | Amber one, Amber thr
                    new:rarity r:m amber            |
                    new:card amber include:extras   | Amber one
                    new:paper amber                 | Amber one
                    new:mtgo amber                  | Amber thr
                    new:arena amber                 | Amber thr
                    new:foil amber                  | Amber thr
                    new:lang lang:de                | Amber thr
                    new:illustration e:two          | Dell two, Eave two, Fable two, Glade two
                    is:newinpauper amber            | Amber thr
                    cheapest:usd amber include:extras | Amber pro
                    cheapest:$ amber                | Amber pro
                    cheapest:tix amber              |
                    in:foil include:variations      | Amber one, Amber pro, Amber thr, Amber thr
                    in:2003                         | Boulder one
                    lore:imp e:one                  | Cinder one
                    lore:"" e:one                   | Amber one, Boulder one, Cinder one
                    lore:/bou.der/                  | Boulder one
                    lore:boulder                    | Boulder one
                    lore!=imp e:one                 | Amber one, Boulder one
                    b:one                           | Amber one, Boulder one, Cinder one
                    block:"set two" t:land          | Dell two, Eave two
                    frame:03                        | Boulder one
                    frame:enchantment               | Cinder one
                    frame:nyx                       | Cinder one
                    lang:cs                         | Glade two
                    lang:"chinese simplified"       | Glade two
                    lang:chinesesimplified          | Glade two
                    mtgoid:77                       | Amber thr
                    mtgoid:7700000000               |
                    boulder or include:multilingual | Boulder one
                    mtgo:77                         | Amber thr
                    arenaid:77                      |
                    oracleid:ORACLE(Dell)           | Dell two
                    is:premium                      | Amber thr
                    is:onlyprint c:u                | Cinder one
                    date<=2000-01-31 -amber         | Boulder one, Cinder one
                    date=2001-02-30                 |
                    date<2001-02-30                 | Amber one, Amber pro, Boulder one, Cinder one
                    date>2001-02-30 amber           | Amber thr
                    date>=2001-02-30 amber          | Amber thr
                    date!=2001-02-30 e:one          | Amber one, Boulder one, Cinder one
                    amber e:thr                     | Amber thr
                    amber e:thr include:variations  | Amber thr, Amber thr
                    is:variation                    | Amber thr
                    has:variation                   | Amber thr
                    amber e:thr include:multilingual | Amber thr, Amber thr
                    amber e:thr include:everything  | Amber thr, Amber thr, Amber thr
                    amber -e:thr include:all        | Amber mem, Amber one, Amber pro
                    """)
    void a_query_finds_the_printings_that_it_means(String query, String printings) {
        String typed = query.replace("ORACLE(Dell)", Cards.id("oracle Dell").toString());
        List<String> expected = printings == null ? List.of() : List.of(printings.split(", "));
        Results found = SEARCHER.find(SearchOptions.of(typed).unique(Unique.PRINTS));
        assertThat(found.warnings()).isEmpty();
        assertThat(printings(found)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    order:usd                | Boulder one, Amber one, Cinder one
                    order:usd direction:desc | Boulder one, Amber one, Cinder one
                    order:usd direction:asc  | Cinder one, Amber one, Boulder one
                    order:edhrec             | Boulder one, Amber one, Cinder one
                    order:edhrec direction:desc | Amber one, Cinder one, Boulder one
                    order:penny direction:desc | Amber one, Boulder one, Cinder one
                    order:power              | Amber one, Boulder one, Cinder one
                    order:rarity             | Amber one, Boulder one, Cinder one
                    order:rarity direction:asc | Boulder one, Cinder one, Amber one
                    order:released           | Cinder one, Amber one, Boulder one
                    order:set direction:desc | Cinder one, Boulder one, Amber one
                    order:artist             | Amber one, Cinder one, Boulder one
                    """)
    void an_order_begins_where_it_is_usually_begun_and_what_has_no_value_has_its_end(String order, String printings) {
        assertThat(printings(SEARCHER.find(SearchOptions.of("e:one " + order)))).containsExactly(printings.split(", "));
    }

    @Test
    void colours_come_in_the_order_of_the_game_and_lands_behind_what_has_none() {
        assertThat(printings(SEARCHER.find(SearchOptions.of("(e:one or e:two) order:color"))))
                .containsExactly(
                        "Amber one", "Glade two", "Cinder one", "Fable two", "Boulder one", "Dell two", "Eave two");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    display:nonsense | Unknown display mode “nonsense” was ignored
                    as:tiles         | Unknown display mode “tiles” was ignored
                    include:tokens   | Unknown direction choice “tokens” was ignored
                    new:border       | Invalid expression “new:border” was ignored. Checking if cards have a new “border” is not supported
                    mtgoid:abc       | Invalid expression “mtgoid:abc” was ignored. You must provide a valid number.
                    lore:/[a/        | Invalid expression “lore:/[a/” was ignored. Invalid regular expression: missing closing ].
                    scryfallid:abc   | Invalid expression “scryfallid:abc” was ignored. You must provide a valid v4 UUID.
                    b:nowhere        | “b:nowhere” finds nothing. Unknown block “nowhere”.
                    m:/^{2}/         | Invalid expression “m:/^{2}/” was ignored. Invalid regular expression: quantifier operand invalid.
                    """)
    void what_is_not_known_is_named(String term, String warning) {
        assertThat(SEARCHER.find(SearchOptions.of("boulder " + term)).warnings())
                .containsExactly(warning);
    }

    @Test
    void a_page_goes_on_where_the_last_ended_though_its_last_card_is_gone() {
        String query = "(e:one or e:two) order:released ++";
        String cursor = SEARCHER.find(SearchOptions.of(query).limit(3)).next().orElseThrow();
        assertThat(printings(SEARCHER.find(SearchOptions.of(query).limit(3))))
                .containsExactly("Dell two", "Eave two", "Fable two");
        // the last of the page is gone, and so is one before it; a count of what was shown would pass over a card
        List<Cards> fewer = cards().stream()
                .filter(card -> !text(card).contains("Dell") && !text(card).contains("Fable"))
                .toList();
        CardIndex changed = index(2, fewer);

        Results next = new Searcher(changed, CLOCK)
                .find(SearchOptions.of(query).limit(2).after(cursor));

        assertThat(Arrays.stream(next.positions()).mapToObj(changed::name)).containsExactly("Glade", "Cinder");
    }

    @Test
    void a_card_that_another_printing_stands_for_by_now_is_not_shown_again() {
        String query = "e:one or e:pro";
        String cursor = SEARCHER.find(SearchOptions.of(query).limit(1)).next().orElseThrow();
        assertThat(printings(SEARCHER.find(SearchOptions.of(query).limit(1)))).containsExactly("Amber pro");
        CardIndex changed = index(2, with("pro", card -> card.with("promo", true)));

        Searcher later = new Searcher(changed, CLOCK);
        assertThat(set(changed, later.find(SearchOptions.of(query)).positions()[0]))
                .isEqualTo("one");
        Results next = later.find(SearchOptions.of(query).limit(5).after(cursor));

        assertThat(Arrays.stream(next.positions()).mapToObj(changed::name)).containsExactly("Boulder", "Cinder");
    }

    /** The cards, those of one set changed. */
    private static List<Cards> with(String set, UnaryOperator<Cards> change) {
        return cards().stream()
                .map(card -> text(card).contains("\"set\":\"" + set + "\"") ? change.apply(card) : card)
                .toList();
    }

    private static String text(Cards card) {
        return new String(card.json(), UTF_8);
    }

    private static List<String> printings(Results found) {
        return Arrays.stream(found.positions())
                .mapToObj(position -> INDEX.name(position) + " " + set(INDEX, position))
                .toList();
    }

    private static String set(CardIndex index, int position) {
        return index.facet(Facet.SET).entrySet().stream()
                .filter(set -> set.getValue().contains(position))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static CardIndex index(long version, List<Cards> cards) {
        CardIndexBuilder builder = new CardIndexBuilder();
        for (int number = 0; number < cards.size(); number++) {
            builder.add(number, cards.get(number).json());
        }
        builder.add(new SetFacts("one", "Set one", "expansion", "", "", "", 10957));
        return builder.build(version);
    }
}
