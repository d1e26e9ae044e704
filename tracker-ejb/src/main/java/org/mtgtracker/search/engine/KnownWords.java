package org.mtgtracker.search.engine;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.mtgtracker.search.language.CardKind;

/**
 * Words that Scryfall uses, and other names for them: a word of these that no card of the catalogue has finds nothing,
 * while another one is taken for a mistake.
 */
final class KnownWords {
    static final Set<String> FORMATS = words("standard future historic timeless gladiator pioneer modern legacy pauper"
            + " vintage penny commander oathbreaker standardbrawl brawl alchemy paupercommander duel oldschool premodern"
            + " predh explorer historicbrawl competitivebrawl frontier tlr");
    static final Set<String> GAMES = words("paper mtgo arena astral sega");
    static final Set<String> BORDERS = words("black white silver gold borderless yellow");
    static final Set<String> STAMPS = words("oval triangle acorn circle arena heart");
    static final Set<String> LAYOUTS =
            words("normal split flip transform modal_dfc meld leveler class case saga adventure"
                    + " mutate prototype battle planar scheme vanguard token double_faced_token emblem augment host art_series"
                    + " reversible_card prepare");
    static final Set<String> FRAMES =
            words("1993 1997 2003 2015 future legendary miracle enchantment draft devoid tombstone"
                    + " colorshifted inverted sunmoondfc compasslanddfc originpwdfc mooneldrazidfc waxingandwaningmoondfc"
                    + " showcase extendedart companion etched snow lesson shatteredglass convertdfc fandfc upsidedowndfc"
                    + " spree nyxtouched textured placeholderimage fullart borderless");
    static final Set<String> NEW = words("art artist flavor frame language rarity paper mtgo arena foil nonfoil");
    static final Set<String> HAS =
            words("indicator watermark flavor stamp back artist illustration multiverse mtgo arena"
                    + " tcgplayer cardmarket");
    static final Set<String> LANGUAGES = words("en es fr de it pt ja ko ru zhs zht he la grc ar sa ph qya px");
    static final Set<String> SET_TYPES =
            words("core expansion masters eternal alchemy masterpiece arsenal from_the_vault"
                    + " spellbook premium_deck duel_deck draft_innovation treasure_chest commander planechase archenemy vanguard"
                    + " funny starter box promo token memorabilia minigame");

    private static final Set<String> PROMOS = words(
            "prerelease promopack datestamped buyabox fnm judgegift arenaleague"
                    + " playerrewards gateway wizardsplaynetwork convention premiereshop release boxtopper bundle brawldeck"
                    + " draftweekend gameday giftbox instore intropack league mediainsert openhouse planeswalkerdeck playpromo"
                    + " setpromo setextension starterdeck storechampionship themepack tourney stamped thick serialized"
                    + " doublerainbow surgefoil galaxyfoil ripplefoil rainbowfoil gilded oilslick concept halofoil confettifoil"
                    + " godzillaseries draculaseries silverfoil neonink poster schinesealtart stepandcompleat alchemy"
                    + " rebalanced universesbeyond beginnerbox startercollection textured embossed glossy duels magnified"
                    + " portrait raisedfoil invisibleink manafoil fracturefoil dossier vault plastic moonlitland event"
                    + " commanderparty commanderpromo jpwalker scroll ffi ffii firstplacefoil cosmicfoil chocobotrackfoil"
                    + " boosterfun dazzlefoil doubleexposure facetfoil ffiii ffiv ffix ffv ffvi ffvii ffviii ffx ffxi ffxii"
                    + " ffxiii ffxiv ffxv ffxvi gleaminggold japanshowcase metal playtest ravnicacity silverscroll"
                    + " singularityfoil standardshowdown upsidedownback dragonscalefoil imagine headliner sldbonus resale upsidedown sourcematerial bringafriend");

    private static final Map<String, String> FORMAT_NAMES = Map.of(
            "edh", "commander",
            "cedh", "commander",
            "pdh", "paupercommander",
            "std", "standard",
            "pennydreadful", "penny",
            "duelcommander", "duel",
            "old school", "oldschool",
            "93/94", "oldschool");
    /** By their letters alone. */
    private static final Map<String, String> LANGUAGE_NAMES = Map.ofEntries(
            Map.entry("english", "en"),
            Map.entry("spanish", "es"),
            Map.entry("french", "fr"),
            Map.entry("german", "de"),
            Map.entry("italian", "it"),
            Map.entry("portuguese", "pt"),
            Map.entry("japanese", "ja"),
            Map.entry("jp", "ja"),
            Map.entry("korean", "ko"),
            Map.entry("russian", "ru"),
            Map.entry("sp", "es"),
            Map.entry("kr", "ko"),
            Map.entry("cs", "zhs"),
            Map.entry("cn", "zhs"),
            Map.entry("zh", "zhs"),
            Map.entry("tw", "zht"),
            Map.entry("ct", "zht"),
            Map.entry("ptbr", "pt"),
            Map.entry("ruru", "ru"),
            Map.entry("simplifiedchinese", "zhs"),
            Map.entry("chinesesimplified", "zhs"),
            Map.entry("chinese", "zhs"),
            Map.entry("traditionalchinese", "zht"),
            Map.entry("chinesetraditional", "zht"),
            Map.entry("hebrew", "he"),
            Map.entry("latin", "la"),
            Map.entry("greek", "grc"),
            Map.entry("ancientgreek", "grc"),
            Map.entry("arabic", "ar"),
            Map.entry("sanskrit", "sa"),
            Map.entry("phyrexian", "ph"),
            Map.entry("quenya", "qya"));

    private static final Set<String> KINDS = kinds();

    private KnownWords() {}

    static boolean isKind(String word) {
        return KINDS.contains(word);
    }

    static String format(String word) {
        return FORMAT_NAMES.getOrDefault(word, word.replace(" ", ""));
    }

    static String language(String word) {
        return LANGUAGE_NAMES.getOrDefault(CardKind.letters(word), word);
    }

    static String game(String word) {
        return switch (word) {
            case "mtga" -> "arena";
            case "mtgonline", "modo", "online" -> "mtgo";
            default -> word;
        };
    }

    /** Effects have names without blanks; frames have names for several at once. */
    static Set<String> frames(String word) {
        return switch (word) {
            case "old", "retro" -> Set.of("1993", "1997");
            case "new" -> Set.of("2003", "2015", "future");
            case "93" -> Set.of("1993");
            case "97", "classic" -> Set.of("1997");
            case "modern", "03", "8ed" -> Set.of("2003");
            case "15", "m15" -> Set.of("2015");
            case "futureshifted" -> Set.of("future");
            case "nyx", "nyxtouched", "enchantment" -> Set.of("enchantment", "nyxtouched");
            default -> Set.of(word.replace(" ", ""));
        };
    }

    /** Kinds of sets have shorter names than their own. */
    static String setType(String word) {
        String letters = CardKind.letters(word);
        return switch (letters) {
            case "duel", "duels" -> "duel_deck";
            case "ftv" -> "from_the_vault";
            case "premium" -> "premium_deck";
            case "treasure" -> "treasure_chest";
            default ->
                SET_TYPES.stream()
                        .filter(type -> type.replace("_", "").equals(letters))
                        .findFirst()
                        .orElse(word);
        };
    }

    static String novelty(String word) {
        return switch (word.replace(" ", "")) {
            case "flavour", "flavortext", "ft" -> "flavor";
            case "illustration" -> "art";
            case "lang" -> "language";
            case "card", "printed", "cardboard" -> "paper";
            default -> game(word);
        };
    }

    private static Set<String> kinds() {
        Set<String> kinds = new HashSet<>(PROMOS);
        CardKind.ALL.forEach(kind -> kinds.addAll(kind.names()));
        kinds.addAll(FRAMES);
        kinds.addAll(LAYOUTS);
        kinds.addAll(BORDERS);
        kinds.addAll(GAMES);
        kinds.addAll(SET_TYPES);
        kinds.addAll(words("common uncommon rare special mythic bonus artifact battle creature enchantment instant land"
                + " planeswalker sorcery legendary basic snow world token conspiracy plane scheme variation"));
        return Set.copyOf(kinds);
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }
}
