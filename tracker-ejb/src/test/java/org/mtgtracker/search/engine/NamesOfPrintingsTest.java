package org.mtgtracker.search.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtgtracker.search.Cards;
import org.mtgtracker.search.boundary.SearchOptions;
import org.mtgtracker.search.boundary.Unique;
import org.mtgtracker.search.index.CardIndex;
import org.mtgtracker.search.index.CardIndexBuilder;

/** Names that single printings have: what they are sold as, and how they are called in their own language. */
class NamesOfPrintingsTest {
    private static final CardIndex INDEX = index();
    private static final Searcher SEARCHER = new Searcher(INDEX, Clock.systemUTC());
    private static final Names NAMES = new Names(INDEX);

    private static CardIndex index() {
        List<Cards> cards = List.of(
                Cards.named("Tower of Rule").in("one", "1"),
                Cards.named("Tower of Rule").in("one", "2").with("flavor_name", "Crofton’s Manor, the Ruin"),
                Cards.named("Tower of Rule").in("two", "3"),
                Cards.named("Crofton Hound").in("one", "4"),
                Cards.named("Day Rider // Night Rider")
                        .in("two", "5")
                        .face("Day Rider", "{1}{W}", "Creature — Human", "", "W")
                        .face("Night Rider", "", "Creature — Human", "", "W"),
                Cards.named("Spark Bolt").in("one", "6"),
                Cards.named("Spark Bolt").in("one", "6").with("lang", "de").with("printed_name", "Fünkenblitz"),
                Cards.named("Old Wood").in("old", "7").with("lang", "es").with("printed_name", "Bosque viejo"),
                Cards.named("Web Bug").in("two", "8").with("printed_name", "Krazo of the Swarm"));
        CardIndexBuilder builder = new CardIndexBuilder();
        for (int number = 0; number < cards.size(); number++) {
            builder.add(number, ridden(cards.get(number).json()));
        }
        return builder.build(1);
    }

    /** The rider is sold under another name, which its faces tell. */
    private static byte[] ridden(byte[] card) {
        return new String(card, StandardCharsets.UTF_8)
                .replace("{\"name\":\"Day Rider\"", "{\"flavor_name\":\"Voyager\",\"name\":\"Day Rider\"")
                .replace("{\"name\":\"Night Rider\"", "{\"flavor_name\":\"Casket\",\"name\":\"Night Rider\"")
                .getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    croftonsmanor                 | 2
                    name:"manor, the"             | 2
                    crofton                       | 4 2
                    !"croftons manor the ruin"    | 2
                    !croftonsmanor                |
                    name:/^crofton's manor/       | 2
                    tower croftonsmanor           | 2
                    tower                         | 1 2 3
                    tower -croftonsmanor          | 1 3
                    lore:"s manor"                | 2
                    voyager                       | 5
                    !casket                       | 5
                    !"voyager // casket"          | 5
                    name:"voyager // casket"      | 5
                    is:flavorname                 | 5 2 8
                    krazo                         | 8
                    !"krazo of the swarm"         | 8
                    name:/^[^,]+ruin$/            |
                    name:/manor, the ruin$/       | 2
                    -is:flavorname e:one          | 4 6 1
                    blitz                         |
                    lang:de funkenblitz           | 6
                    lang:any name:"fünken"        | 6
                    lang:any name:"funkenblitz"   | 6
                    lang:de !fünkenblitz          | 6
                    lang:en blitz                 |
                    blitz include:multilingual    | 6
                    bosque                        |
                    bosque lang:es                | 7
                    name:/viejo$/ lang:any        | 7
                    is:localizedname              | 7 6 8
                    has:printedname -lang:es      | 6 8
                    """)
    void a_printing_is_found_by_its_own_name(String query, String numbers) {
        int[] positions = SEARCHER.find(
                        SearchOptions.of(query).unique(Unique.PRINTS).limit(50))
                .positions();

        assertThat(Arrays.stream(positions).mapToObj(INDEX::collectorNumber).toList())
                .containsExactlyInAnyOrderElementsOf(numbers == null ? List.of() : List.of(numbers.split(" ")));
    }

    @Test
    void named_takes_every_name_and_the_cards_own_first() {
        assertThat(number(NAMES.exact("crofton's manor the ruin", Optional.empty())))
                .isEqualTo("2");
        assertThat(number(NAMES.exact("casket", Optional.empty()))).isEqualTo("5");
        assertThat(number(NAMES.exact("Fünkenblitz", Optional.empty()))).isEqualTo("6");
        assertThat(NAMES.exact("Fünkenblitz", Optional.of("two"))).isEmpty();
        assertThat(NAMES.fuzzy("croftons mano", Optional.empty())).isEqualTo(new Names.Match.One(position("2")));
        assertThat(NAMES.fuzzy("bosque viej", Optional.empty())).isEqualTo(new Names.Match.One(position("7")));
    }

    @Test
    void suggestions_are_the_cards_own_names() {
        assertThat(NAMES.suggestions("crofton")).containsExactly("Crofton Hound");
        assertThat(NAMES.suggestions("funken")).isEmpty();
    }

    @Test
    void of_names_that_are_as_like_what_was_typed_the_newest_cards_is_meant() {
        CardIndexBuilder builder = new CardIndexBuilder();
        builder.add(1, Cards.named("Soul Sculptor").released("1998-10-12").json());
        builder.add(2, Cards.named("Storm Sculptor").released("2017-09-29").json());
        builder.add(3, Cards.named("Blightning").released("2008-10-03").json());
        builder.add(4, Cards.named("Lightning Bolt").released("1993-08-05").json());
        builder.add(5, Cards.named("Lightning Bolas").released("1994-08-05").json());
        builder.add(6, Cards.named("Parallax Tide").released("2000-02-14").json());
        builder.add(7, Cards.named("Parallax Wave").released("2000-02-14").json());
        CardIndex index = builder.build(1);
        Names names = new Names(index);

        assertThat(name(index, names, "sculptor")).isEqualTo("Storm Sculptor");
        assertThat(name(index, names, "parallax")).isEqualTo("Parallax Wave");
        assertThat(name(index, names, "lihgtning bolt")).isEqualTo("Lightning Bolt");
        assertThat(name(index, names, "bolt lightning"))
                .as("all words are worth more than the like of them")
                .isEqualTo("Lightning Bolt");
        assertThat(names.fuzzy("lightn", Optional.empty())).isInstanceOf(Names.Match.Several.class);
    }

    private static String name(CardIndex index, Names names, String typed) {
        return index.name(((Names.Match.One) names.fuzzy(typed, Optional.empty())).position());
    }

    private static String number(Optional<Integer> position) {
        return INDEX.collectorNumber(position.orElseThrow());
    }

    private static int position(String number) {
        for (int position = 0; position < INDEX.printings(); position++) {
            if (INDEX.collectorNumber(position).equals(number)) {
                return position;
            }
        }
        throw new AssertionError("no " + number);
    }
}
