package org.mtgtracker.search.index;

import java.util.List;
import java.util.UUID;

/**
 * What all printings of a card share. Printings that tell it differently, as reversible ones do with their names, have
 * different ones.
 *
 * @param manaValue NaN where there is none
 * @param colours the card's, as bits; -1 where its faces have them
 * @param keywords null in a file that has none
 * @param producedMana as bits; -1 in a file that has none
 */
record RulesFacts(
        UUID oracle,
        String name,
        float manaValue,
        int colours,
        int identity,
        List<String> keywords,
        int producedMana,
        List<FaceFacts> faces) {
    FaceFacts front() {
        return faces.get(0);
    }
}
