package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Which sources are imported when a server starts, one after the other until one fails. Pure: everything it looks at is
 * given.
 *
 * @param wanted what {@code tracker.catalogue} names
 * @param demoFingerprint of the demo's file; empty when the launcher brought none
 */
record StartPlan(Optional<String> wanted, Optional<String> demoFingerprint) {
    StartPlan {
        requireNonNull(wanted, "wanted is null");
        requireNonNull(demoFingerprint, "demoFingerprint is null");
    }

    /**
     * The sources to import, in order.
     *
     * @param fingerprint of what {@code wanted} names now; empty where that cannot be told without reading it
     */
    List<String> sources(Present present, Optional<String> fingerprint) {
        if (wanted.isEmpty()) {
            return unasked(present);
        }
        String name = wanted.get();
        Optional<String> now = name.equals(Sources.DEMO) ? demoFingerprint : fingerprint;
        return present.isFrom(name, now) ? List.of() : List.of(name);
    }

    /** Nothing named: the demo at once where there is nothing yet, and Scryfall's cards in its place where they can be had. */
    private List<String> unasked(Present present) {
        boolean demoNow = present.source().equals(Sources.DEMO);
        if (!demoNow && !present.isEmpty()) {
            return List.of();
        }
        if (demoFingerprint.isEmpty()) {
            return demoNow ? List.of(Sources.SCRYFALL) : List.of();
        }
        return present.isFrom(Sources.DEMO, demoFingerprint)
                ? List.of(Sources.SCRYFALL)
                : List.of(Sources.DEMO, Sources.SCRYFALL);
    }
}
