package org.mtgtracker.search.index;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What the index wants to know of one printing, as its Scryfall object tells it.
 *
 * @param number the card's number in the catalogue
 * @param released day of the epoch; {@link #NO_DAY} when unknown
 * @param flags the members that are true
 * @param prices cents in Scryfall's order, -1 for none
 * @param legalities by format
 * @param setType empty in a file that has none
 * @param flavorName what the printing is sold as; empty where it is by its card's name
 * @param printedName the name that is printed, where the file tells it
 * @param booster null in a file that does not say
 * @param foreignIds keys of {@link ForeignIds}; not to be changed
 * @param meld the component that the card is of its own meld pair; empty otherwise
 */
record CardFacts(
        int number,
        UUID id,
        RulesFacts rules,
        String language,
        int released,
        String layout,
        String set,
        String setName,
        String setType,
        String collectorNumber,
        String rarity,
        Map<String, String> legalities,
        Set<String> games,
        Set<String> finishes,
        Set<String> flags,
        Boolean booster,
        List<String> artists,
        List<UUID> illustrations,
        String borderColor,
        String frame,
        Set<String> frameEffects,
        Set<String> promoTypes,
        String securityStamp,
        Set<String> watermarks,
        String flavorText,
        String flavorName,
        String printedName,
        int[] prices,
        int edhrecRank,
        int pennyRank,
        String meld,
        long[] foreignIds) {
    static final int NO_DAY = Integer.MIN_VALUE;
    static final int NO_RANK = Integer.MAX_VALUE;

    boolean is(String flag) {
        return flags.contains(flag);
    }
}
