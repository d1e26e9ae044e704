package org.mtgtracker.search.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mtgtracker.search.RealCards;
import org.mtgtracker.search.index.CardIndex;

/**
 * What queries find among all 45,851 real printings, beside what a plain look at each JSON object finds. Nothing of the
 * search is used to compute it.
 */
class PlainComputationTest {
    private static final List<String> KEPT = List.of(
            ("id oracle_id name lang released_at layout mana_cost cmc type_line oracle_text power toughness loyalty colors"
                            + " color_identity color_indicator legalities games reserved foil nonfoil oversized promo reprint"
                            + " set collector_number digital rarity flavor_text illustration_id artist border_color frame"
                            + " full_art highres_image story_spotlight textless watermark card_faces prices edhrec_rank")
                    .split(" "));
    private static final List<String> RARITIES = List.of("common", "uncommon", "rare", "special", "mythic", "bonus");
    private static final Pattern REMINDER = Pattern.compile("\\([^()]*\\)");
    private static final Pattern SYMBOL = Pattern.compile("\\{([^}]+)}");
    private static final Pattern AND = Pattern.compile(" & ");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]*\\.?[0-9]+");

    private static List<JsonNode> printings;
    private static Map<String, List<JsonNode>> byOracle;
    private static Map<String, String> setDays;
    private static CardIndex index;
    private static Searcher searcher;
    private static final Map<String, Predicate<JsonNode>> EXPECTED = new LinkedHashMap<>();
    private static final Map<String, BitSet> FITTING = new HashMap<>();
    private static final Map<String, String> FOLDED = new HashMap<>();
    private static final Map<String, List<String>> WORDS = new HashMap<>();
    private static final Map<String, Pattern> PATTERNS = new HashMap<>();
    private static final Map<String, Integer> PLACES = new HashMap<>();

    @BeforeAll
    static void read() throws IOException {
        index = RealCards.index();
        searcher = new Searcher(index, Clock.systemUTC());
        ObjectMapper json = new ObjectMapper();
        printings = new ArrayList<>();
        for (byte[] object : RealCards.objects(RealCards.data())) {
            printings.add(((ObjectNode) json.readTree(object)).retain(KEPT));
        }
        printings.forEach(card -> PLACES.put(text(card, "id"), PLACES.size()));
        byOracle = printings.stream().collect(Collectors.groupingBy(card -> text(card, "oracle_id")));
        setDays = new HashMap<>();
        printings.forEach(card -> setDays.merge(
                text(card, "set"), text(card, "released_at"), (one, other) -> one.compareTo(other) < 0 ? one : other));
        coloursAndMana();
        numbers();
        texts();
        printingsAndCards();
    }

    @AfterAll
    static void forget() {
        printings = null;
        byOracle = null;
        List.of(EXPECTED, FITTING, FOLDED, WORDS, PATTERNS, PLACES).forEach(Map::clear);
    }

    private static void coloursAndMana() {
        Map<String, BiPredicate<Set<String>, Set<String>>> relations = Map.of(
                ">=", Set::containsAll,
                ">", (own, asked) -> own.containsAll(asked) && !own.equals(asked),
                "<=", (own, asked) -> asked.containsAll(own),
                "<", (own, asked) -> asked.containsAll(own) && !own.equals(asked),
                "=", Set::equals);
        relations.forEach((sign, fits) -> {
            for (String asked : List.of("w", "ur", "wbg", "wubrg")) {
                EXPECTED.put("c" + sign + asked, anyColours(own -> fits.test(own, letters(asked))));
                EXPECTED.put("id" + sign + asked, card -> fits.test(strings(card, "color_identity"), letters(asked)));
            }
        });
        EXPECTED.put("c:azorius", anyColours(own -> own.containsAll(letters("wu"))));
        EXPECTED.put("c:c", anyColours(Set::isEmpty));
        EXPECTED.put("c:m", anyColours(own -> own.size() > 1));
        EXPECTED.put("c=3", anyColours(own -> own.size() == 3));
        EXPECTED.put("c>=2", anyColours(own -> own.size() >= 2));
        EXPECTED.put("c!=g", anyColours(own -> own.equals(letters("g"))).negate());
        EXPECTED.put("id:temur", card -> letters("gur").containsAll(strings(card, "color_identity")));
        EXPECTED.put("id=4", card -> strings(card, "color_identity").size() == 4);
        EXPECTED.put("id<2", card -> strings(card, "color_identity").size() < 2);
        EXPECTED.put("has:indicator", anyFace(face -> face.has("color_indicator")));
        cost("m:2WW", "{2}{W}{W}", (own, asked) -> holds(own, asked));
        cost("m={1}{u}{u}", "{1}{U}{U}", Map::equals);
        cost("m>3WU", "{3}{W}{U}", (own, asked) -> holds(own, asked) && !own.equals(asked));
        cost("m<=2GG", "{2}{G}{G}", (own, asked) -> holds(asked, own));
        cost("m<{r}{r}", "{R}{R}", (own, asked) -> holds(asked, own) && !own.equals(asked));
        cost("m:{2/G}", "{2/G}", (own, asked) -> holds(own, asked));
        cost("m:{g/w}", "{G/W}", (own, asked) -> holds(own, asked));
        cost("m:{R/P}", "{R/P}", (own, asked) -> holds(own, asked));
        cost("m:XX", "{X}{X}", (own, asked) -> holds(own, asked));
        EXPECTED.put("devotion:{u/b}{u/b}{u/b}", devotion(3, "U", "B"));
        EXPECTED.put("devotion>=gggg", devotion(4, "G"));
        EXPECTED.put("is:hybrid", card -> text(faces(card).get(0), "mana_cost").matches(".*\\{[0-9WUBRGC]/[WUBRG].*"));
        EXPECTED.put(
                "is:phyrexian", anyFace(face -> (text(face, "mana_cost") + text(face, "oracle_text")).contains("/P}")));
    }

    private static void numbers() {
        EXPECTED.put("mv=3", card -> card.path("cmc").asDouble() == 3);
        EXPECTED.put("cmc>=7", card -> card.path("cmc").asDouble() >= 7);
        EXPECTED.put("mv<1", card -> card.path("cmc").asDouble() < 1);
        EXPECTED.put("manavalue!=2", card -> card.path("cmc").asDouble() != 2);
        EXPECTED.put("mv:even", card -> card.path("cmc").asDouble() % 2 == 0);
        EXPECTED.put("mv:odd", card -> card.path("cmc").asDouble() % 2 == 1);
        compare("pow>=8", "power", (own, card) -> own >= 8);
        compare("tou=0", "toughness", (own, card) -> own == 0);
        compare("power<0", "power", (own, card) -> own < 0);
        compare("pow!=2", "power", (own, card) -> own != 2);
        compare("loy=3", "loyalty", (own, card) -> own == 3);
        compare("loyalty>5", "loyalty", (own, card) -> own > 5);
        compare("pow>cmc", "power", (own, card) -> own > card.path("cmc").asDouble());
        compare("cmc<tou", "toughness", (own, card) -> card.path("cmc").asDouble() < own);
        both("pow>tou", (power, toughness) -> power > toughness);
        both("tou!=pow", (power, toughness) -> !power.equals(toughness));
        both("pow=tou", Double::equals);
        both("pt>=20", (power, toughness) -> power + toughness >= 20);
        both("powtou<2", (power, toughness) -> power + toughness < 2);
        EXPECTED.put(
                "edhrec<=100",
                card -> card.has("edhrec_rank") && card.path("edhrec_rank").asInt() <= 100);
        EXPECTED.put("usd>=20", card -> price(card, "usd", "usd_foil") >= 20);
        EXPECTED.put("usd>=100", card -> price(card, "usd", "usd_foil") >= 100);
        EXPECTED.put("usdfoil>=100", card -> price(card, "usd_foil") >= 100);
        EXPECTED.put("eur=0.5", card -> price(card, "eur") == 0.5);
        EXPECTED.put("year<=1994", card -> year(card) <= 1994);
        EXPECTED.put("year=2015", card -> year(card) == 2015);
        EXPECTED.put("date>=2015-08-18", card -> text(card, "released_at").compareTo("2015-08-18") >= 0);
        EXPECTED.put("date<2003-07", card -> text(card, "released_at").compareTo("2003-07-01") < 0);
        EXPECTED.put("date>ori", card -> text(card, "released_at").compareTo(setDays.get("ori")) > 0);
        EXPECTED.put("date=war", card -> text(card, "released_at").equals(setDays.get("war")));
        EXPECTED.put("date>now", card -> text(card, "released_at").compareTo("2026-01-01") > 0);
        EXPECTED.put("cn>300", card -> collector(card) > 300);
        EXPECTED.put("cn<=2", card -> collector(card) <= 2);
        EXPECTED.put("cn:17", card -> text(card, "collector_number").equals("17"));
        EXPECTED.put("number=101†", card -> text(card, "collector_number").equals("101†"));
        EXPECTED.put("artists>1", card -> artists(card).size() > 1);
    }

    private static void texts() {
        EXPECTED.put("bolt", card -> letters(card).contains("bolt"));
        EXPECTED.put("ft", card -> letters(card).contains("ft"));
        EXPECTED.put("name:urzas", card -> letters(card).contains("urzas"));
        EXPECTED.put("name:\"lim-dûl\"", card -> name(card).contains("lim dul"));
        EXPECTED.put("\"of the\"", card -> name(card).contains("of the"));
        EXPECTED.put("aether", card -> letters(card).contains("aether"));
        EXPECTED.put("name:/^the .* of /", card -> matches("^the .* of ", folded(text(card, "name"))));
        EXPECTED.put("!fire", card -> exactly(card, "fire"));
        EXPECTED.put("!\"Jötun Grunt\"", card -> exactly(card, "jotun grunt"));
        EXPECTED.put("!\"lightning bolt\"", card -> exactly(card, "lightning bolt"));
        EXPECTED.put("t:goblin", typed("goblin"));
        EXPECTED.put("t:legendary", typed("legendary"));
        EXPECTED.put("t:planeswalker", typed("planeswalker"));
        EXPECTED.put("t:equip", card -> faces(card).stream()
                .anyMatch(face -> type(face).contains("equip")));
        EXPECTED.put("t:\"legendary creature\"", anyFace(face -> type(face).contains("legendary creature")));
        EXPECTED.put("t:/elf$/", anyFace(face -> matches("elf$", folded(text(face, "type_line")))));
        EXPECTED.put("o:\"draw two cards\"", anyFace(face -> rules(face).contains("draw two cards")));
        EXPECTED.put("o:flying", anyFace(face -> rules(face).contains("flying")));
        EXPECTED.put(
                "fo:flying", anyFace(face -> folded(text(face, "oracle_text")).contains("flying")));
        EXPECTED.put("o:{t}", anyFace(face -> rules(face).contains("{t}")));
        EXPECTED.put("o:/^{T}:/", anyFace(face -> matches("^\\{t\\}:", rules(face))));
        EXPECTED.put("o:/\\d+ damage/", anyFace(face -> matches("\\d+ damage", rules(face))));
        EXPECTED.put("o:/\\bdies\\b.*\\bdraw\\b/", anyFace(face -> matches("\\bdies\\b.*\\bdraw\\b", rules(face))));
        EXPECTED.put(
                "o:/(exile|destroy) target [a-z]+\\.$/",
                anyFace(face -> matches("(exile|destroy) target [a-z]+\\.$", rules(face))));
        EXPECTED.put("o:/\\spp/", anyFace(face -> matches("\\+([0-9]+|x)/\\+([0-9]+|x)", rules(face))));
        EXPECTED.put("o:/\\smm/", anyFace(face -> matches("-([0-9]+|x)/-([0-9]+|x)", rules(face))));
        EXPECTED.put(
                "o:/\\smr/", anyFace(face -> matches("(\\{(?:[1-9wubrgcxyzs]|[2wubrg]/[wubrgp])\\})\\1", rules(face))));
        EXPECTED.put("o:/\\smp/", anyFace(face -> matches("\\{[wubrg]/p\\}", rules(face))));
        EXPECTED.put("o:/\\sc/", anyFace(face -> matches("\\{([wubrg]|h[wubrg]|[^}]+/[^}]+)\\}", rules(face))));
        EXPECTED.put("o:/\\ss/", anyFace(face -> matches("\\{[^}]+\\}", rules(face))));
        EXPECTED.put(
                "ft:chandra", anyFace(face -> folded(text(face, "flavor_text")).contains("chandra")));
        EXPECTED.put("ft:/^\"/", anyFace(face -> matches("^\"", folded(text(face, "flavor_text")))));
        EXPECTED.put(
                "a:\"rebecca guay\"", card -> artists(card).stream().anyMatch(own -> own.contains("rebecca guay")));
        EXPECTED.put("a:/^john /", card -> artists(card).stream().anyMatch(own -> own.startsWith("john ")));
        EXPECTED.put("wm:orzhov", anyFace(face -> text(face, "watermark").equals("orzhov")));
        EXPECTED.put("has:watermark", anyFace(face -> face.has("watermark")));
        EXPECTED.put("has:flavor", anyFace(face -> face.has("flavor_text")));
        EXPECTED.put(
                "is:vanilla",
                card -> faces(card).stream().anyMatch(face -> words(face).contains("creature"))
                        && faces(card).stream().noneMatch(face -> words(face).contains("land"))
                        && rules(faces(card).get(0)).isBlank());
        EXPECTED.put(
                "is:permanent", anyFace(face -> Stream.of("artifact", "creature", "enchantment", "land", "planeswalker")
                        .anyMatch(words(face)::contains)));
        EXPECTED.put("is:historic", anyFace(face -> Stream.of("legendary", "artifact", "saga")
                .anyMatch(words(face)::contains)));
    }

    private static void printingsAndCards() {
        EXPECTED.put("e:m10", card -> text(card, "set").equals("m10"));
        EXPECTED.put("s:\"Magic 2010\"", card -> text(card, "set").equals("m10"));
        EXPECTED.put("r:rare", card -> text(card, "rarity").equals("rare"));
        EXPECTED.put("r>=r", card -> RARITIES.indexOf(text(card, "rarity")) >= 2);
        EXPECTED.put("rarity<uncommon", card -> text(card, "rarity").equals("common"));
        EXPECTED.put("r!=c", card -> !text(card, "rarity").equals("common"));
        EXPECTED.put("f:modern", card -> legality(card, "modern").equals("legal"));
        EXPECTED.put("f:vintage", card -> Set.of("legal", "restricted").contains(legality(card, "vintage")));
        EXPECTED.put("banned:legacy", card -> legality(card, "legacy").equals("banned"));
        EXPECTED.put("restricted:vintage", card -> legality(card, "vintage").equals("restricted"));
        EXPECTED.put("f:edh", card -> legality(card, "commander").equals("legal"));
        EXPECTED.put("border:white", card -> text(card, "border_color").equals("white"));
        EXPECTED.put("frame:1997", card -> text(card, "frame").equals("1997"));
        EXPECTED.put("is:old", card -> Set.of("1993", "1997").contains(text(card, "frame")));
        EXPECTED.put("frame:new", card -> Set.of("2003", "2015", "future").contains(text(card, "frame")));
        EXPECTED.put("layout:saga", card -> text(card, "layout").equals("saga"));
        for (String layout : List.of("split", "flip", "transform", "meld", "leveler", "adventure")) {
            EXPECTED.put("is:" + layout, card -> text(card, "layout").equals(layout));
        }
        EXPECTED.put("is:dfc", card -> Set.of("transform", "double_faced_token").contains(text(card, "layout")));
        flag("is:foil", "foil");
        flag("is:nonfoil", "nonfoil");
        flag("is:promo", "promo");
        flag("is:reprint", "reprint");
        flag("is:reserved", "reserved");
        flag("is:digital", "digital");
        flag("is:full", "full_art");
        flag("is:hires", "highres_image");
        flag("is:spotlight", "story_spotlight");
        flag("is:oversized", "oversized");
        flag("is:textless", "textless");
        EXPECTED.put("not:reprint", card -> !card.path("reprint").asBoolean());
        EXPECTED.put("is:firstprinting", card -> !card.path("reprint").asBoolean());
        EXPECTED.put("game:arena", card -> strings(card, "games").contains("arena"));
        EXPECTED.put("lang:spanish", card -> text(card, "lang").equals("es"));
        EXPECTED.put("in:lea", ofCard(one -> text(one, "set").equals("lea")));
        EXPECTED.put("in:mythic", ofCard(one -> text(one, "rarity").equals("mythic")));
        EXPECTED.put("in:mtgo", ofCard(one -> strings(one, "games").contains("mtgo")));
        EXPECTED.put("in:ja", ofCard(one -> text(one, "lang").equals("ja")));
        EXPECTED.put("sets>=10", count(one -> text(one, "set"), found -> found >= 10));
        EXPECTED.put("is:unique", count(one -> text(one, "set"), found -> found == 1));
        EXPECTED.put("illustrations>=5", count(one -> art(one), found -> found >= 5));
    }

    @Test
    void each_term_finds_the_printings_that_a_look_at_their_objects_finds() {
        List<String> wrong = new ArrayList<>();
        EXPECTED.keySet().forEach(query -> compare(query, fitting(query)).forEach(wrong::add));
        assertThat(EXPECTED).hasSizeGreaterThan(150);
        assertThat(wrong).isEmpty();
    }

    @Test
    void terms_joined_and_negated_in_any_way_find_what_their_parts_say() {
        Random random = new Random(20190927);
        List<String> wrong = new ArrayList<>();
        for (int round = 0; round < 150; round++) {
            Tree tree = tree(random, 3);
            compare(tree.query(), tree.expected()).forEach(wrong::add);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void of_each_card_one_of_the_oldest_printings_is_the_first_with_something() {
        Map<String, Function<JsonNode, String>> novelties = Map.of(
                "new:art",
                PlainComputationTest::art,
                "new:artist",
                card -> artists(card).toString(),
                "new:frame",
                card -> text(card, "frame"),
                "new:language",
                card -> text(card, "lang"));
        novelties.forEach((query, what) -> {
            Map<String, String> oldest = new TreeMap<>();
            Function<JsonNode, String> had = card -> text(card, "oracle_id") + " " + what.apply(card);
            printings.forEach(card -> oldest.merge(
                    had.apply(card),
                    text(card, "released_at"),
                    (one, other) -> one.compareTo(other) < 0 ? one : other));
            Map<String, String> found = new TreeMap<>();
            searcher.fitting(query + " lang:any include:all").positions().forEach((int position) -> {
                JsonNode card = printings.get(PLACES.get(index.id(position).toString()));
                assertThat(found.put(had.apply(card), text(card, "released_at")))
                        .as(query + " has " + text(card, "name") + " twice")
                        .isNull();
            });
            assertThat(found).as(query).isEqualTo(oldest);
        });
    }

    private record Tree(String query, BitSet expected) {}

    private static Tree tree(Random random, int depth) {
        int kind = depth == 0 ? 0 : random.nextInt(4);
        if (kind == 0) {
            List<String> all = List.copyOf(EXPECTED.keySet());
            String query = all.get(random.nextInt(all.size()));
            return new Tree(query, fitting(query));
        }
        Tree first = tree(random, depth - 1);
        BitSet expected = (BitSet) first.expected().clone();
        if (kind == 1) {
            expected.flip(0, printings.size());
            return new Tree("-(" + first.query() + ")", expected);
        }
        Tree second = tree(random, depth - 1);
        if (kind == 2) {
            expected.or(second.expected());
            return new Tree("(" + first.query() + " or " + second.query() + ")", expected);
        }
        expected.and(second.expected());
        return new Tree("(" + first.query() + " " + second.query() + ")", expected);
    }

    /** The printings that fit a term; each is looked at once. */
    private static BitSet fitting(String query) {
        return FITTING.computeIfAbsent(query, any -> {
            BitSet fitting = new BitSet();
            for (int place = 0; place < printings.size(); place++) {
                fitting.set(place, EXPECTED.get(query).test(printings.get(place)));
            }
            return fitting;
        });
    }

    /** Of all printings, extras and other languages among them. */
    private static Stream<String> compare(String query, BitSet expected) {
        BitSet found = new BitSet();
        Searcher.Fitting fitting = searcher.fitting("(" + query + ") lang:any include:all");
        assertThat(fitting.warnings()).as(query).isEmpty();
        fitting.positions()
                .forEach((int position) ->
                        found.set(PLACES.get(index.id(position).toString())));
        if (found.equals(expected)) {
            return Stream.empty();
        }
        BitSet missing = (BitSet) expected.clone();
        missing.andNot(found);
        found.andNot(expected);
        return Stream.of("%s (%d): lacks %d %s, has %d more %s"
                .formatted(
                        query,
                        expected.cardinality(),
                        missing.cardinality(),
                        some(missing),
                        found.cardinality(),
                        some(found)));
    }

    private static List<String> some(BitSet places) {
        return places.stream()
                .limit(5)
                .mapToObj(printings::get)
                .map(card -> text(card, "name") + " " + text(card, "set"))
                .toList();
    }

    private static void cost(String query, String asked, BiPredicate<Map<String, Integer>, Map<String, Integer>> fits) {
        EXPECTED.put(
                query,
                anyFace(face -> !text(face, "mana_cost").isEmpty()
                        && !text(face, "mana_cost").contains("//")
                        && fits.test(symbols(text(face, "mana_cost")), symbols(asked))));
    }

    private static boolean holds(Map<String, Integer> all, Map<String, Integer> part) {
        return part.entrySet().stream().allMatch(symbol -> all.getOrDefault(symbol.getKey(), 0) >= symbol.getValue());
    }

    private static Map<String, Integer> symbols(String cost) {
        Map<String, Integer> symbols = new TreeMap<>();
        Matcher matcher = SYMBOL.matcher(cost);
        while (matcher.find()) {
            String symbol = matcher.group(1);
            if (symbol.matches("[0-9]+")) {
                if (Integer.parseInt(symbol) > 0) {
                    symbols.merge("generic", Integer.parseInt(symbol), Integer::sum);
                }
            } else {
                symbols.merge(symbol, 1, Integer::sum);
            }
        }
        return symbols;
    }

    private static Predicate<JsonNode> devotion(int least, String... colours) {
        return anyFace(face -> {
            Matcher matcher = SYMBOL.matcher(text(face, "mana_cost"));
            int devotion = 0;
            while (matcher.find()) {
                devotion += Stream.of(colours).anyMatch(matcher.group(1)::contains) ? 1 : 0;
            }
            return devotion >= least
                    && Stream.of("artifact", "creature", "enchantment", "land", "planeswalker")
                            .anyMatch(words(face)::contains);
        });
    }

    private static void compare(String query, String field, BiPredicate<Double, JsonNode> fits) {
        EXPECTED.put(query, card -> faces(card).stream()
                .anyMatch(face -> face.has(field) && fits.test(number(text(face, field)), card)));
    }

    private static void both(String query, BiPredicate<Double, Double> fits) {
        EXPECTED.put(
                query,
                anyFace(face ->
                        face.has("power") && fits.test(number(text(face, "power")), number(text(face, "toughness")))));
    }

    private static double number(String printed) {
        double sum = 0;
        Matcher matcher = NUMBER.matcher(printed.replace("½", ".5").replace("∞", "1000000"));
        while (matcher.find()) {
            sum += Double.parseDouble(matcher.group());
        }
        return sum;
    }

    private static Predicate<JsonNode> typed(String word) {
        return anyFace(face -> words(face).contains(word));
    }

    private static List<String> words(JsonNode face) {
        return WORDS.computeIfAbsent(
                text(face, "type_line"), any -> List.of(type(face).split(" ")));
    }

    private static String type(JsonNode face) {
        return folded(text(face, "type_line")).replace(" - ", " ");
    }

    private static String rules(JsonNode face) {
        String text = text(face, "oracle_text");
        String key = "without reminders " + text;
        String known = FOLDED.get(key);
        if (known == null) {
            String rest = folded(text);
            while (REMINDER.matcher(rest).find()) {
                rest = REMINDER.matcher(rest).replaceAll("");
            }
            known = rest.replaceAll(" *\n+ *", "\n").strip();
            FOLDED.put(key, known);
        }
        return known;
    }

    private static boolean matches(String pattern, String text) {
        return PATTERNS.computeIfAbsent(pattern, any -> Pattern.compile(pattern, Pattern.MULTILINE))
                .matcher(text)
                .find();
    }

    private static boolean exactly(JsonNode card, String name) {
        return Stream.of(text(card, "name").split(" // "))
                .anyMatch(face -> folded(face).equals(name));
    }

    /** With a blank for what stands between words, and none for what stands within one. */
    private static String name(JsonNode card) {
        return folded(text(card, "name")).replaceAll("[',.!?\"]", "").replaceAll("[^a-z0-9]+", " ");
    }

    private static String letters(JsonNode card) {
        return name(card).replace(" ", "");
    }

    private static String folded(String text) {
        String known = FOLDED.get(text);
        if (known == null) {
            known = foldedNow(text);
            FOLDED.put(text, known);
        }
        return known;
    }

    private static String foldedNow(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replace("æ", "ae")
                .replaceAll("[—−–]", "-")
                .replaceAll("[’‘]", "'")
                .replaceAll("[“”]", "\"")
                .replace("•", "·");
    }

    private static Set<String> artists(JsonNode card) {
        return Stream.concat(Stream.of(card), faces(card).stream())
                .flatMap(face -> Stream.of(AND.split(text(face, "artist"))))
                .filter(artist -> !artist.isEmpty())
                .map(PlainComputationTest::folded)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String art(JsonNode card) {
        String whole = text(card, "illustration_id");
        String own = whole.isEmpty() ? text(faces(card).get(0), "illustration_id") : whole;
        return own.isEmpty() ? text(card, "id") : own;
    }

    private static double collector(JsonNode card) {
        Matcher digits = DIGITS.matcher(text(card, "collector_number"));
        return digits.find() ? Double.parseDouble(digits.group()) : Double.NaN;
    }

    private static double price(JsonNode card, String... kinds) {
        return Stream.of(kinds)
                .map(kind -> card.path("prices").path(kind))
                .filter(JsonNode::isTextual)
                .mapToDouble(JsonNode::asDouble)
                .findFirst()
                .orElse(Double.NaN);
    }

    private static int year(JsonNode card) {
        return Integer.parseInt(text(card, "released_at").substring(0, 4));
    }

    private static String legality(JsonNode card, String format) {
        return text(card.path("legalities"), format);
    }

    private static void flag(String query, String field) {
        EXPECTED.put(query, card -> card.path(field).asBoolean());
    }

    private static Predicate<JsonNode> ofCard(Predicate<JsonNode> printing) {
        Set<String> fitting = byOracle.entrySet().stream()
                .filter(card -> card.getValue().stream().anyMatch(printing))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return card -> fitting.contains(text(card, "oracle_id"));
    }

    private static Predicate<JsonNode> count(Function<JsonNode, String> what, Predicate<Long> fits) {
        Map<String, Boolean> fitting = new HashMap<>();
        byOracle.forEach((oracle, all) ->
                fitting.put(oracle, fits.test(all.stream().map(what).distinct().count())));
        return card -> fitting.get(text(card, "oracle_id"));
    }

    private static Predicate<JsonNode> anyColours(Predicate<Set<String>> fits) {
        return card -> card.has("colors")
                ? fits.test(strings(card, "colors"))
                : faces(card).stream().anyMatch(face -> fits.test(strings(face, "colors")));
    }

    private static Predicate<JsonNode> anyFace(Predicate<JsonNode> fits) {
        return card -> faces(card).stream().anyMatch(fits);
    }

    /** The faces; of a card without, the card itself. What a face does not say, the card may say for it. */
    private static List<JsonNode> faces(JsonNode card) {
        JsonNode faces = card.path("card_faces");
        return faces.isEmpty()
                ? List.of(card)
                : StreamSupport.stream(faces.spliterator(), false).toList();
    }

    private static Set<String> letters(String letters) {
        return Stream.of(letters.toUpperCase(Locale.ROOT).split("")).collect(Collectors.toSet());
    }

    private static Set<String> strings(JsonNode card, String field) {
        Set<String> strings = new HashSet<>();
        card.path(field).forEach(one -> strings.add(one.asText()));
        return strings;
    }

    private static String text(JsonNode card, String field) {
        return card.path(field).asText("");
    }
}
