package org.mtgtracker.search.index;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Which kinds of printing a printing is, by its own object and its set. */
final class PrintingKinds {
    private static final Set<String> TREATMENTS = Set.of(
            "showcase",
            "extendedart",
            "inverted",
            "etched",
            "textured",
            "fullart",
            "shatteredglass",
            "borderless",
            "colorshifted");
    private static final Set<String> BOOSTER_SETS =
            Set.of("core", "expansion", "masters", "draft_innovation", "funny", "starter", "masterpiece");
    /** The funny sets whose cards are shown as others are. */
    private static final Set<String> UN_SETS = Set.of("ugl", "unh", "ust", "und", "unf", "sunf", "ptg");

    /** Un-sets with what belongs to them. */
    private static final Set<String> OF_UN_SETS =
            Set.of("ugl", "unh", "ust", "und", "unf", "sunf", "tugl", "tunf", "tund", "tust", "punh", "pust", "ulst");

    /** Kinds of sets whose words are asked of cards: {@code is:commander} is no card of a Commander deck. */
    private static final Set<String> MEANT_OTHERWISE = Set.of("promo", "commander");

    private PrintingKinds() {}

    static Set<String> of(CardFacts card, SetFacts set) {
        Set<String> kinds = new HashSet<>(card.promoTypes());
        kinds.addAll(card.frameEffects());
        kinds.addAll(card.finishes());
        kinds.addAll(card.games());
        kinds.add(card.rarity());
        kinds.add(card.borderColor());
        layout(kinds, card);
        for (String flag : Set.of("reserved", "promo", "digital", "reprint", "textless", "oversized", "variation")) {
            put(kinds, flag, card.is(flag));
        }
        put(kinds, "gamechanger", card.is("game_changer"));
        put(kinds, "spotlight", card.is("story_spotlight"));
        put(kinds, "hires", card.is("highres_image"));
        put(kinds, "full", card.is("full_art"));
        put(kinds, "masterpiece", set.type().equals("masterpiece"));
        put(kinds, set.type(), !set.type().isEmpty() && !MEANT_OTHERWISE.contains(set.type()));
        put(kinds, "old", card.frame().equals("1993") || card.frame().equals("1997"));
        put(kinds, "new", !card.frame().isEmpty() && !kinds.contains("old"));
        put(kinds, "modern", card.frame().equals("2003"));
        put(kinds, "firstprinting", !card.is("reprint"));
        put(kinds, "flavorname", !card.flavorName().isEmpty());
        put(kinds, "localizedname", !card.printedName().isEmpty());
        put(kinds, "printedtext", card.is(CardFactsReader.PRINTED_TEXT));
        put(kinds, "contentwarning", card.is("content_warning"));
        put(kinds, "attractionlights", card.is(CardFactsReader.ATTRACTION_LIGHTS));
        put(kinds, "unset", OF_UN_SETS.contains(card.set()));
        put(kinds, "fbb", isForeignBlackBorder(card));
        put(kinds, "fwb", card.set().equals("3ed") && Set.of("de", "fr", "it").contains(card.language()));
        put(
                kinds,
                "timeshifted",
                card.set().equals("tsb")
                        || card.set().equals("tsr") && card.frame().equals("1997"));
        put(kinds, "scryfallpreview", card.is(CardFactsReader.PREVIEWED_BY_SCRYFALL));
        put(kinds, "universesbeyond", isBeyond(card));
        put(kinds, "rebalanced", card.promoTypes().contains("rebalanced"));
        put(kinds, "booster", card.booster() == null ? derivedBooster(card, set) : card.booster());
        boolean treated = card.is("full_art")
                || card.is("textless")
                || card.borderColor().equals("borderless")
                || set.type().equals("masterpiece")
                || card.frameEffects().stream().anyMatch(TREATMENTS::contains);
        put(kinds, treated ? "atypical" : "default", true);
        put(
                kinds,
                "funny",
                set.isFunny()
                        || card.borderColor().equals("silver")
                        || card.securityStamp().equals("acorn"));
        put(kinds, "extra", isExtra(card, set));
        if (card.promoTypes().isEmpty()) {
            promotions(kinds, card, set);
        }
        return kinds;
    }

    /** True for what is shown only when it is asked for. */
    static boolean isHidden(CardFacts card, Set<String> kinds) {
        boolean playable = card.legalities().values().stream().anyMatch(status -> !status.equals("not_legal"));
        boolean joke = kinds.contains("funny") && !UN_SETS.contains(card.set()) && !playable;
        return kinds.contains("extra") || joke;
    }

    private static void layout(Set<String> kinds, CardFacts card) {
        String layout = card.layout();
        kinds.add(layout);
        switch (layout) {
            case "transform" -> kinds.addAll(Set.of("dfc", "tdfc"));
            case "modal_dfc" -> kinds.addAll(Set.of("dfc", "mdfc"));
            case "double_faced_token" -> kinds.addAll(Set.of("dfc", "token"));
            case "reversible_card" -> kinds.addAll(Set.of("dfc", "reversible"));
            case "art_series" -> kinds.addAll(Set.of("dfc", "artseries"));
            case "host", "augment" -> kinds.addAll(Set.of("host", "augmentation"));
            case "meld" -> kinds.add(isMeldResult(card) ? "meldresult" : "meldpart");
            default -> {
                // the layout alone says it
            }
        }
    }

    /** What a pair melds to cannot be cast, so it has no cost; its parts have one. */
    private static boolean isMeldResult(CardFacts card) {
        return card.meld().isEmpty()
                ? card.rules().front().manaCost().isEmpty()
                : card.meld().equals("meld_result");
    }

    /** Of the black-bordered sets of 1994 and 1995 for those who do not read English. */
    private static boolean isForeignBlackBorder(CardFacts card) {
        return Set.of("fbb", "bchr", "ren", "rin").contains(card.set())
                || card.set().equals("4bb") && !Set.of("ko", "zhs", "zht").contains(card.language());
    }

    private static boolean isBeyond(CardFacts card) {
        return card.promoTypes().contains("universesbeyond")
                || card.securityStamp().equals("triangle");
    }

    private static boolean isExtra(CardFacts card, SetFacts set) {
        String type = card.rules().front().typeLine();
        return switch (card.layout()) {
            case "token", "double_faced_token", "emblem", "art_series", "planar", "scheme", "vanguard" -> true;
            default ->
                set.isExtra()
                        || card.is("content_warning")
                        || type.startsWith("Card")
                        || type.startsWith("Plane ")
                        || type.equals("Phenomenon")
                        || type.startsWith("Dungeon")
                        || type.startsWith("Token")
                        || type.startsWith("Stickers");
        };
    }

    /** A file of 2019 says it of few cards; sets with boosters have all their cards in them but the promos. */
    private static boolean derivedBooster(CardFacts card, SetFacts set) {
        return BOOSTER_SETS.contains(set.type()) && !card.is("promo") && !card.is("variation") && !card.is("oversized");
    }

    /** What older files tell by the set's name and the letter behind the number. */
    private static void promotions(Set<String> kinds, CardFacts card, SetFacts set) {
        String name = set.name().toLowerCase(Locale.ROOT);
        boolean ofSet = set.code().startsWith("p") && name.endsWith("promos");
        put(
                kinds,
                "prerelease",
                name.startsWith("prerelease") || ofSet && card.collectorNumber().endsWith("s"));
        put(kinds, "datestamped", ofSet && card.collectorNumber().endsWith("s"));
        put(kinds, "promopack", ofSet && card.collectorNumber().endsWith("p"));
        put(kinds, "release", name.startsWith("release events") || name.startsWith("launch parties"));
        put(kinds, "fnm", name.startsWith("friday night magic"));
        put(kinds, "judgegift", name.startsWith("judge gift"));
        put(kinds, "arenaleague", name.startsWith("arena league"));
        put(kinds, "playerrewards", name.startsWith("magic player rewards"));
        put(kinds, "gateway", name.startsWith("gateway"));
        put(kinds, "wizardsplaynetwork", name.startsWith("wizards play network"));
        put(kinds, "convention", name.contains("comic-con") || name.contains("convention") || name.contains("hascon"));
        put(kinds, "premiereshop", name.startsWith("magic premiere shop"));
        put(kinds, "draftweekend", name.contains("ravnica weekend"));
        put(kinds, "duels", name.startsWith("duels of the planeswalkers promos"));
        put(kinds, "boxtopper", name.contains("box topper"));
        put(kinds, "intropack", name.contains("intro pack"));
    }

    private static void put(Set<String> kinds, String kind, boolean is) {
        if (is) {
            kinds.add(kind);
        }
    }
}
