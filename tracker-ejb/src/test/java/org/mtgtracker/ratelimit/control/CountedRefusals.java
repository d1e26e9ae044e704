package org.mtgtracker.ratelimit.control;

import java.util.ArrayList;
import java.util.List;
import org.mtgtracker.ratelimit.boundary.Policy;
import org.mtgtracker.ratelimit.boundary.Tier;

/** Figures that a test reads. */
public final class CountedRefusals {
    private final List<String> counted = new ArrayList<>();

    public List<String> counted() {
        return counted;
    }

    public LimitFigures figures() {
        return new LimitFigures() {
            @Override
            public void refused(Policy policy, Tier tier) {
                counted.add(policy.word() + ' ' + tier.word());
            }

            @Override
            void redisFailed() {
                counted.add("redis");
            }
        };
    }
}
