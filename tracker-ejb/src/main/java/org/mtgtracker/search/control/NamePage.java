package org.mtgtracker.search.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.mtgtracker.search.boundary.BadCursor;
import org.mtgtracker.search.boundary.Found;

/** Cuts one page out of what an index finds for the words of a query. */
public final class NamePage {
    private NamePage() {}

    /**
     * @param limit how many cards at most, from 1
     * @param cursor where the page before ended; null for the first page
     * @throws BadCursor when the cursor is not one of these words
     */
    public static Found of(NameIndex index, String query, int limit, String cursor) {
        List<String> ignored = new ArrayList<>();
        List<String> words = Folded.words(query, ignored);
        List<String> warnings = new ArrayList<>(warnings(ignored, words));
        int[] matches = words.isEmpty() && !ignored.isEmpty() ? new int[0] : index.matching(words);
        int from = 0;
        if (cursor != null) {
            Cursor last = Cursor.parse(cursor, words);
            from = firstAtLeast(matches, index.firstBehind(last.last()));
            if (last.version() != index.version()) {
                warnings.add("The catalogue has changed since the page before: cards may have come or gone.");
            }
        }
        int to = (int) Math.min(matches.length, (long) from + limit);
        List<UUID> cards = new ArrayList<>(to - from);
        for (int at = from; at < to; at++) {
            cards.add(index.card(matches[at]));
        }
        String next = to < matches.length ? new Cursor(index.version(), index.key(matches[to - 1])).text(words) : null;
        return new Found(cards, matches.length, next, warnings, index.version());
    }

    private static List<String> warnings(List<String> ignored, List<String> words) {
        if (ignored.isEmpty()) {
            return List.of();
        }
        if (words.isEmpty()) {
            return List.of("All of your terms were ignored: a name is searched by letters and digits.");
        }
        return ignored.stream()
                .map(word -> "“" + word + "” has no letters or digits and was ignored.")
                .toList();
    }

    private static int firstAtLeast(int[] ascending, int value) {
        int found = Arrays.binarySearch(ascending, value);
        return found >= 0 ? found : -found - 1;
    }
}
