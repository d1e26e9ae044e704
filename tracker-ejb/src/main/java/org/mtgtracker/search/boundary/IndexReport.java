package org.mtgtracker.search.boundary;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the index of this pod is like.
 *
 * @param version the catalogue version it answers from; -1 before the first index
 * @param buildTime how long it took to build
 * @param bytes by structure; {@code objects} lie in a file, everything else on the heap
 */
public record IndexReport(long version, int cards, int printings, Duration buildTime, Map<String, Long> bytes) {
    public IndexReport {
        requireNonNull(buildTime, "buildTime is null");
        bytes = new LinkedHashMap<>(bytes);
    }
}
