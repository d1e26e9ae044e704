package org.mtgtracker.ratelimit.boundary;

import static java.util.Objects.requireNonNull;

import io.github.bucket4j.ConsumptionProbe;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mtgtracker.ratelimit.control.Buckets;
import org.mtgtracker.ratelimit.control.LimitFigures;
import org.mtgtracker.ratelimit.control.LimitSettings;

/**
 * Counts requests against the limits of who sends them. It never fails and hardly ever waits: where the count for all
 * pods cannot be had, each pod counts for itself.
 */
@ApplicationScoped
public class RateLimits {
    private final LimitSettings settings;
    private final Buckets buckets;
    private final LimitFigures figures;

    @Inject
    public RateLimits(LimitSettings settings, Buckets buckets, LimitFigures figures) {
        this.settings = requireNonNull(settings, "settings is null");
        this.buckets = requireNonNull(buckets, "buckets is null");
        this.figures = requireNonNull(figures, "figures is null");
    }

    /** For the container's proxy. */
    protected RateLimits() {
        settings = null;
        buckets = null;
        figures = null;
    }

    /**
     * Counts a request under each of the policies. One that is refused is counted under none: whoever searches too often
     * may still look at cards.
     */
    public Verdict count(Asker asker, List<Policy> policies) {
        List<Verdict.Allowance> allowances = new ArrayList<>(policies.size());
        boolean refused = false;
        for (Policy policy : policies) {
            Limit limit = settings.limit(policy, asker).orElse(null);
            if (limit != null) {
                ConsumptionProbe probe = buckets.take(key(policy, asker), limit);
                allowances.add(allowance(policy, limit, probe));
                refused |= !probe.isConsumed();
            }
        }
        return refused ? refusal(asker, allowances) : new Verdict(allowances);
    }

    private Verdict refusal(Asker asker, List<Verdict.Allowance> allowances) {
        List<Verdict.Allowance> after = new ArrayList<>(allowances.size());
        for (Verdict.Allowance allowance : allowances) {
            if (allowance.exceeded()) {
                figures.refused(allowance.policy(), asker.tier());
                after.add(allowance);
            } else {
                buckets.giveBack(key(allowance.policy(), asker), allowance.limit());
                after.add(new Verdict.Allowance(
                        allowance.policy(), allowance.limit(), allowance.remaining() + 1, allowance.reset(), false));
            }
        }
        return new Verdict(after);
    }

    private static Verdict.Allowance allowance(Policy policy, Limit limit, ConsumptionProbe probe) {
        return new Verdict.Allowance(
                policy,
                limit,
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.isConsumed() ? probe.getNanosToWaitForReset() : probe.getNanosToWaitForRefill()),
                !probe.isConsumed());
    }

    private static String key(Policy policy, Asker asker) {
        return policy.word() + ' ' + asker.name();
    }
}
