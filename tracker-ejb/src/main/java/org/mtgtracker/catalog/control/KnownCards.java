package org.mtgtracker.catalog.control;

import java.util.Arrays;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.mtgtracker.persistence.boundary.IdTable;

/**
 * Every card that the catalogue has or the running import has met, in 60 to 125 bytes each, since the arrays grow by
 * doubling: a hundred thousand cards, or half a million printings of all languages, are compared without asking the
 * database.
 */
final class KnownCards {
    private static final int FIRST_SIZE = 1 << 12;
    private static final byte RETIRED = 1;
    private static final byte MET = 2;
    private static final byte SPARED = 4;

    /** Each id's number is the card's place in the arrays. */
    private final IdTable ids = new IdTable(FIRST_SIZE);

    private int[] cards = new int[FIRST_SIZE];
    private int[] objects = new int[FIRST_SIZE];
    private byte[] states = new byte[FIRST_SIZE];
    /** The contents of the cards that are not retired; what is met is not among them. */
    private final IdTable contents = new IdTable(FIRST_SIZE);

    private int[] placeOfContent = new int[FIRST_SIZE];
    private int lastCard;

    /** What an import finds out about a card by meeting its id and hash in the file. */
    enum Verdict {
        /** Never seen, or seen and retired. */
        ADDED,
        CHANGED,
        UNCHANGED,
        /** Met in the same file before. */
        REPEATED
    }

    /**
     * @param card the card's number; that of a new card was given out just now
     * @param replacedObject the number of its object until now; 0 for a card that never was
     */
    record Met(Verdict verdict, int card, int replacedObject) {}

    /** Takes in a card of the catalogue. */
    void put(UUID id, int card, int object, ContentHash hash, boolean retired) {
        int place = append(id, card, object, retired ? RETIRED : 0);
        if (!retired) {
            int content = contents.add(hash.high(), hash.low());
            if (content == placeOfContent.length) {
                placeOfContent = Arrays.copyOf(placeOfContent, 2 * content);
            }
            placeOfContent[content] = place;
        }
    }

    /** Keeps a number for a card that the catalogue does not have yet. */
    void promise(UUID id, int card) {
        append(id, card, 0, RETIRED);
    }

    /** The number of the card with this id; 0 when there is none. */
    int number(UUID id) {
        int at = ids.numberOf(id);
        return at < 0 ? 0 : cards[at];
    }

    /**
     * The place of the card that is not retired and has this content; -1 when there is none. Other threads may ask while
     * cards are met, since what is met does not come among the contents.
     */
    int withContent(ContentHash hash) {
        int content = contents.numberOf(hash.high(), hash.low());
        return content < 0 ? -1 : placeOfContent[content];
    }

    /** The id of the card at a place. */
    UUID id(int place) {
        return ids.id(place);
    }

    /** Takes note of a card in the file, and says what that means. */
    Met meet(UUID id, ContentHash hash) {
        int at = ids.numberOf(id);
        if (at < 0) {
            lastCard++;
            append(id, lastCard, 0, MET);
            return new Met(Verdict.ADDED, lastCard, 0);
        }
        Verdict verdict = verdict(at, hash);
        states[at] |= MET;
        return new Met(verdict, cards[at], objects[at]);
    }

    /** Takes note that a card is in the file, whatever it is like there; an unknown id is passed over. */
    void spare(UUID id) {
        int at = ids.numberOf(id);
        if (at >= 0) {
            states[at] |= SPARED;
        }
    }

    /** Tells the numbers of the cards that are not retired and were neither met nor spared. */
    void eachMissing(IntConsumer missing) {
        for (int i = 0; i < ids.size(); i++) {
            if ((states[i] & (MET | RETIRED | SPARED)) == 0) {
                missing.accept(cards[i]);
            }
        }
    }

    private Verdict verdict(int at, ContentHash hash) {
        if ((states[at] & MET) != 0) {
            return Verdict.REPEATED;
        }
        if ((states[at] & RETIRED) != 0) {
            return Verdict.ADDED;
        }
        return withContent(hash) == at ? Verdict.UNCHANGED : Verdict.CHANGED;
    }

    private int append(UUID id, int card, int object, byte state) {
        int at = ids.add(id);
        if (at == cards.length) {
            cards = Arrays.copyOf(cards, 2 * at);
            objects = Arrays.copyOf(objects, 2 * at);
            states = Arrays.copyOf(states, 2 * at);
        }
        cards[at] = card;
        objects[at] = object;
        states[at] = state;
        lastCard = Math.max(lastCard, card);
        return at;
    }
}
