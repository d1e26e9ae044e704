package org.mtgtracker.ratelimit.control;

import io.github.bucket4j.ConsumptionProbe;
import org.mtgtracker.ratelimit.boundary.Limit;

/** Where it is counted. */
public interface Buckets {
    /** Takes one request out of what a key has left. */
    ConsumptionProbe take(String key, Limit limit);

    /** Puts one back that was taken. */
    void giveBack(String key, Limit limit);
}
