package org.mtgtracker.search.boundary;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mtgtracker.search.control.IndexKeeper;
import org.mtgtracker.search.control.NamePage;

/**
 * Finds cards. Answers from memory: it neither waits for a database nor fails with one, and may show a catalogue that
 * is a second or two old.
 */
@ApplicationScoped
public class CardSearch {
    /** How many characters a query may have. */
    public static final int LONGEST_QUERY = 1000;

    /** How many cards a page may have. */
    public static final int LARGEST_PAGE = 1000;

    private final IndexKeeper keeper;

    @Inject
    public CardSearch(IndexKeeper keeper) {
        this.keeper = requireNonNull(keeper, "keeper is null");
    }

    /** For the container's proxy. */
    protected CardSearch() {
        keeper = null;
    }

    /**
     * The cards whose names contain every word, ordered by name, one printing (the newest) for each. Case, accents and
     * punctuation do not count; of a card with several faces every face's name is searched. Tokens, emblems, planes,
     * schemes, vanguards and art cards are left out. Without words: all cards.
     *
     * @param words what was typed, at most {@value #LONGEST_QUERY} characters
     * @param limit how many cards the page has at most, 1 to {@value #LARGEST_PAGE}
     * @param cursor {@link Found#next} of the page before; null for the first page
     * @throws QueryTooLong when there are more than {@value #LONGEST_QUERY} characters
     * @throws BadCursor when the cursor is not one of a search for these words
     * @throws IndexNotReady in the first moments of a pod
     * @throws IllegalArgumentException when the limit is out of its range
     */
    public Found byName(String words, int limit, String cursor) {
        requireNonNull(words, "words is null");
        int length = words.codePointCount(0, words.length());
        if (length > LONGEST_QUERY) {
            throw new QueryTooLong(length, LONGEST_QUERY);
        }
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new IllegalArgumentException("The limit is %d; 1 to %d are allowed.".formatted(limit, LARGEST_PAGE));
        }
        return NamePage.of(keeper.current(), words, limit, cursor);
    }
}
