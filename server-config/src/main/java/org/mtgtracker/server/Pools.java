package org.mtgtracker.server;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many connections each workload may hold. The numbers are the whole deployment's budget (170 of a server's 200);
 * a pod's share is that divided by the most pods there will be.
 */
final class Pools {
    /** What a pool's size is called among the settings. */
    static final String PREFIX = "tracker.pool.";

    private static final Map<String, Integer> BUDGET = new LinkedHashMap<>();

    static {
        BUDGET.put("bulk", 50);
        BUDGET.put("search", 40);
        BUDGET.put("collection", 30);
        BUDGET.put("listing", 30);
        BUDGET.put("auth", 10);
    }

    /** Fewer would let one request that holds a connection block the watch over the databases. */
    private static final int LEAST = 3;

    private Pools() {}

    /** Most connections of a pool, by workload, for one of {@code pods} servers. */
    static Map<String, Integer> shares(int pods) {
        Map<String, Integer> shares = new LinkedHashMap<>();
        BUDGET.forEach((workload, most) -> shares.put(workload, Math.max(LEAST, most / pods)));
        return shares;
    }
}
