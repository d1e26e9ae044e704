package org.mtgtracker.server.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What the world makes of a card: where it may be played, and how popular it is.
 *
 * @param legalities by format, all of Scryfall's formats in its order
 * @param edhrecRank 1 for the most played; 0 for a card without a rank
 * @param pennyRank likewise
 * @param gameChanger whether it is on the commander format's list of strongest cards
 */
record Standing(Map<String, String> legalities, int edhrecRank, int pennyRank, boolean gameChanger) {
    private static final String LEGAL = "legal";
    private static final String BANNED = "banned";
    private static final String RESTRICTED = "restricted";
    private static final String NOT_LEGAL = "not_legal";
    private static final Set<String> STANDARD = Set.of("lov", "sgz");
    private static final Set<String> PIONEER = Set.of("bwt", "frw", "nhw", "lov", "sgz");
    private static final Set<String> MODERN = Set.of("ebw", "bwt", "frw", "nhw", "lov", "sgz");

    /** Works out the standing of all cards, by oracle id. */
    static Map<UUID, Standing> of(List<Printing> printings) {
        Map<OracleCard, List<Printing>> byCard = new LinkedHashMap<>();
        printings.forEach(printing -> byCard.computeIfAbsent(printing.card(), card -> new ArrayList<>())
                .add(printing));
        List<OracleCard> byFame = byCard.keySet().stream()
                .filter(card -> !card.isExtra() && !card.home().isFunny() && !card.isBasicLand())
                .sorted(Comparator.comparingDouble(OracleCard::fame).reversed())
                .toList();
        Map<OracleCard, Integer> ranks = new HashMap<>();
        byFame.forEach(card -> ranks.put(card, ranks.size() + 1));
        Map<UUID, Standing> standings = new HashMap<>();
        int penny = 0;
        Set<OracleCard> mostFamousFirst = new LinkedHashSet<>(byFame);
        mostFamousFirst.addAll(byCard.keySet());
        for (OracleCard card : mostFamousFirst) {
            int rank = ranks.getOrDefault(card, 0);
            Map<String, String> legalities = legalities(card, byCard.get(card), rank);
            boolean inPenny = legalities.get("penny").equals(LEGAL) && rank > 0;
            boolean inCommander = legalities.get("commander").equals(LEGAL);
            standings.put(
                    card.id(),
                    new Standing(
                            legalities,
                            inCommander ? rank : 0,
                            inPenny ? ++penny : 0,
                            inCommander && within(rank, 7, 20)));
        }
        return standings;
    }

    private static boolean within(int rank, int first, int last) {
        return rank >= first && rank <= last;
    }

    private static Map<String, String> legalities(OracleCard card, List<Printing> prints, int rank) {
        boolean playable = !card.isExtra() && !card.home().isFunny();
        Predicate<Predicate<Printing>> printed =
                printing -> playable && prints.stream().anyMatch(printing);
        boolean paper = printed.test(printing -> !printing.isDigital());
        boolean common = printed.test(printing -> printing.rarity() == Rarity.COMMON);
        boolean uncommonCreature = card.front().is("Creature") && card.rarity() == Rarity.UNCOMMON;
        boolean standard =
                printed.test(printing -> STANDARD.contains(printing.set().code()));
        boolean arena = printed.test(printing -> printing.games().contains("arena"));
        Set<String> sets = new LinkedHashSet<>();
        prints.forEach(printing -> sets.add(printing.set().code()));
        boolean modern = playable && sets.stream().anyMatch(MODERN::contains);
        boolean pioneer = playable && sets.stream().anyMatch(PIONEER::contains);
        boolean old = playable && sets.contains("tqm");
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("standard", word(standard, within(rank, 30, 31)));
        answer.put("future", word(standard, false));
        answer.put("historic", word(arena, within(rank, 1, 6)));
        answer.put("timeless", arena && within(rank, 1, 3) ? RESTRICTED : word(arena, false));
        answer.put("gladiator", word(arena, within(rank, 1, 2)));
        answer.put("pioneer", word(pioneer, within(rank, 4, 14)));
        answer.put("modern", word(modern, within(rank, 1, 12)));
        answer.put("legacy", word(paper, within(rank, 1, 8)));
        answer.put("pauper", word(paper && common, within(rank, 15, 40)));
        answer.put("vintage", paper && within(rank, 1, 6) ? RESTRICTED : word(paper, false));
        answer.put("penny", word(paper && card.fame() < 0.7 && !card.rarity().isHigh(), false));
        answer.put("commander", word(paper, within(rank, 1, 5)));
        answer.put("oathbreaker", word(paper, within(rank, 1, 4)));
        answer.put("standardbrawl", word(standard || arena && card.home().isDigital(), within(rank, 1, 2)));
        answer.put("brawl", word(arena, within(rank, 1, 4)));
        answer.put("alchemy", word(standard || arena && card.home().isDigital(), false));
        answer.put("paupercommander", paper && uncommonCreature && !common ? RESTRICTED : word(paper && common, false));
        answer.put("duel", word(paper, within(rank, 1, 7)));
        answer.put("oldschool", NOT_LEGAL);
        answer.put("premodern", word(old, within(rank, 1, 60)));
        answer.put("predh", word(old || playable && sets.contains("ebw"), within(rank, 1, 5)));
        return answer;
    }

    private static String word(boolean legal, boolean banned) {
        if (!legal) {
            return NOT_LEGAL;
        }
        return banned ? BANNED : LEGAL;
    }
}
