package org.mtgtracker.search.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtgtracker.search.Cards;
import org.mtgtracker.search.boundary.BadCursor;
import org.mtgtracker.search.boundary.BadQuery;
import org.mtgtracker.search.boundary.CardIdentifier;
import org.mtgtracker.search.boundary.Direction;
import org.mtgtracker.search.boundary.Order;
import org.mtgtracker.search.boundary.Prefer;
import org.mtgtracker.search.boundary.QueryTooExpensive;
import org.mtgtracker.search.boundary.SearchOptions;
import org.mtgtracker.search.boundary.Unique;
import org.mtgtracker.search.index.CardIndex;
import org.mtgtracker.search.index.CardIndexBuilder;
import org.mtgtracker.search.index.SetFacts;
import org.mtgtracker.search.index.TagFacts;
import org.mtgtracker.search.language.CardKind;

/** What queries mean, by the rules of the game, over a few invented cards. */
class SearchRulesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final CardIndex INDEX = index(1, cards());
    private static final Searcher SEARCHER = new Searcher(INDEX, CLOCK);

    private static List<Cards> cards() {
        return List.of(
                Cards.named("Ember Imp")
                        .type("Creature — Imp Rogue")
                        .cost("{1}{R}", 2, "R")
                        .body("2", "2")
                        .text("Flying\nWhen Ember Imp enters, draw a card. (Drawing is fun.)")
                        .texts("keywords", "Flying")
                        .legal("modern", "legal")
                        .legal("legacy", "banned")
                        .usd("1.50"),
                Cards.named("Ember Imp")
                        .type("Creature — Imp Rogue")
                        .cost("{1}{R}", 2, "R")
                        .body("2", "2")
                        .text("Flying\nWhen Ember Imp enters, draw a card. (Drawing is fun.)")
                        .texts("keywords", "Flying")
                        .in("old", "17a")
                        .released("2010-05-05")
                        .with("rarity", "rare")
                        .with("frame", "2003")
                        .with("artist", "Another & Third")
                        .with("illustration_id", Cards.id("old art").toString())
                        .usd("9.00")
                        .legal("modern", "legal")
                        .legal("legacy", "banned"),
                Cards.named("Tide Sage")
                        .type("Legendary Creature — Human Wizard")
                        .cost("{W}{U}", 2, "W", "U")
                        .body("1", "4")
                        .text("Partner (You can have two commanders.)")
                        .texts("keywords", "Partner")
                        .with("rarity", "mythic"),
                Cards.named("Quiet Bear")
                        .type("Creature — Bear")
                        .cost("{1}{G}", 2, "G")
                        .body("2", "2"),
                Cards.named("Star Eater")
                        .type("Creature — Eldrazi")
                        .cost("{X}{10}", 10)
                        .body("*", "1+*")
                        .text("Trample"),
                Cards.named("Twin Word")
                        .type("Instant")
                        .cost("{U/R}{U/R}", 2, "U", "R")
                        .text("Choose one —\n• Draw.\n• Discard."),
                Cards.named("Old Grove")
                        .type("Land — Forest Island")
                        .text("({T}: Add {G} or {U}.)")
                        .texts("color_identity", "G", "U")
                        .texts("produced_mana", "G", "U"),
                Cards.named("Plain Stone")
                        .type("Artifact")
                        .cost("{0}", 0)
                        .text("{T}: Add {C}.")
                        .texts("produced_mana", "C"),
                Cards.named("Moon Pup // Moon Hound")
                        .with("layout", "transform")
                        .with("cmc", 1.0)
                        .texts("color_identity", "B", "G")
                        .face("Moon Pup", "{G}", "Creature — Wolf", "Night falls.", "G")
                        .face("Moon Hound", "", "Legendary Creature — Wolf", "Menace", "B", "G"),
                Cards.named("Mind Duel")
                        .type("Legendary Planeswalker — Duel")
                        .cost("{2}{B}{B}", 4, "B")
                        .with("loyalty", "5")
                        .text("−2: Séance of {W/P}."),
                Cards.named("Goblin")
                        .type("Token Creature — Goblin")
                        .with("layout", "token")
                        .texts("colors", "R"),
                Cards.named("Silly Hat")
                        .type("Artifact")
                        .cost("{1}", 1)
                        .in("fun", "3")
                        .with("set_type", "funny")
                        .with("border_color", "silver"),
                Cards.named("Hidden Path")
                        .type("Sorcery")
                        .cost("{G}", 1, "G")
                        .with("lang", "ja")
                        .with("collector_number", "2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ember                 | Ember Imp
                    imp -ember            |
                    !"ember imp"          | Ember Imp
                    !ember                |
                    !"moon hound"         | Moon Pup // Moon Hound
                    emberimp              | Ember Imp
                    rimp                  | Ember Imp
                    name:rimp             | Ember Imp
                    "rimp"                |
                    ember-imp             | Ember Imp
                    moon/hound            | Moon Pup // Moon Hound
                    hound/moon            | Moon Pup // Moon Hound
                    pup//ember            |
                    "" t:bear             | Quiet Bear
                    /pup \\/\\/ moon/     | Moon Pup // Moon Hound
                    /^moon hound$/        | Moon Pup // Moon Hound
                    “ember imp”           | Ember Imp
                    “ember imp"           | Ember Imp
                    ‘ember imp’           | Ember Imp
                    "ember \\"imp\\""     | Ember Imp
                    c:r                   | Ember Imp, Twin Word
                    c<=m t:bear           | Quiet Bear
                    id<=m t:bear          | Quiet Bear
                    c:rainbow             |
                    id:rainbow            |
                    id<all t:bear         | Quiet Bear
                    c=r                   | Ember Imp
                    c>=uw                 | Tide Sage
                    c:m                   | Moon Pup // Moon Hound, Tide Sage, Twin Word
                    c=g                   | Hidden Path, Moon Pup // Moon Hound, Quiet Bear
                    c=bg                  | Moon Pup // Moon Hound
                    c:c t:artifact        | Plain Stone
                    c=2 -t:creature       | Twin Word
                    id<=gu t:land         | Old Grove
                    id:g t:land           |
                    id:simic t:land       | Old Grove
                    id=bg                 | Moon Pup // Moon Hound
                    id:c                  | Plain Stone, Star Eater
                    t:"legendary creature" | Moon Pup // Moon Hound, Tide Sage
                    t:wiz                 | Tide Sage
                    o:"~ enters"          | Ember Imp
                    o:"ember imp enters"  | Ember Imp
                    o:fun                 |
                    fo:fun                | Ember Imp
                    fo:"~ enters"         | Ember Imp
                    fo:"card. (drawing"   | Ember Imp
                    fo:/^when ~ .*fun/    | Ember Imp
                    o:"" t:bear           | Quiet Bear
                    ft="" t:bear          | Quiet Bear
                    o:‘draw a card’       | Ember Imp
                    o:/\\mdraw\\M/ t:imp  | Ember Imp
                    o:/\\mraw/ t:imp      |
                    lore:fun              |
                    fo:fun              | Ember Imp
                    lore:menace           | Moon Pup // Moon Hound
                    lore:"pup"            | Moon Pup // Moon Hound
                    lore:lan              | Mind Duel, Old Grove
                    lore:ldr              | Star Eater
                    lore:xyz              |
                    lore!=z t:imp         | Ember Imp
                    -lore:e t:land        |
                    t:/wolf \\/\\/ leg/    | Moon Pup // Moon Hound
                    o:seance              | Mind Duel
                    o:"-2"                | Mind Duel
                    o:{w/p}               | Mind Duel
                    o:/^flying$/          | Ember Imp
                    o:/draw [a-z]+ card/  | Ember Imp
                    o:/\\sm/               | Mind Duel, Plain Stone
                    o:/~ enters/          | Ember Imp
                    o:/^$/ t:imp          | Ember Imp
                    ft:/x*/ t:bear        | Quiet Bear
                    o:/\\sc/ t:artifact   |
                    t:bear pow > 1        | Quiet Bear
                    pow= 2 t:bear         | Quiet Bear
                    t:bear mv <3          | Quiet Bear
                    t:/^creature - bear$/ | Quiet Bear
                    /hound$/              | Moon Pup // Moon Hound
                    kw:flying             | Ember Imp
                    m:2BB                 | Mind Duel
                    m={0}                 | Plain Stone
                    m:{r/u}               | Twin Word
                    m:/^{u\\/r}/          | Twin Word
                    m=/^\\{1}/ c:r         | Ember Imp
                    m!=/./ t:artifact      |
                    -m:/{[wubrgx]/ -t:land | Plain Stone
                    o:{w/p} m={p/w}       |
                    -m:{p/w} t:bear       | Quiet Bear
                    -m:{w/2} t:bear       | Quiet Bear
                    m>=1 m<=1G            | Quiet Bear
                    m:X                   | Star Eater
                    mv=2 c:g              | Quiet Bear
                    mv:odd                | Hidden Path, Moon Pup // Moon Hound
                    mv=even t:artifact    | Plain Stone
                    is:hybrid             | Twin Word
                    devotion:{b}{b}       | Mind Duel
                    devotion:{u/r}{u/r}   |
                    produces:g            | Old Grove
                    produces=c            | Plain Stone
                    produces:any          | Old Grove, Plain Stone
                    produces<any t:bear   | Quiet Bear
                    produces=2            | Old Grove
                    produces=0 t:bear     | Quiet Bear
                    produces:all          |
                    pow>tou               |
                    tou>pow t:human       | Tide Sage
                    pow=*                 | Star Eater
                    tou=1                 | Star Eater
                    tou=*                 | Star Eater
                    tou=1+*               | Star Eater
                    tou=2+*               |
                    tou!=1+* t:eldrazi    |
                    pow=1+*               |
                    pow<1                 | Star Eater
                    pow=mv c:g            | Quiet Bear
                    pt=5                  | Tide Sage
                    loy>mv                | Mind Duel
                    is:bear               | Ember Imp, Quiet Bear
                    is:vanilla            | Quiet Bear
                    is:frenchvanilla      | Star Eater, Tide Sage
                    is:splitmana          | Twin Word
                    is:artist t:bear      | Quiet Bear
                    is:normal t:bear      | Quiet Bear
                    is:double-faced       | Moon Pup // Moon Hound
                    kw:fly-ing            | Ember Imp
                    frame:03              | Ember Imp
                    include:multilingual t:sorcery | Hidden Path
                    is:party              | Ember Imp, Tide Sage
                    is:outlaw             | Ember Imp
                    is:modal              | Twin Word
                    is:dual               | Old Grove
                    is:historic t:artifact | Plain Stone
                    is:commander          | Tide Sage
                    is:brawler            | Mind Duel, Tide Sage
                    is:oathbreaker        | Mind Duel
                    is:partner            | Tide Sage
                    is:dfc                | Moon Pup // Moon Hound
                    not:spell             | Old Grove
                    -is:permanent         | Hidden Path, Twin Word
                    t:token               | Goblin
                    goblin                |
                    goblin include:extras | Goblin
                    e:fun                 | Silly Hat
                    border:silver         | Silly Hat
                    is:funny              | Silly Hat
                    st:funny              | Silly Hat
                    silly                 | Silly Hat
                    t:artifact            | Plain Stone
                    r>=rare               | Ember Imp, Tide Sage
                    r:m                   | Tide Sage
                    in:rare r:common ember | Ember Imp
                    e:old                 | Ember Imp
                    cn:17a                | Ember Imp
                    cn>16                 | Ember Imp
                    cn>17 e:old           |
                    f:modern              | Ember Imp
                    banned:legacy         | Ember Imp
                    f:vintage             |
                    usd>=5                | Ember Imp
                    cheapest:usd usd<5    | Ember Imp
                    a:third               | Ember Imp
                    artists>1             | Ember Imp
                    illustrations>1       | Ember Imp
                    frame:2003            | Ember Imp
                    year=2010             | Ember Imp
                    date<2015             | Ember Imp
                    date>=tst ember       | Ember Imp
                    date>now              |
                    prints=2              | Ember Imp
                    sets>1                | Ember Imp
                    is:unique mv=2 c:g    | Quiet Bear
                    new:rarity ember      | Ember Imp
                    new:rarity e:old ember | Ember Imp
                    lang:ja               | Hidden Path
                    otag:parent           | Ember Imp
                    otag:child            | Ember Imp
                    game:paper t:bear     | Quiet Bear
                    -t:creature -t:land -c:c -t:planeswalker | Hidden Path, Twin Word
                    (t:bear or t:land) -c:g | Old Grove
                    """)
    void a_query_finds_what_it_means(String query, String names) {
        List<String> expected = names == null ? List.of() : List.of(names.split(", "));
        assertThat(names(SearchOptions.of(query))).isEqualTo(expected);
    }

    @Test
    void a_term_without_sense_is_left_out_and_named() {
        Results results = SEARCHER.find(SearchOptions.of("ember is:shiny f:nowhere c:purple pow>pow"));

        assertThat(results.total()).isEqualTo(1);
        assertThat(results.warnings())
                .containsExactly(
                        "Invalid expression “is:shiny” was ignored. Checking if cards are “shiny” is not supported",
                        "Invalid expression “f:nowhere” was ignored. Unknown game format “nowhere”",
                        "Invalid expression “c:purple” was ignored. Unknown color “purple”",
                        "Invalid expression “pow>pow” was ignored. The sides of your comparison must be different.");
    }

    /** Sentences as Scryfall has them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    f:nowhere        | Unknown game format “nowhere”
                    banned:nowhere   | Unknown game format “nowhere”
                    lang:zz          | Unknown language `zz`
                    game:chess       | Unknown game `chess`
                    r:shiny          | Unknown rarity “shiny.”
                    frame:1066       | Unknown frame “1066”
                    stamp:round      | Unknown security stamp “round”
                    cheapest:yen     | Unknown currency “yen”
                    kw:untap         | Unknown keyword “untap”
                    new:hat          | Checking if cards have a new “hat” is not supported
                    c:wc             | A card cannot be both colored and colorless.
                    c:mw             | Using “m” with other colors is no longer supported. Use c>w instead.
                    id:wum           | Using “m” with other colors is no longer supported. Use id>wu instead.
                    cmc:x1           | The value must be a number, or “even”/“odd”
                    devotion:{w}{u}  | Devotion can only match single color or hybrid mana.
                    devotion:2       | Devotion can only match single color or hybrid mana.
                    devotion:2ww     | Devotion can only match single color or hybrid mana.
                    devotion:{2/w}   | Devotion can only match single color or hybrid mana.
                    scryfallid:abc   | You must provide a valid v4 UUID.
                    """)
    void a_value_without_sense_is_said_in_the_words_players_know(String query, String reason) {
        assertThat(SEARCHER.find(SearchOptions.of(query + " ember")).warnings())
                .containsExactly("Invalid expression “" + query + "” was ignored. " + reason);
    }

    @Test
    void every_word_of_the_table_of_kinds_is_understood() {
        for (CardKind kind : CardKind.ALL) {
            for (String name : kind.names()) {
                assertThat(SEARCHER.find(SearchOptions.of("ember or is:" + name + " or has:" + name))
                                .warnings())
                        .as(name)
                        .isEmpty();
            }
        }
    }

    @Test
    void printings_are_found_by_their_ids() {
        CardIndex index = index(
                1,
                List.of(
                        Cards.named("First")
                                .with("id", Cards.id("one").toString())
                                .with("illustration_id", Cards.id("picture").toString())
                                .with("mtgo_id", 17)
                                .with("tcgplayer_id", 18),
                        Cards.named("Second").with("mtgo_id", 18)));
        Searcher searcher = new Searcher(index, CLOCK);

        for (String query : List.of(
                "scryfallid:" + Cards.id("one"),
                "scryfall_id=" + Cards.id("one"),
                "illustrationid:" + Cards.id("picture"),
                "mtgoid:17",
                "mtgo_id:17a",
                "tcgplayerid:18",
                "-mtgoid:18")) {
            assertThat(Arrays.stream(searcher.find(SearchOptions.of(query)).positions())
                            .mapToObj(index::name))
                    .as(query)
                    .containsExactly("First");
        }
        assertThat(searcher.find(SearchOptions.of("scryfallid:" + Cards.id("nobody")))
                        .total())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"t:", "()", "is:shiny", "/[a/", "cube:vintage", "?!", "cmc:x1"})
    void when_nothing_is_left_it_is_said(String query) {
        assertThatThrownBy(() -> SEARCHER.find(SearchOptions.of(query)))
                .isInstanceOf(BadQuery.class)
                .hasMessage("All of your terms were ignored.");
    }

    @Test
    void one_printing_stands_for_its_card_and_which_can_be_chosen() {
        SearchOptions ember = SearchOptions.of("ember");

        assertThat(sets(ember)).containsExactly("tst");
        assertThat(sets(ember.prefer(Prefer.OLDEST))).containsExactly("old");
        assertThat(sets(ember.prefer(Prefer.USD_HIGH))).containsExactly("old");
        assertThat(sets(ember.unique(Unique.PRINTS))).containsExactly("tst", "old");
        assertThat(sets(ember.unique(Unique.ART))).containsExactly("tst", "old");
        assertThat(sets(ember.unique(Unique.PRINTS).order(Order.USD, Direction.DESC)))
                .containsExactly("old", "tst");
        assertThat(sets(SearchOptions.of("ember ++ order:released direction:asc")))
                .containsExactly("old", "tst");
    }

    @Test
    void orders_run_either_way() {
        assertThat(names(SearchOptions.of("t:creature").order(Order.CMC, Direction.DESC)))
                .containsExactly("Star Eater", "Ember Imp", "Quiet Bear", "Tide Sage", "Moon Pup // Moon Hound");
        assertThat(names(SearchOptions.of("mv=2 or t:artifact").order(Order.USD, Direction.AUTO)))
                .startsWith("Ember Imp");
        assertThat(names(SearchOptions.of("mv=2 or t:artifact").order(Order.USD, Direction.DESC)))
                .startsWith("Ember Imp");
        assertThat(names(SearchOptions.of("t:creature c=1 mv=2").order(Order.COLOR, Direction.AUTO)))
                .containsExactly("Ember Imp", "Quiet Bear");
    }

    @Test
    void all_pages_together_are_the_whole_in_order_by_cursor_and_by_number() {
        List<String> whole = names(SearchOptions.of("").limit(1000));
        List<String> walked = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        for (int page = 1; page == 1 || cursor.isPresent(); page++) {
            SearchOptions options = SearchOptions.of("").limit(2);
            Results byNumber = SEARCHER.find(options.page(page));
            Results byCursor = SEARCHER.find(options.after(cursor.orElse(null)));
            assertThat(byCursor.positions()).isEqualTo(byNumber.positions());
            Arrays.stream(byCursor.positions()).mapToObj(INDEX::name).forEach(walked::add);
            cursor = byCursor.next();
        }
        assertThat(walked).isEqualTo(whole);
        assertThat(SEARCHER.find(SearchOptions.of("").page(50)).positions()).isEmpty();
    }

    @Test
    void the_next_page_goes_on_where_the_last_ended_when_the_catalogue_has_changed() {
        String cursor = SEARCHER.find(SearchOptions.of("mv=2").limit(1)).next().orElseThrow();
        List<Cards> fewer = cards().stream()
                .filter(card -> !new String(card.json(), java.nio.charset.StandardCharsets.UTF_8).contains("Ember"))
                .toList();

        Results next = new Searcher(index(2, fewer), CLOCK)
                .find(SearchOptions.of("mv=2").limit(1).after(cursor));

        assertThat(index(2, fewer).name(next.positions()[0])).isEqualTo("Quiet Bear");
        assertThat(next.warnings()).singleElement().asString().contains("has changed");
    }

    @Test
    void a_cursor_of_another_search_is_refused() {
        String cursor = SEARCHER.find(SearchOptions.of("mv=2").limit(1)).next().orElseThrow();

        assertThatThrownBy(() -> SEARCHER.find(SearchOptions.of("mv=1").after(cursor)))
                .isInstanceOf(BadCursor.class)
                .hasMessageContaining("another search");
        assertThatThrownBy(() -> SEARCHER.find(SearchOptions.of("mv=2").after("x" + cursor.substring(1))))
                .isInstanceOf(BadCursor.class);
    }

    @Test
    void a_query_explains_itself() {
        var explanation = SEARCHER.find(
                        SearchOptions.of("(t:imp or t:bear) -c:g foo:x").explain(true))
                .explanation()
                .orElseThrow();

        assertThat(explanation.root().kind()).isEqualTo("and");
        assertThat(explanation.root().cards()).isEqualTo(1);
        assertThat(explanation.root().printings()).isEqualTo(2);
        assertThat(explanation.root().parts()).extracting(step -> step.kind()).containsExactlyInAnyOrder("or", "not");
        assertThat(explanation.dropped()).hasSize(1);
    }

    @Test
    void patterns_that_are_too_much_work_are_refused_by_count_and_not_by_clock() {
        assertThatThrownBy(() -> Patterns.compile("(a{100}){100}"))
                .isInstanceOf(com.google.re2j.PatternSyntaxException.class);
        assertThatThrownBy(() -> new org.mtgtracker.search.index.Budget(10).spend(11))
                .isInstanceOf(QueryTooExpensive.class)
                .hasMessageContaining("more work than the 10 steps");
    }

    @Test
    void names_are_found_exactly_roughly_and_while_they_are_typed() {
        Names names = new Names(INDEX);

        assertThat(names.exact("EMBER-IMP", Optional.empty()).map(INDEX::name)).contains("Ember Imp");
        assertThat(names.exact("ember imp", Optional.of("old")).map(INDEX::collectorNumber))
                .contains("17a");
        assertThat(names.exact("ember", Optional.empty())).isEmpty();
        assertThat(rough(names, "tyde sgae")).isEqualTo("Tide Sage");
        assertThat(rough(names, "quiet")).isEqualTo("Quiet Bear");
        assertThat(names.fuzzy("moo", Optional.empty())).isInstanceOf(Names.Match.One.class);
        assertThat(names.fuzzy("e", Optional.empty())).isInstanceOf(Names.Match.Several.class);
        assertThat(names.fuzzy("zzzzzzz", Optional.empty())).isInstanceOf(Names.Match.None.class);
        assertThat(names.suggestions("e")).isEmpty();
        assertThat(names.suggestions("em")).containsExactly("Ember Imp");
        assertThat(names.suggestions("ea")).containsExactly("Quiet Bear", "Star Eater");
    }

    @Test
    void a_set_that_is_not_known_finds_nothing_and_is_named() {
        for (String term : List.of("e:nowhere", "b:nowhere", "g:nowhere", "in:nowhere")) {
            Results results = SEARCHER.find(SearchOptions.of("ember " + term));

            assertThat(results.total()).as(term).isZero();
            assertThat(results.warnings()).singleElement().asString().contains(term + "” finds nothing", "“nowhere”");
        }
        assertThat(names(SearchOptions.of("ember -e:nowhere"))).containsExactly("Ember Imp");
        assertThat(names(SearchOptions.of("ember or e:nowhere"))).containsExactly("Ember Imp");
        assertThat(names(SearchOptions.of("ember e!=nowhere"))).containsExactly("Ember Imp");
        for (String nothing : List.of("e:???", "g:***", "in:---", "e:\"...\"")) {
            assertThat(names(SearchOptions.of("ember " + nothing))).as(nothing).isEmpty();
        }
    }

    private static String rough(Names names, String typed) {
        return INDEX.name(((Names.Match.One) names.fuzzy(typed, Optional.empty())).position());
    }

    @Test
    void identifiers_name_printings() {
        Names names = new Names(INDEX);

        assertThat(names.identified(new CardIdentifier.InSet("OLD", "17A")).map(INDEX::name))
                .contains("Ember Imp");
        assertThat(names.identified(new CardIdentifier.ByOracle(Cards.id("oracle Quiet Bear")))
                        .map(INDEX::name))
                .contains("Quiet Bear");
        assertThat(names.identified(new CardIdentifier.ByIllustration(Cards.id("old art")))
                        .map(INDEX::collectorNumber))
                .contains("17a");
        assertThat(names.identified(new CardIdentifier.ById(Cards.id("nobody"))))
                .isEmpty();
        assertThat(names.identified(new CardIdentifier.ByNumber("mtgo", 5))).isEmpty();
    }

    private static CardIndex index(long version, List<Cards> cards) {
        CardIndexBuilder builder = new CardIndexBuilder();
        for (int number = 0; number < cards.size(); number++) {
            builder.add(number, cards.get(number).json());
        }
        builder.add(new SetFacts("tst", "Test Set", "expansion", "", "", "", 18262));
        builder.add(new TagFacts(TagFacts.Kind.ORACLE, "parent", "1", List.of(), List.of()));
        builder.add(
                new TagFacts(TagFacts.Kind.ORACLE, "child", "2", List.of("1"), List.of(Cards.id("oracle Ember Imp"))));
        return builder.build(version);
    }

    private static List<String> names(SearchOptions options) {
        return Arrays.stream(SEARCHER.find(options).positions())
                .mapToObj(INDEX::name)
                .toList();
    }

    private static List<String> sets(SearchOptions options) {
        return Arrays.stream(SEARCHER.find(options).positions())
                .mapToObj(position ->
                        INDEX.with(org.mtgtracker.search.index.Facet.SET, "old").contains(position) ? "old" : "tst")
                .toList();
    }

    @Test
    void members_that_look_alike_are_not_taken_for_each_other() {
        CardIndex bare = index(
                1,
                List.of(
                        Cards.named("First").texts("keywords").texts("finishes").texts("promo_types"),
                        Cards.named("Second").texts("games").texts("keywords")));

        assertThat(new Searcher(bare, CLOCK).find(SearchOptions.of("")).total()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a-本]",
                "[^x-\uDA42\uDC20 m]",
                "[[:alpha:]a-本]",
                "[]a-本]",
                "[x-\\耘]",
                "\\x{1C80}",
                "[!-\\x{2000}]"
            })
    void patterns_that_the_library_would_never_end_with_are_refused(String pattern) {
        assertThatThrownBy(() -> Patterns.compile(pattern)).isInstanceOf(com.google.re2j.PatternSyntaxException.class);
    }
}
