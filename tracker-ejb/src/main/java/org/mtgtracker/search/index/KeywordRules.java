package org.mtgtracker.search.index;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mtgtracker.search.language.CardKind;

/**
 * Which keywords a rules text has, for files that do not list them. A keyword ability (CR 702) counts where it begins a
 * line, or an item of a line that is nothing but keywords; a keyword action (CR 701) counts as a verb anywhere; an
 * ability word (CR 207.2c) counts at the start of a line, before its dash. Reminder text does not count, and abilities
 * that a card gives to others do not either.
 */
public final class KeywordRules {
    private static final Set<String> ABILITIES = words("""
            deathtouch|defender|double strike|enchant|equip|first strike|flash|flying|haste|hexproof|indestructible
            intimidate|landwalk|plainswalk|islandwalk|swampwalk|mountainwalk|forestwalk|desertwalk|legendary landwalk
            nonbasic landwalk|snow landwalk|artifact landwalk|lifelink|protection|reach|shroud|trample|vigilance|ward
            banding|rampage|cumulative upkeep|flanking|phasing|buyback|shadow|cycling|plainscycling|islandcycling
            swampcycling|mountaincycling|forestcycling|basic landcycling|landcycling|slivercycling|wizardcycling|echo
            horsemanship|fading|kicker|multikicker|flashback|madness|fear|morph|megamorph|amplify|provoke|storm|affinity
            entwine|modular|sunburst|bushido|soulshift|splice|offering|ninjutsu|commander ninjutsu|epic|convoke|dredge
            transmute|bloodthirst|haunt|replicate|forecast|graft|recover|ripple|split second|suspend|vanishing|absorb
            aura swap|delve|fortify|frenzy|gravestorm|poisonous|transfigure|champion|changeling|evoke|hideaway|prowl
            reinforce|conspire|persist|wither|retrace|devour|exalted|unearth|cascade|annihilator|level up|rebound
            umbra armor|totem armor|infect|battle cry|living weapon|undying|miracle|soulbond|overload|scavenge|unleash
            cipher|evolve|extort|fuse|bestow|tribute|dethrone|outlast|prowess|dash|exploit|menace|renown|awaken|devoid
            ingest|myriad|surge|skulk|emerge|escalate|melee|crew|fabricate|partner|partner with|undaunted|improvise
            aftermath|embalm|eternalize|afflict|ascend|assist|jump-start|mentor|afterlife|riot|spectacle|escape
            companion|mutate|encore|boast|foretell|demonstrate|daybound|nightbound|disturb|decayed|cleave|training
            compleated|reconfigure|blitz|casualty|enlist|read ahead|ravenous|squad|prototype|living metal
            more than meets the eye|for mirrodin!|toxic|backup|bargain|craft|disguise|solved|plot|saddle|freerunning
            gift|offspring|impending|exhaust|max speed|start your engines!|harmonize|mobilize|job select|tiered|station
            warp|infinity|mayhem|web-slinging|firebending|sneak|choose a background|doctor's companion|friends forever
            hidden agenda|double agenda|super haste|augment|host
            """);

    private static final Set<String> ACTIONS = words("""
            adapt|amass|bolster|clash|connive|detain|discover|exert|explore|fateseal|fight|goad|incubate|investigate
            learn|manifest|manifest dread|meld|mill|monstrosity|populate|proliferate|regenerate|scry|support|surveil
            transform|cloak|collect evidence|endure|forage|suspect|time travel|venture into the dungeon|open an attraction
            convert|seek|conjure|tempting offer|earthbend|waterbend|airbend|blight
            """);

    private static final Set<String> ABILITY_WORDS = words("""
            adamant|addendum|alliance|battalion|bloodrush|celebration|channel|chroma|cohort|constellation|converge|corrupted
            council's dilemma|coven|delirium|descend|domain|eerie|eminence|enrage|fateful hour|fathomless descent|ferocious
            flurry|formidable|grandeur|hellbent|heroic|imprint|inspired|join forces|kinship|landfall|lieutenant|magecraft
            metalcraft|morbid|pack tactics|paradox|parley|radiance|raid|rally|renew|revolt|secret council|spell mastery
            strive|survival|sweep|tempting offer|threshold|undergrowth|valiant|vivid|void|will of the council|will of the planeswalkers
            """);

    private static final Set<String> LETTERS = Stream.of(ABILITIES, ACTIONS, ABILITY_WORDS)
            .flatMap(Set::stream)
            .map(KeywordRules::letters)
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern ABILITY_WORD = Pattern.compile("^([a-z' ]+) - ");
    private static final Pattern ACTION = Pattern.compile("\\b("
            + ACTIONS.stream()
                    .sorted((one, other) -> other.length() - one.length())
                    .map(Pattern::quote)
                    .reduce((one, other) -> one + "|" + other)
                    .orElseThrow()
            + ")(?:e?s|ed|ted)?\\b");
    private static final Pattern NUMBER = Pattern.compile(" (x|[0-9]+)\\b");
    private static final Pattern BASIC_CYCLING = Pattern.compile("(plains|island|swamp|mountain|forest)cycling");
    private static final Pattern ITEM_END = Pattern.compile("[,;] ?");
    private static final Pattern WORD = Pattern.compile("[a-z'!-]+");
    private static final int LONGEST = 4;

    private KeywordRules() {}

    /** The keywords of a folded text without its reminder text. */
    static Set<String> of(String text) {
        Set<String> found = new TreeSet<>();
        for (String line : text.split("\n")) {
            ofLine(line, found);
        }
        Matcher action = ACTION.matcher(text);
        while (action.find()) {
            found.add(action.group(1));
        }
        return found;
    }

    private static void ofLine(String line, Set<String> found) {
        Matcher abilityWord = ABILITY_WORD.matcher(line);
        if (abilityWord.find() && ABILITY_WORDS.contains(abilityWord.group(1))) {
            found.add(abilityWord.group(1));
        }
        Optional<String> first = abilityAt(line);
        if (first.isEmpty()) {
            return;
        }
        if (takesParameter(line, first.get())) {
            found.add(first.get());
        }
        String[] items = ITEM_END.split(line);
        boolean list = List.of(items).stream().allMatch(item -> isItem(item));
        if (list) {
            for (String item : items) {
                abilityAt(item).ifPresent(found::add);
            }
        }
        variants(found);
    }

    /**
     * True when nothing but keyword abilities and their costs stand in the text. As Scryfall has it, one with a number
     * behind it ({@code rampage 3}) is more than a keyword.
     */
    static boolean isOnlyKeywords(String text) {
        if (text.isBlank()) {
            return false;
        }
        return text.lines()
                .filter(line -> !line.isBlank())
                .allMatch(line ->
                        List.of(ITEM_END.split(line)).stream().allMatch(item -> isItem(item) && !isNumbered(item))
                                || abilityAt(line).isPresent()
                                        && takesParameter(line, abilityAt(line).get())
                                        && !isNumbered(line));
    }

    private static boolean isNumbered(String item) {
        return abilityAt(item)
                .filter(keyword ->
                        NUMBER.matcher(item.substring(keyword.length())).lookingAt())
                .isPresent();
    }

    /** A keyword that a line begins with is followed by nothing, a cost, a number, a quality or a dash. */
    private static boolean takesParameter(String line, String keyword) {
        String rest = line.substring(keyword.length());
        return rest.isEmpty()
                || rest.startsWith("-")
                || rest.startsWith(" -")
                || rest.startsWith(" {")
                || NUMBER.matcher(rest).lookingAt()
                || rest.startsWith(" from ")
                || rest.startsWith(" for ")
                || rest.startsWith(" with ")
                || rest.startsWith(" onto ")
                || keyword.equals("enchant")
                || keyword.equals("equip")
                || keyword.equals("champion")
                || keyword.equals("hexproof");
    }

    private static boolean isItem(String item) {
        return abilityAt(item).filter(keyword -> takesParameter(item, keyword)).isPresent()
                || item.startsWith("and from ")
                || item.startsWith("from ");
    }

    private static void variants(Set<String> found) {
        for (String keyword : List.copyOf(found)) {
            if (keyword.endsWith("landcycling")
                    || BASIC_CYCLING.matcher(keyword).matches()) {
                found.add("landcycling");
                found.add("cycling");
            } else if (keyword.endsWith("cycling")) {
                found.add("cycling");
            } else if (keyword.endsWith("walk") && !keyword.equals("planeswalk")) {
                found.add("landwalk");
            } else if (keyword.equals("partner with")) {
                found.add("partner");
            } else if (keyword.equals("multikicker")) {
                found.add("kicker");
            }
        }
    }

    /** The longest keyword ability that a line begins with. */
    private static Optional<String> abilityAt(String line) {
        Matcher word = WORD.matcher(line);
        Optional<String> longest = Optional.empty();
        for (int words = 0; words < LONGEST && word.find(); words++) {
            String start = line.substring(0, word.end());
            // the dash before a cost has become a hyphen: echo-discard a card
            int dash = line.indexOf('-', word.start());
            if (dash > 0 && dash < word.end() && ABILITIES.contains(line.substring(0, dash))) {
                longest = Optional.of(line.substring(0, dash));
            }
            if (ABILITIES.contains(start)) {
                longest = Optional.of(start);
            }
        }
        return longest;
    }

    /** A keyword as it is compared with what is typed: {@code first-strike} and {@code firststrike} are one. */
    public static String letters(String keyword) {
        return CardKind.letters(keyword.toLowerCase(Locale.ROOT));
    }

    /** True for keywords of the rules, so that one that no card of a catalogue has is not taken for a mistake. */
    public static boolean isKeyword(String word) {
        return LETTERS.contains(letters(word));
    }

    private static Set<String> words(String table) {
        return Set.copyOf(List.of(table.strip().split("[|\n]")));
    }
}
