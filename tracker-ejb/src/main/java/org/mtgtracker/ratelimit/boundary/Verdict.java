package org.mtgtracker.ratelimit.boundary;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Whether a request is within its asker's limits, and what is left of them.
 *
 * @param allowances one for each policy that the request falls under; none where there is no limit
 */
public record Verdict(List<Allowance> allowances) {
    /** No limit holds. */
    public static final Verdict UNLIMITED = new Verdict(List.of());

    public Verdict {
        allowances = List.copyOf(allowances);
    }

    /** The allowance that is used up, so that the request must be refused; the one that takes longest to come back. */
    public Optional<Allowance> exhausted() {
        return allowances.stream().filter(Allowance::exceeded).max((one, other) -> one.reset()
                .compareTo(other.reset()));
    }

    /**
     * What is left of one limit.
     *
     * @param remaining how many more requests there are
     * @param reset until all of the limit is there again
     * @param exceeded whether this request was one too many
     */
    public record Allowance(Policy policy, Limit limit, long remaining, Duration reset, boolean exceeded) {}
}
