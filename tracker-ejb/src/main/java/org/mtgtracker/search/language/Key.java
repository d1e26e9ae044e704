package org.mtgtracker.search.language;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The table of keys. The parser reads it, the engine answers every one of its rows, and the reference in docs/search.md
 * is written from it.
 */
public enum Key {
    NAME(
            Area.NAMES,
            Kind.TEXT,
            "name:bolt",
            "The name has these letters, or what the printing is sold as; accents, case and punctuation do not count. A"
                    + " word without a key asks the same. Where `lang` is asked, names in the printing's own language"
                    + " count too."
                    + " A word may begin and end within words of the name (`shivandragon`); a phrase is whole or broken"
                    + " off words of it, of either face.",
            "name",
            "n"),
    EXACT_NAME(
            Area.NAMES,
            Kind.TEXT,
            "!\"lightning bolt\"",
            "The whole name, or the whole name of one face, or of what the printing is sold as, is this. Typed as `!name` or `!\"several words\"`.",
            "exact"),

    COLOR(
            Area.COLOURS,
            Kind.COLOURS,
            "c>=uw",
            "The card's colours; of a card with two faces, either face's. `:` reads as `>=`: at least these. A number"
                    + " compares how many there are; `c` is colourless, `m` more than one.",
            "c",
            "color",
            "colour",
            "colors",
            "colours"),
    IDENTITY(
            Area.COLOURS,
            Kind.COLOURS,
            "id:esper",
            "The colour identity (CR 903.4). `:` reads as `<=`: a deck of these colours may hold the card.",
            "id",
            "identity",
            "ci",
            "coloridentity",
            "colouridentity",
            "commander"),
    HAS(
            Area.COLOURS,
            Kind.WORD,
            "has:indicator",
            "The printing has one: `indicator`, `watermark`, `flavor`, `stamp`, `back`, `artist`, `illustration`, or an"
                    + " id at `multiverse`, `mtgo`, `arena`, `tcgplayer`, `cardmarket`; otherwise the same as `is`.",
            "has"),

    TYPE(
            Area.TEXTS,
            Kind.TEXT,
            "t:\"legendary creature\"",
            "The type line of either face has this type, or, when there is no such type, has it as a part of a word; the dash"
                    + " between types does not count.",
            "t",
            "type",
            "types"),
    ORACLE(
            Area.TEXTS,
            Kind.TEXT,
            "o:\"~ enters\"",
            "The rules text of either face has this, reminder text left out. `~` is the card's own name, or a phrase such"
                    + " as “this creature”.",
            "o",
            "oracle",
            "text"),
    FULL_ORACLE(Area.TEXTS, Kind.TEXT, "fo:flying", "As `o`, reminder text included.", "fo", "fulloracle", "fulltext"),
    KEYWORD(
            Area.TEXTS,
            Kind.WORD,
            "kw:flying",
            "The card has this keyword ability, keyword action or ability word.",
            "kw",
            "keyword",
            "keywords"),
    FLAVOR(
            Area.TEXTS,
            Kind.TEXT,
            "ft:chandra",
            "The flavour text of the printing has this.",
            "ft",
            "flavor",
            "flavour",
            "flavortext",
            "flavor_text"),
    LORE(
            Area.TEXTS,
            Kind.TEXT,
            "lore:urza",
            "The name, what the printing is sold as, the flavour text, the rules text without reminders or the type line"
                    + " has this; `~` is itself.",
            "lore"),

    MANA(
            Area.MANA,
            Kind.MANA,
            "m>=2WW",
            "The mana cost of either face, compared as a bag of symbols. `:` reads as `>=`. A card without a cost fits"
                    + " nothing but `!=`. A pattern is looked for in the cost as it is printed (`m:/{x}{x}/`).",
            "m",
            "mana"),
    MANA_VALUE(
            Area.MANA,
            Kind.NUMBER,
            "mv>=5",
            "The mana value; `even` and `odd` are values too.",
            "mv",
            "manavalue",
            "cmc"),
    DEVOTION(
            Area.MANA,
            Kind.MANA,
            "devotion:{u/b}{u/b}",
            "What a permanent counts for devotion to the colours of the symbol (CR 700.5), compared with how often it is"
                    + " there: a colour, or two as a hybrid. `:` reads as `>=`.",
            "devotion"),
    PRODUCES(
            Area.MANA,
            Kind.COLOURS,
            "produces:wu",
            "The mana that the card can make; `c` is colourless mana, `any` is any at all. `:` reads as `>=`.",
            "produces"),

    POWER(
            Area.NUMBERS,
            Kind.NUMBER,
            "pow>tou",
            "The power of either face. `*`, `X` and `?` count as 0, `1+*` as 1; the value `*` asks for 0 and for every"
                    + " `*`, `1+*` for just that.",
            "pow",
            "power"),
    TOUGHNESS(Area.NUMBERS, Kind.NUMBER, "tou<=2", "The toughness of either face.", "tou", "toughness"),
    POWER_TOUGHNESS(Area.NUMBERS, Kind.NUMBER, "pt>=15", "Power and toughness of one face together.", "pt", "powtou"),
    LOYALTY(Area.NUMBERS, Kind.NUMBER, "loy>=5", "The starting loyalty of either face.", "loy", "loyalty"),
    DEFENSE(Area.NUMBERS, Kind.NUMBER, "def>4", "The defense of a battle.", "def", "defense", "defence"),
    EDHREC(Area.NUMBERS, Kind.NUMBER, "edhrec<=100", "The rank on EDHREC; 1 is played most.", "edhrec", "edhrecrank"),
    PENNY(Area.NUMBERS, Kind.NUMBER, "penny<=100", "The rank in Penny Dreadful.", "penny", "pennyrank"),

    IS(
            Area.KINDS,
            Kind.WORD,
            "is:commander",
            "The card or printing is of this kind; the kinds are listed below.",
            "is"),
    NOT(Area.KINDS, Kind.WORD, "not:reprint", "`-is:`", "not"),
    INCLUDE(
            Area.KINDS,
            Kind.WORD,
            "goblin include:extras",
            "`include:extras` shows tokens, planes, funny cards and other extras with everything else;"
                    + " `include:variations` what is a variation of another printing, `include:multilingual` all"
                    + " languages, `include:all` everything.",
            "include"),

    RARITY(
            Area.SETS,
            Kind.RARITY,
            "r>=rare",
            "common < uncommon < rare < special < mythic < bonus; the first letter will do.",
            "r",
            "rarity"),
    SET(Area.SETS, Kind.WORD, "e:m10", "The set, by code or name.", "s", "e", "set", "edition"),
    NUMBER(
            Area.SETS,
            Kind.NUMBER,
            "cn>=100",
            "The collector number. `=` wants all of it (`17a`); comparisons go by the number in it.",
            "cn",
            "number",
            "collector",
            "collectornumber"),
    BLOCK(
            Area.SETS,
            Kind.WORD,
            "b:innistrad",
            "The set's block, by name, code, or one of its sets; promos and tokens are in it.",
            "b",
            "block"),
    GROUP(
            Area.SETS,
            Kind.WORD,
            "g:khm",
            "The set, the one it belongs to, and all that belong to either: promos, commander decks, tokens.",
            "g",
            "group"),
    SET_TYPE(Area.SETS, Kind.WORD, "st:core", "The kind of set.", "st", "settype", "set_type"),
    IN(
            Area.SETS,
            Kind.WORD,
            "in:rare",
            "The card has a printing in this set, kind of set, rarity, game, language or frame, in a `booster`, or as"
                    + " `foil`, `nonfoil`, `etched` or `glossy`.",
            "in"),
    NEW(
            Area.SETS,
            Kind.WORD,
            "new:art",
            "The printing is the card's first with this `art`, `artist`, `flavor` text, `frame`, `language` or `rarity`"
                    + " (promos and keepsakes do not count for it), on `paper`, `mtgo` or `arena`, or as a `foil` or"
                    + " `nonfoil`.",
            "new"),

    FORMAT(
            Area.LEGALITY,
            Kind.WORD,
            "f:modern",
            "The card may be played in the format: legal, or restricted.",
            "f",
            "format",
            "legal"),
    BANNED(Area.LEGALITY, Kind.WORD, "banned:legacy", "The card is banned in the format.", "banned"),
    RESTRICTED(Area.LEGALITY, Kind.WORD, "restricted:vintage", "The card is restricted in the format.", "restricted"),

    USD(
            Area.PRICES,
            Kind.PRICE,
            "usd>=10",
            "What the printing costs in US dollars: not foil, or else foil, or else etched.",
            "usd"),
    USD_FOIL(Area.PRICES, Kind.PRICE, "usdfoil<1", "What a foil one costs in US dollars.", "usdfoil", "usd_foil"),
    EUR(Area.PRICES, Kind.PRICE, "eur<0.5", "What the printing costs in euros: not foil, or else foil.", "eur"),
    EUR_FOIL(Area.PRICES, Kind.PRICE, "eurfoil>2", "What a foil one costs in euros.", "eurfoil", "eur_foil"),
    TIX(Area.PRICES, Kind.PRICE, "tix>=0.5", "What the printing costs in tickets of Magic Online.", "tix"),
    CHEAPEST(
            Area.PRICES,
            Kind.WORD,
            "cheapest:usd",
            "The cheapest printing of its card in `usd`, `eur` or `tix`; keepsakes do not count.",
            "cheapest"),

    ARTIST(Area.ART, Kind.TEXT, "a:\"rebecca guay\"", "The name of an artist of the printing has this.", "a", "artist"),
    ARTISTS(Area.ART, Kind.NUMBER, "artists>1", "How many artists painted the printing.", "artists"),
    ILLUSTRATIONS(
            Area.ART,
            Kind.NUMBER,
            "illustrations>1",
            "How many illustrations the card has had in all its printings.",
            "illustrations"),
    WATERMARK(Area.ART, Kind.WORD, "wm:boros", "The watermark.", "wm", "watermark"),

    BORDER(Area.LOOK, Kind.WORD, "border:white", "black, white, silver, gold, borderless, yellow.", "border"),
    FRAME(
            Area.LOOK,
            Kind.WORD,
            "frame:2003",
            "The frame's year (1993, 1997, 2003, 2015, future; `old`, `modern`, `new`), or one of its effects, such as"
                    + " `showcase`.",
            "frame"),
    STAMP(Area.LOOK, Kind.WORD, "stamp:oval", "The security stamp: oval, acorn, triangle, arena, heart.", "stamp"),
    LAYOUT(Area.LOOK, Kind.WORD, "layout:saga", "Scryfall's layout.", "layout"),

    GAME(Area.GAMES, Kind.WORD, "game:arena", "Where the printing can be played: paper, mtgo, arena.", "game"),
    LANGUAGE(
            Area.GAMES,
            Kind.WORD,
            "lang:ja",
            "The printing's language, by code or English name; `any` finds all. Without this key a printing in another"
                    + " language is found only where there is none in English.",
            "lang",
            "language"),

    YEAR(Area.DATES, Kind.NUMBER, "year>=2015", "The year of release.", "year"),
    DATE(
            Area.DATES,
            Kind.DATE,
            "date>=ktk",
            "The day of release against a day (`2015-08-18`, also `2015-08` and `2015`), the day a set came out,"
                    + " `now` or `today`.",
            "date",
            "released"),

    ART_TAG(
            Area.TAGS,
            Kind.WORD,
            "art:squirrel",
            "The illustration is tagged with this or with a tag under it.",
            "art",
            "atag",
            "arttag",
            "art_tag"),
    ORACLE_TAG(
            Area.TAGS,
            Kind.WORD,
            "otag:removal",
            "The card is tagged with this or with a tag under it.",
            "otag",
            "function",
            "oracletag",
            "oracle_tag"),
    CUBE(Area.TAGS, Kind.WORD, "cube:vintage", "Not known here: Scryfall does not publish its cubes.", "cube"),

    PRINTS(Area.REPRINTS, Kind.NUMBER, "prints=1", "How often the card was printed.", "prints"),
    SETS(Area.REPRINTS, Kind.NUMBER, "sets>=10", "In how many sets the card is.", "sets"),
    PAPER_PRINTS(
            Area.REPRINTS,
            Kind.NUMBER,
            "paperprints=1",
            "How often it was printed in sets that are on paper.",
            "paperprints"),
    PAPER_SETS(Area.REPRINTS, Kind.NUMBER, "papersets>5", "In how many sets that are on paper.", "papersets"),
    ORACLE_ID(
            Area.REPRINTS, Kind.WORD, "oracleid:…", "All printings of the card with this id.", "oracleid", "oracle_id"),
    SCRYFALL_ID(Area.REPRINTS, Kind.WORD, "scryfallid:…", "The printing with this id.", "scryfallid", "scryfall_id"),
    ILLUSTRATION_ID(
            Area.REPRINTS,
            Kind.WORD,
            "illustrationid:…",
            "All printings with this illustration.",
            "illustrationid",
            "illustration_id"),
    MULTIVERSE_ID(
            Area.REPRINTS,
            Kind.WORD,
            "multiverseid:3082",
            "The printing that Gatherer knows by this number.",
            "multiverseid",
            "multiverse_id",
            "multiverse"),
    MTGO_ID(
            Area.REPRINTS,
            Kind.WORD,
            "mtgoid:53155",
            "The printing that Magic Online knows by this number.",
            "mtgoid",
            "mtgo_id",
            "mtgo"),
    ARENA_ID(
            Area.REPRINTS,
            Kind.WORD,
            "arenaid:67330",
            "The printing that Arena knows by this number.",
            "arenaid",
            "arena_id",
            "arena"),
    TCGPLAYER_ID(
            Area.REPRINTS,
            Kind.WORD,
            "tcgplayerid:162145",
            "The printing that TCGplayer knows by this number.",
            "tcgplayerid",
            "tcgplayer_id",
            "tcgplayer"),
    CARDMARKET_ID(
            Area.REPRINTS,
            Kind.WORD,
            "cardmarketid:379041",
            "The printing that Cardmarket knows by this number.",
            "cardmarketid",
            "cardmarket_id",
            "cardmarket"),

    UNIQUE(
            Area.DISPLAY,
            Kind.DISPLAY,
            "unique:prints",
            "What counts as one result: `cards`, `prints` (also `++`) or `art` (also `@@`).",
            "unique"),
    ORDER(
            Area.DISPLAY,
            Kind.DISPLAY,
            "order:usd",
            "What results are sorted by: name, set, released, rarity, color, usd, tix, eur, cmc, power, toughness,"
                    + " artist, edhrec, penny, review, spoiled.",
            "order",
            "sort"),
    DIRECTION(Area.DISPLAY, Kind.DISPLAY, "direction:desc", "`asc`, `desc` or `auto`.", "direction", "dir"),
    PREFER(
            Area.DISPLAY,
            Kind.DISPLAY,
            "prefer:oldest",
            "Which printing stands for its card: oldest, newest, usd-low, usd-high, eur-low, eur-high, tix-low,"
                    + " tix-high, promo, atypical, ub, notub, default.",
            "prefer"),
    VIEW(
            Area.DISPLAY,
            Kind.DISPLAY,
            "display:grid",
            "Scryfall's pages take it; here it changes nothing.",
            "display",
            "as");

    private static final Map<String, Key> BY_NAME = Arrays.stream(values())
            .flatMap(key -> key.names.stream().map(name -> Map.entry(name, key)))
            .collect(toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final Area area;
    private final Kind kind;
    private final String example;
    private final String meaning;
    private final List<String> names;

    Key(Area area, Kind kind, String example, String meaning, String... names) {
        this.area = area;
        this.kind = kind;
        this.example = example;
        this.meaning = meaning;
        this.names = List.of(names);
    }

    /** The key with this name, in any case. */
    public static Optional<Key> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    public Area area() {
        return area;
    }

    public Kind kind() {
        return kind;
    }

    /** What may be written behind the operator, for people. */
    public String expected() {
        return this == MANA ? kind.expected() + " or /a pattern/" : kind.expected();
    }

    /** True when the value may be a regular expression. */
    public boolean takesPatterns() {
        return kind.takesPatterns() || this == MANA;
    }

    /** A query that uses it. */
    public String example() {
        return example;
    }

    /** What it asks, for people. */
    public String meaning() {
        return meaning;
    }

    /** What may be typed, the usual name first. */
    public List<String> names() {
        return names;
    }
}
