package org.mtgtracker.search.index;

/**
 * What the rules say of one face; a card with one face has its own values here. A text that the card has not is empty.
 *
 * @param colours as bits, -1 where the card as a whole has the colours
 */
record FaceFacts(
        String name,
        String manaCost,
        String typeLine,
        String oracleText,
        String power,
        String toughness,
        String loyalty,
        String defense,
        int colours,
        boolean indicator) {}
