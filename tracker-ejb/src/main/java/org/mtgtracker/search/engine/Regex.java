package org.mtgtracker.search.engine;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.mtgtracker.search.index.Certain;

/** A regular expression as a tree; which text a group took, and how greedily, is not asked here. */
sealed interface Regex {
    /** Stands for no upper bound. */
    int ENDLESS = -1;

    /** Takes one character. */
    record Chars(CharSet set) implements Regex {
        public Chars {
            requireNonNull(set, "set is null");
        }
    }

    /** Takes none, at certain places only. */
    record At(Place place) implements Regex {
        public At {
            requireNonNull(place, "place is null");
        }
    }

    /** One after the other; none takes nothing. */
    record Sequence(List<Regex> parts) implements Regex {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /** One of them. */
    record Choice(List<Regex> parts) implements Regex {
        public Choice {
            parts = List.copyOf(parts);
        }
    }

    /** Several times; {@code most} may be {@link #ENDLESS}. */
    record Repeated(Regex part, int least, int most) implements Regex {
        public Repeated {
            requireNonNull(part, "part is null");
        }
    }

    /** Where between two characters. */
    enum Place {
        LINE_START,
        LINE_END,
        WORD_EDGE,
        NO_WORD_EDGE;

        boolean asksForWords() {
            return this == WORD_EDGE || this == NO_WORD_EDGE;
        }
    }

    /** Letters of which every match has some in it; none when there are none that are plain to see. */
    default List<Certain> certain() {
        return CertainLetters.of(this);
    }

    /** True when no character that it takes can be the end of a line. */
    default boolean isWithinLine() {
        if (this instanceof Chars chars) {
            return !chars.set().has('\n');
        }
        if (this instanceof Sequence sequence) {
            return sequence.parts().stream().allMatch(Regex::isWithinLine);
        }
        if (this instanceof Choice choice) {
            return choice.parts().stream().allMatch(Regex::isWithinLine);
        }
        return !(this instanceof Repeated repeated) || repeated.part().isWithinLine();
    }
}
