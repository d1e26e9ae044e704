package org.mtgtracker.search.engine;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

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

    /**
     * Texts of which every match has one in it, the most telling ones that are plain to see; none when nothing is.
     * Whoever looks for them first need not match most texts at all.
     */
    default List<String> literals() {
        return Literals.of(this);
    }

    /** Finding what every match contains. */
    final class Literals {
        /** Looking for more costs more than matching. */
        private static final int MOST = 3;

        private Literals() {}

        private static List<String> of(Regex regex) {
            if (regex instanceof Sequence sequence) {
                return ofSequence(sequence.parts());
            }
            if (regex instanceof Choice choice) {
                return ofChoice(choice.parts());
            }
            if (regex instanceof Repeated repeated) {
                return repeated.least() > 0 ? of(repeated.part()) : List.of();
            }
            String only = exact(regex);
            return only.isEmpty() ? List.of() : List.of(only);
        }

        private static List<String> ofSequence(List<Regex> parts) {
            List<String> best = List.of();
            StringBuilder run = new StringBuilder();
            for (Regex part : parts) {
                String exact = exact(part);
                if (!exact.isEmpty()) {
                    run.append(exact);
                    continue;
                }
                best = better(best, run);
                // a place takes no character, so what stands around it is together still
                if (!(part instanceof At)) {
                    run.setLength(0);
                    best = better(best, of(part));
                }
            }
            return better(best, run);
        }

        private static List<String> ofChoice(List<Regex> parts) {
            List<String> all = new ArrayList<>();
            for (Regex part : parts) {
                List<String> own = of(part);
                if (own.isEmpty() || all.size() + own.size() > MOST) {
                    return List.of();
                }
                all.addAll(own);
            }
            return List.copyOf(all);
        }

        private static String exact(Regex regex) {
            if (regex instanceof Chars chars) {
                int only = chars.set().single();
                return only < 0 ? "" : String.valueOf((char) only);
            }
            if (regex instanceof Sequence sequence) {
                StringBuilder all = new StringBuilder();
                for (Regex part : sequence.parts()) {
                    String exact = exact(part);
                    if (exact.isEmpty()) {
                        return "";
                    }
                    all.append(exact);
                }
                return all.toString();
            }
            return "";
        }

        private static List<String> better(List<String> one, StringBuilder run) {
            return run.isEmpty() ? one : better(one, List.of(run.toString()));
        }

        private static List<String> better(List<String> one, List<String> other) {
            return worth(other) > worth(one) ? other : one;
        }

        private static int worth(List<String> texts) {
            return texts.stream().mapToInt(String::length).min().orElse(0) * 4 - texts.size();
        }
    }
}
