package org.mtgtracker.search.index;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The nicknames of lands, told from what the lands say: every cycle has a sentence that only its lands have. Texts are
 * plain and folded, the land's own name being {@code ~}.
 */
final class LandRules {
    private static final String BASIC = "(plains|island|swamp|mountain|forest)";
    private static final String TWO_COLOURS = "add \\{([wubrg])} or \\{([wubrg])}";

    private static final Set<String> TRON = Set.of("Urza's Mine", "Urza's Power Plant", "Urza's Tower");

    private static final Pattern FETCH =
            Pattern.compile("pay 1 life, sacrifice ~: search your library for an? " + BASIC + " or " + BASIC + " card");
    private static final Pattern CHECK =
            Pattern.compile("enters (the battlefield )?tapped unless you control an? " + BASIC + " or an? " + BASIC);
    private static final Pattern FAST = Pattern.compile("tapped unless you control two or fewer other lands");
    private static final Pattern SLOW = Pattern.compile("tapped unless you control two or more other lands");
    private static final Pattern TANGO = Pattern.compile("tapped unless you control two or more basic lands");
    private static final Pattern CROWD = Pattern.compile("tapped unless you have two or more opponents");
    private static final Pattern PAIN = Pattern.compile(TWO_COLOURS + "\\. ~ deals 1 damage to you");
    private static final Pattern THREE_COLOURS =
            Pattern.compile("\\{t}: add \\{[wubrg]}, \\{[wubrg]}, or \\{[wubrg]}\\.");
    private static final Pattern CANOPY = Pattern.compile("pay 1 life: " + TWO_COLOURS);
    private static final Pattern SHOW = Pattern.compile(
            "as ~ enters( the battlefield)?, you may reveal an? " + BASIC + " or " + BASIC + " card from your hand");
    private static final Pattern BOUNCE = Pattern.compile(
            "when ~ enters( the battlefield)?, (return a land you control|sacrifice it unless you return"
                    + " an untapped " + BASIC + " you control) to its owner's hand");
    private static final Pattern TWO_AT_ONCE = Pattern.compile("add \\{([wubrgc])}\\{([wubrgc])}");
    private static final Pattern FILTER =
            Pattern.compile("\\{([wubrg])/([wubrg])}, \\{t}: add \\{|\\{1}, \\{t}: add \\{[wubrg]}\\{[wubrg]}");
    private static final Pattern COLOURED = Pattern.compile("\\{[wubrg]}");
    private static final Pattern VERGE =
            Pattern.compile("activate only if you control an? " + BASIC + " or an? " + BASIC);
    private static final Pattern MAN = Pattern.compile(
            "~ becomes an? [^\n]*creature|becomes? an? [^\n]*creature[^\n]*until end of turn[^\n]*still a land");
    private static final Pattern TAPPED = Pattern.compile("~ enters (the battlefield )?tapped\\.");

    private LandRules() {}

    /** The nicknames of a card; none when its front is no land. */
    static Set<String> kinds(RulesFacts rules, RulesText text) {
        Set<String> kinds = new HashSet<>();
        String type = text.types().get(0);
        if (!(" " + type + " ").contains(" land ")) {
            return kinds;
        }
        String self = text.self();
        int basics = Integer.bitCount(ManaRules.basicTypes(type));
        boolean basic = type.startsWith("basic");
        boolean cycling = self.contains("cycling {");
        boolean tapped = TAPPED.matcher(self).find();
        boolean twoColours = Pattern.compile(TWO_COLOURS).matcher(self).find();
        put(kinds, "tron", TRON.contains(rules.name()));
        put(kinds, "dual", basics == 2 && !basic && text.plain().isEmpty());
        put(kinds, "shockland", basics == 2 && self.contains("you may pay 2 life"));
        put(kinds, "bikeland", basics == 2 && cycling);
        put(kinds, "triome", basics == 3 && cycling);
        put(kinds, "surveilland", basics == 2 && self.contains("surveil 1"));
        put(kinds, "tangoland", basics == 2 && TANGO.matcher(self).find());
        put(kinds, "fetchland", FETCH.matcher(self).find());
        put(kinds, "checkland", CHECK.matcher(self).find());
        put(kinds, "fastland", FAST.matcher(self).find());
        put(kinds, "slowland", SLOW.matcher(self).find() && twoColours);
        put(kinds, "bondland", CROWD.matcher(self).find());
        put(kinds, "painland", basics == 0 && !tapped && PAIN.matcher(self).find());
        put(kinds, "triland", tapped && THREE_COLOURS.matcher(self).find());
        put(kinds, "canopyland", CANOPY.matcher(self).find() && self.contains("draw a card"));
        put(kinds, "shadowland", SHOW.matcher(self).find());
        put(
                kinds,
                "bounceland",
                BOUNCE.matcher(self).find() && TWO_AT_ONCE.matcher(self).find());
        put(kinds, "filterland", FILTER.matcher(self).find());
        put(kinds, "vergeland", VERGE.matcher(self).find());
        put(kinds, "scryland", tapped && twoColours && self.contains("scry 1"));
        put(kinds, "gainland", tapped && twoColours && self.contains("you gain 1 life"));
        put(
                kinds,
                "storageland",
                self.contains("storage counter") && COLOURED.matcher(self).find());
        put(kinds, "pathway", rules.faces().size() == 2 && rules.front().name().endsWith("Pathway"));
        put(kinds, "manland", !type.contains("creature") && MAN.matcher(self).find());
        return kinds;
    }

    private static void put(Set<String> kinds, String kind, boolean is) {
        if (is) {
            kinds.add(kind);
        }
    }
}
