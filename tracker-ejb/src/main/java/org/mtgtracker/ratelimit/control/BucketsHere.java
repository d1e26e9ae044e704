package org.mtgtracker.ratelimit.control;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.mtgtracker.ratelimit.boundary.Limit;

/**
 * Counts in this pod's memory. Whoever has not asked for longer than his limit's time is forgotten, and so is the one
 * who asked least when there are too many.
 */
final class BucketsHere implements Buckets {
    private final Cache<Key, Bucket> buckets;
    private final TimeMeter clock;

    BucketsHere(long askers) {
        this(askers, TimeMeter.SYSTEM_NANOTIME);
    }

    BucketsHere(long askers, TimeMeter clock) {
        this.clock = clock;
        // a policy each
        this.buckets = Caffeine.newBuilder()
                .maximumSize(askers)
                .expireAfterAccess(Duration.ofDays(1).plusMinutes(1))
                .build();
    }

    @Override
    public ConsumptionProbe take(String key, Limit limit) {
        return bucket(key, limit).tryConsumeAndReturnRemaining(1);
    }

    @Override
    public void giveBack(String key, Limit limit) {
        bucket(key, limit).addTokens(1);
    }

    private Bucket bucket(String key, Limit limit) {
        return buckets.get(new Key(key, limit), wanted -> Bucket.builder()
                .addLimit(bandwidth -> bandwidth
                        .capacity(wanted.limit.requests())
                        .refillIntervally(wanted.limit.requests(), wanted.limit.period()))
                .withCustomTimePrecision(clock)
                .build());
    }

    private record Key(String asker, Limit limit) {}
}
