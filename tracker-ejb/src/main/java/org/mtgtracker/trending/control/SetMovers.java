package org.mtgtracker.trending.control;

import java.util.Comparator;
import java.util.List;
import org.mtgtracker.trending.boundary.Direction;
import org.mtgtracker.trending.boundary.Ranking;
import org.mtgtracker.trending.boundary.SetMover;

/** Puts sets in order. */
public final class SetMovers {
    private SetMovers() {}

    /** The sets that went in a direction, the most moving first; a set whose sum is the same went in none. */
    public static List<SetMover> ordered(List<SetMover> sets, Direction direction, Ranking by) {
        boolean increase = direction == Direction.INCREASE;
        Comparator<SetMover> percent = (one, other) -> increase
                ? Exact.compareRatios(other.nowCents(), other.oldCents(), one.nowCents(), one.oldCents())
                : Exact.compareRatios(one.nowCents(), one.oldCents(), other.nowCents(), other.oldCents());
        Comparator<SetMover> amount = Comparator.<SetMover>comparingLong(
                        set -> Math.abs(set.nowCents() - set.oldCents()))
                .reversed();
        Comparator<SetMover> ranking =
                by == Ranking.PERCENT ? percent.thenComparing(amount) : amount.thenComparing(percent);
        return sets.stream()
                .filter(set -> increase ? set.nowCents() > set.oldCents() : set.nowCents() < set.oldCents())
                .sorted(ranking.thenComparing(SetMover::code))
                .toList();
    }
}
