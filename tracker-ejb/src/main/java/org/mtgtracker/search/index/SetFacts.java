package org.mtgtracker.search.index;

/**
 * A set, as Scryfall's list of sets tells it; what it does not tell is empty.
 *
 * @param released day of the epoch; {@link #NO_DAY} when unknown
 */
public record SetFacts(
        String code, String name, String type, String blockCode, String block, String parent, int released) {
    /** No day is known. */
    public static final int NO_DAY = CardFacts.NO_DAY;

    /** True for sets whose cards are hidden as jokes. */
    boolean isFunny() {
        return type.equals("funny");
    }

    /** True for sets of things that are no cards to play with. */
    boolean isExtra() {
        return switch (type) {
            case "token", "memorabilia", "vanguard" -> true;
            default -> false;
        };
    }
}
