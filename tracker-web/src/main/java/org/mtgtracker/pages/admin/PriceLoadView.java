package org.mtgtracker.pages.admin;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;
import org.mtgtracker.pricing.boundary.PriceLoad;

/** A price file in the administrator's table. */
public final class PriceLoadView {
    private final PriceLoad load;
    private final Instant now;

    PriceLoadView(PriceLoad load, Instant now) {
        this.load = requireNonNull(load, "load is null");
        this.now = requireNonNull(now, "now is null");
    }

    public long getId() {
        return load.id();
    }

    public String getSource() {
        return load.source();
    }

    public String getKind() {
        return load.kind() == PriceLoad.Kind.CORRECTION ? "corrections" : "prices";
    }

    public String getOutcome() {
        return load.outcome().name().toLowerCase(Locale.ROOT);
    }

    public boolean isRunning() {
        return load.outcome() == PriceLoad.Outcome.RUNNING;
    }

    public String getRead() {
        return number(load.read());
    }

    public String getTaken() {
        return number(load.taken());
    }

    public String getUnknown() {
        return number(load.unknownCards());
    }

    public String getContradicting() {
        return number(load.contradicting());
    }

    public String getBroken() {
        return number(load.broken());
    }

    /** Whether lines were left out. */
    public boolean isWithProblems() {
        return load.unknownCards() + load.contradicting() + load.broken() > 0;
    }

    public String getStarted() {
        return Moments.of(load.startedAt());
    }

    public String getTook() {
        return Moments.between(load.startedAt(), load.finishedAt() == null ? now : load.finishedAt());
    }

    /** Why it failed; empty when it did not. */
    public String getMessage() {
        return load.message() == null ? "" : load.message();
    }

    private static String number(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }
}
