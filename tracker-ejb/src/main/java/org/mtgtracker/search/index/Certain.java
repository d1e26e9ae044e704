package org.mtgtracker.search.index;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Letters that every match of a pattern contains, or one of a few such. What may stand right beside them there is known
 * more often than not, and leaves out most places: of all that have “ damage”, few have a digit before it.
 *
 * @param before which characters may stand before the letters; empty when any may, or none at all
 * @param behind which characters may stand behind the letters; empty when any may, or none at all
 * @param enough true when the letters, with what stands beside them, are a match already
 */
public record Certain(String letters, Optional<Characters> before, Optional<Characters> behind, boolean enough)
        implements Clue {
    /** {@link String#indexOf(String, int)} looks at so many at a time. */
    private static final int CHARACTERS_A_STEP = 16;

    public Certain {
        requireNonNull(letters, "letters is null");
        requireNonNull(before, "before is null");
        requireNonNull(behind, "behind is null");
    }

    @Override
    public int next(String texts, int from, Budget budget) {
        int at = texts.indexOf(letters, from);
        budget.spend(1 + ((at < 0 ? texts.length() : at) - from) / CHARACTERS_A_STEP);
        return at;
    }

    @Override
    public boolean fits(String texts, int at, int from, int to) {
        int end = at + letters.length();
        return end <= to
                && (before.isEmpty() || at > from && before.get().has(texts.charAt(at - 1)))
                && (behind.isEmpty() || end < to && behind.get().has(texts.charAt(end)));
    }
}
