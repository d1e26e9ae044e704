package org.mtgtracker.search.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mtgtracker.search.index.Certain;

/**
 * Finds letters of which every match of an expression contains some, the most telling ones that are plain to see, with
 * what stands beside them. Whoever looks for them first need not match most texts at all.
 */
final class CertainLetters {
    /** Looking for more costs more than matching. */
    private static final int MOST = 3;

    private CertainLetters() {}

    static List<Certain> of(Regex whole) {
        List<Certain> nothingElse = nothingElse(whole);
        return nothingElse.isEmpty() ? within(whole) : nothingElse;
    }

    /** For an expression that has nothing but letters and, before and behind them, one set of characters. */
    private static List<Certain> nothingElse(Regex whole) {
        List<Regex> parts = whole instanceof Regex.Sequence sequence ? sequence.parts() : List.of(whole);
        int from = !parts.isEmpty() && isNeighbour(parts.get(0)) ? 1 : 0;
        int to = parts.size() > from && isNeighbour(parts.get(parts.size() - 1)) ? parts.size() - 1 : parts.size();
        String letters = exact(new Regex.Sequence(parts.subList(from, to)));
        if (letters.isEmpty()) {
            return List.of();
        }
        Optional<CharSet> before = from == 0 ? Optional.empty() : edge(parts.get(0), false);
        Optional<CharSet> behind = to == parts.size() ? Optional.empty() : edge(parts.get(to), true);
        return List.of(new Certain(letters, before.map(set -> set::has), behind.map(set -> set::has), true));
    }

    /** True for what one character of a set, or none at all, is enough for. */
    private static boolean isNeighbour(Regex part) {
        Regex once = part instanceof Regex.Repeated repeated && repeated.least() <= 1 ? repeated.part() : part;
        return once instanceof Regex.Chars && exact(part).isEmpty();
    }

    private static List<Certain> within(Regex regex) {
        if (regex instanceof Regex.Sequence sequence) {
            return ofSequence(sequence.parts());
        }
        if (regex instanceof Regex.Choice choice) {
            return ofChoice(choice.parts());
        }
        if (regex instanceof Regex.Repeated repeated) {
            return repeated.least() > 0 ? within(repeated.part()) : List.of();
        }
        return letters(exact(regex), Optional.empty(), Optional.empty());
    }

    private static List<Certain> ofSequence(List<Regex> parts) {
        List<Certain> best = List.of();
        StringBuilder run = new StringBuilder();
        Optional<CharSet> before = Optional.empty();
        for (Regex part : parts) {
            String exact = exact(part);
            if (!exact.isEmpty()) {
                run.append(exact);
            } else if (!(part instanceof Regex.At)) {
                // a place takes no character, so what stands around it is together still
                best = better(best, letters(run.toString(), before, edge(part, true)));
                best = better(best, within(part));
                run.setLength(0);
                before = edge(part, false);
            }
        }
        return better(best, letters(run.toString(), before, Optional.empty()));
    }

    private static List<Certain> ofChoice(List<Regex> parts) {
        List<Certain> all = new ArrayList<>();
        for (Regex part : parts) {
            List<Certain> own = within(part);
            if (own.isEmpty() || all.size() + own.size() > MOST) {
                return List.of();
            }
            all.addAll(own);
        }
        return List.copyOf(all);
    }

    private static String exact(Regex regex) {
        if (regex instanceof Regex.Chars chars) {
            int only = chars.set().single();
            return only < 0 ? "" : String.valueOf((char) only);
        }
        if (regex instanceof Regex.Sequence sequence) {
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

    /** The characters that an expression begins or ends with; empty when it may take none at all. */
    private static Optional<CharSet> edge(Regex regex, boolean first) {
        if (regex instanceof Regex.Chars chars) {
            return Optional.of(chars.set());
        }
        if (regex instanceof Regex.Repeated repeated) {
            return repeated.least() > 0 ? edge(repeated.part(), first) : Optional.empty();
        }
        if (regex instanceof Regex.Sequence sequence && !sequence.parts().isEmpty()) {
            List<Regex> parts = sequence.parts();
            return edge(parts.get(first ? 0 : parts.size() - 1), first);
        }
        if (regex instanceof Regex.Choice choice) {
            CharSet all = new CharSet();
            for (Regex part : choice.parts()) {
                Optional<CharSet> own = edge(part, first);
                if (own.isEmpty()) {
                    return own;
                }
                all = all.union(own.get());
            }
            return Optional.of(all);
        }
        return Optional.empty();
    }

    private static List<Certain> letters(String letters, Optional<CharSet> before, Optional<CharSet> behind) {
        return letters.isEmpty()
                ? List.of()
                : List.of(new Certain(letters, before.map(set -> set::has), behind.map(set -> set::has), false));
    }

    private static List<Certain> better(List<Certain> one, List<Certain> other) {
        return worth(other) > worth(one) ? other : one;
    }

    private static int worth(List<Certain> all) {
        return all.stream().mapToInt(each -> each.letters().length()).min().orElse(0) * 4 - all.size();
    }
}
