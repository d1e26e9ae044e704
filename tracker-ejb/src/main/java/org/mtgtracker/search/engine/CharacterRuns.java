package org.mtgtracker.search.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.mtgtracker.search.index.CharacterRun;
import org.mtgtracker.search.index.Clue;

/**
 * Finds the characters side by side that every match of an expression has, for an expression without certain letters:
 * those that a scan of English texts leaps over most for. How often letters come up there is a rough guess, which decides
 * how fast a pattern is and never what it finds.
 */
final class CharacterRuns {
    /** How many of a thousand characters are a blank, and each letter from a on. */
    private static final int BLANKS = 170;

    private static final int[] LETTERS = {
        68, 12, 23, 35, 106, 18, 17, 51, 58, 1, 6, 33, 20, 56, 62, 16, 1, 50, 52, 75, 23, 8, 20, 1, 16, 1
    };

    private static final double ANY_OTHER = 0.002;
    /** What it costs to match around a place where the run is; what an automaton does with a character costs 1. */
    private static final double PLACE = 10;
    /** What it costs to look at a run's last character. */
    private static final double LOOK = 2;
    /** What a branch costs that the processor foresaw wrongly. */
    private static final double SURPRISE = 10;

    private CharacterRun best;
    private double cost = Double.MAX_VALUE;

    private CharacterRuns() {}

    /** The run to look for; empty when an automaton is faster than looking for any. */
    static Optional<CharacterRun> of(Regex whole) {
        CharacterRuns runs = new CharacterRuns();
        List<CharSet> head = runs.all(whole);
        // an automaton is fast as long as its state stays the same, which it does not where a match may begin
        double automaton = 1 + (head.isEmpty() ? 0 : unforeseen(share(head.get(0))));
        return runs.cost <= automaton ? Optional.of(runs.best) : Optional.empty();
    }

    /** The cheapest run to look for, even if an automaton is faster; empty when there is none. */
    static Optional<CharacterRun> cheapest(Regex whole) {
        CharacterRuns runs = new CharacterRuns();
        runs.all(whole);
        return Optional.ofNullable(runs.best);
    }

    /** Considers all runs; answers what every match begins with. */
    private List<CharSet> all(Regex whole) {
        Ends ends = within(whole);
        consider(ends.head(), 0, ends.fixed() && isNothingElse(whole));
        return ends.head();
    }

    /**
     * What an expression's matches begin and end with.
     *
     * @param fixed true when that is all there is, and both are the same
     */
    private record Ends(List<CharSet> head, List<CharSet> tail, boolean fixed) {
        static final Ends NOTHING = fixed(List.of());
        static final Ends UNKNOWN = new Ends(List.of(), List.of(), false);

        static Ends fixed(List<CharSet> all) {
            return all.size() <= CharacterRun.LONGEST
                    ? new Ends(all, all, true)
                    : new Ends(
                            all.subList(0, CharacterRun.LONGEST),
                            all.subList(all.size() - CharacterRun.LONGEST, all.size()),
                            false);
        }

        Ends then(Ends next) {
            List<CharSet> head = fixed ? joined(this.head, next.head) : this.head;
            List<CharSet> tail = next.fixed ? joined(this.tail, next.tail) : next.tail;
            return fixed && next.fixed ? fixed(head) : new Ends(first(head), last(tail), false);
        }

        Ends or(Ends other) {
            boolean alike = fixed && other.fixed && head.size() == other.head.size();
            List<CharSet> turned = either(reversed(tail), reversed(other.tail));
            return new Ends(either(head, other.head), reversed(turned), alike);
        }

        private static List<CharSet> either(List<CharSet> one, List<CharSet> other) {
            List<CharSet> all = new ArrayList<>();
            for (int at = 0; at < Math.min(one.size(), other.size()); at++) {
                all.add(one.get(at).union(other.get(at)));
            }
            return all;
        }

        private static List<CharSet> joined(List<CharSet> one, List<CharSet> other) {
            List<CharSet> all = new ArrayList<>(one);
            all.addAll(other);
            return all;
        }

        private static List<CharSet> first(List<CharSet> all) {
            return all.subList(0, Math.min(all.size(), CharacterRun.LONGEST));
        }

        private static List<CharSet> last(List<CharSet> all) {
            return all.subList(Math.max(0, all.size() - CharacterRun.LONGEST), all.size());
        }

        private static List<CharSet> reversed(List<CharSet> all) {
            List<CharSet> turned = new ArrayList<>(all);
            Collections.reverse(turned);
            return turned;
        }
    }

    /** Considers all runs within an expression that do not reach its ends. */
    private Ends within(Regex regex) {
        if (regex instanceof Regex.Chars chars) {
            return Ends.fixed(List.of(chars.set()));
        }
        if (regex instanceof Regex.Sequence sequence) {
            return ofSequence(sequence.parts());
        }
        if (regex instanceof Regex.Choice choice) {
            // what is within one alternative is in some of the matches alone
            return choice.parts().stream()
                    .map(part -> new CharacterRuns().within(part))
                    .reduce(Ends::or)
                    .orElse(Ends.NOTHING);
        }
        return regex instanceof Regex.Repeated repeated ? ofRepeated(repeated) : Ends.NOTHING;
    }

    private Ends ofSequence(List<Regex> parts) {
        Ends all = Ends.NOTHING;
        Ends run = Ends.NOTHING;
        for (Regex part : parts) {
            Ends own = within(part);
            consider(Ends.joined(run.tail(), own.head()), run.tail().size(), false);
            run = own.fixed() ? run.then(own) : own;
            all = all.then(own);
        }
        consider(run.tail(), 0, false);
        return all;
    }

    private Ends ofRepeated(Regex.Repeated repeated) {
        if (repeated.least() == 0) {
            return Ends.UNKNOWN;
        }
        Ends once = within(repeated.part());
        Ends all = once;
        for (int count = 1; count < Math.min(repeated.least(), CharacterRun.LONGEST + 1); count++) {
            all = all.then(once);
        }
        return repeated.most() == repeated.least() ? all : new Ends(all.head(), all.tail(), false);
    }

    /**
     * Keeps the part of some sets side by side that is cheaper to look for than what was found before.
     *
     * @param known how many of the first were considered already, among themselves
     */
    private void consider(List<CharSet> sets, int known, boolean nothingElse) {
        for (int to = known + 1; to <= sets.size(); to++) {
            for (int from = Math.max(0, to - CharacterRun.LONGEST); from < to; from++) {
                List<CharSet> part = sets.subList(from, to);
                double own = cost(part);
                if (own <= cost) {
                    cost = own;
                    best = new CharacterRun(
                            part.stream().<Clue.Characters>map(set -> set::has).toList(),
                            nothingElse && part.size() == sets.size());
                }
            }
        }
    }

    /** For each character of a text. */
    private static double cost(List<CharSet> run) {
        double leap = 0;
        double known = 0;
        for (char c = 0; c < CharSet.ASCII; c++) {
            int own = run.size();
            for (int at = 0; at < run.size(); at++) {
                if (run.get(at).has(c)) {
                    own = Math.max(1, run.size() - 1 - at);
                }
            }
            leap += share(c) * own;
            known += own < run.size() ? share(c) : 0;
        }
        double chance = run.stream().mapToDouble(CharacterRuns::share).reduce(1, (one, next) -> one * next);
        return (LOOK + unforeseen(known)) / leap + chance * PLACE;
    }

    /** What a question costs whose answer is yes in this share of all cases. */
    private static double unforeseen(double share) {
        return SURPRISE * share * (1 - share);
    }

    private static double share(CharSet set) {
        double share = 0;
        for (char c = 0; c < CharSet.ASCII; c++) {
            share += set.has(c) ? share(c) : 0;
        }
        return Math.min(1, share);
    }

    private static double share(char c) {
        if (c == ' ') {
            return BLANKS / 1000.0;
        }
        return c >= 'a' && c <= 'z' ? LETTERS[c - 'a'] / 1000.0 : ANY_OTHER;
    }

    /** True for sets of characters side by side alone. */
    private static boolean isNothingElse(Regex regex) {
        if (regex instanceof Regex.Sequence sequence) {
            return sequence.parts().stream().allMatch(CharacterRuns::isNothingElse);
        }
        return regex instanceof Regex.Chars
                || regex instanceof Regex.Repeated repeated
                        && repeated.least() == repeated.most()
                        && isNothingElse(repeated.part());
    }
}
