package org.mtgtracker.search.index;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.mtgtracker.search.language.ManaCost;

/** Which kinds of card a card is by its rules alone, whatever its printing. */
final class RulesKinds {
    private static final Set<String> PERMANENTS =
            Set.of("artifact", "battle", "creature", "enchantment", "land", "planeswalker");
    private static final Set<String> OUTSIDE_THE_DECK = Set.of(
            "land",
            "plane",
            "phenomenon",
            "scheme",
            "vanguard",
            "conspiracy",
            "dungeon",
            "emblem",
            "token",
            "card",
            "attraction",
            "contraption",
            "stickers",
            "hero");
    private static final Set<String> PARTY = Set.of("cleric", "rogue", "warrior", "wizard");
    private static final Set<String> OUTLAWS = Set.of("assassin", "mercenary", "pirate", "rogue", "warlock");
    /** Words of type lines that are kinds by themselves. */
    private static final Set<String> TYPES = Set.of(
            "artifact",
            "battle",
            "creature",
            "enchantment",
            "instant",
            "land",
            "planeswalker",
            "sorcery",
            "legendary",
            "basic",
            "snow",
            "world",
            "token",
            "conspiracy",
            "plane",
            "scheme",
            "vanguard");

    private static final Pattern MODAL = Pattern.compile(
            "choose (one|two|three|four|any number|up to|a|the|both|x)\\b[^\n]*(\n·|·)|choose [^\n]*-\n[·+]|escalate");

    /** Before each of the modes of newer texts, as {@link Folded} has it. */
    private static final char BULLET = '·';

    /** A legend that is a creature wherever it may be put from into play, the command zone among them. */
    private static final Pattern ELSEWHERE_A_CREATURE =
            Pattern.compile("isn't on the battlefield, it's an? [^.]*\\bcreature\\b");

    private RulesKinds() {}

    static boolean isPermanent(String typeLine) {
        return !Collections.disjoint(List.of(typeLine.split(" ")), PERMANENTS);
    }

    static Set<String> of(RulesFacts rules, RulesText text, Set<String> keywords) {
        Set<String> kinds = new HashSet<>(LandRules.kinds(rules, text));
        List<Set<String>> types = text.types().stream()
                .map(line -> line.isEmpty() ? Set.<String>of() : Set.copyOf(List.of(line.split(" "))))
                .toList();
        Set<String> front = types.get(0);
        boolean everyType = keywords.contains("changeling")
                || text.plain().contains("~ is every creature type")
                || text.self().contains("~ is every creature type");
        types.forEach(face -> face.stream().filter(TYPES::contains).forEach(kinds::add));
        boolean ownSpell = !front.isEmpty() && front.stream().noneMatch(OUTSIDE_THE_DECK::contains);
        put(kinds, "spell", ownSpell || any(types, Set.of("adventure")));
        put(kinds, "permanent", any(types, PERMANENTS));
        put(kinds, "historic", any(types, Set.of("legendary", "artifact", "saga")));
        put(kinds, "party", any(types, Set.of("creature")) && (everyType || text.isWholeParty() || any(types, PARTY)));
        put(kinds, "outlaw", everyType || any(types, OUTLAWS));
        put(kinds, "etb", text.full().contains("enters"));
        put(
                kinds,
                "modal",
                text.plain().indexOf(BULLET) >= 0 || MODAL.matcher(text.plain()).find());
        put(
                kinds,
                "vanilla",
                any(types, Set.of("creature"))
                        && !any(types, Set.of("land"))
                        && text.front().isBlank());
        put(
                kinds,
                "frenchvanilla",
                types.stream().allMatch(face -> face.contains("creature"))
                        && KeywordRules.isOnlyKeywords(text.plain()));
        put(
                kinds,
                "bear",
                rules.manaValue() == 2
                        && rules.front().power().equals("2")
                        && rules.front().toughness().equals("2"));
        put(kinds, "hybrid", isHybrid(rules.front().manaCost()));
        put(
                kinds,
                "phyrexian",
                text.full().contains("/p}")
                        || rules.faces().stream()
                                .anyMatch(face -> face.manaCost().contains("/P}")));
        command(kinds, front, rules, text, keywords);
        put(kinds, "indicator", rules.faces().stream().anyMatch(FaceFacts::indicator));
        return kinds;
    }

    /** Most costs have no halves, and need not be read. */
    private static boolean isHybrid(String cost) {
        return cost.contains("/")
                && ManaCost.parse(cost).filter(ManaCost::isHybrid).isPresent();
    }

    private static void command(
            Set<String> kinds, Set<String> front, RulesFacts rules, RulesText text, Set<String> keywords) {
        boolean legendary = front.contains("legendary");
        boolean outside = front.contains("token") || front.contains("emblem");
        boolean body = front.contains("creature")
                || !rules.front().toughness().isEmpty()
                || front.contains("background")
                || ELSEWHERE_A_CREATURE.matcher(text.plain()).find();
        boolean commander = !outside && (legendary && body || text.plain().contains("can be your commander"));
        put(kinds, "commander", commander);
        put(kinds, "duelcommander", commander);
        put(kinds, "brawler", commander || !outside && legendary && front.contains("planeswalker"));
        put(kinds, "oathbreaker", !outside && front.contains("planeswalker"));
        put(kinds, "companion", keywords.contains("companion"));
        put(kinds, "partner", legendary && sharesCommand(front, text, keywords));
    }

    private static boolean sharesCommand(Set<String> front, RulesText text, Set<String> keywords) {
        return keywords.stream().anyMatch(keyword -> keyword.startsWith("partner"))
                || keywords.contains("friends forever")
                || keywords.contains("choose a background")
                || keywords.contains("doctor's companion")
                || text.plain().startsWith("partner")
                || text.plain().contains("\npartner")
                || front.contains("background")
                || text.types().get(0).contains("time lord doctor");
    }

    private static boolean any(List<Set<String>> faces, Set<String> wanted) {
        return faces.stream().anyMatch(face -> !Collections.disjoint(face, wanted));
    }

    private static void put(Set<String> kinds, String kind, boolean is) {
        if (is) {
            kinds.add(kind);
        }
    }
}
