package org.mtgtracker.ratelimit.control;

import static java.util.Objects.requireNonNull;

import io.github.bucket4j.ConsumptionProbe;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mtgtracker.ratelimit.boundary.Limit;

/** Counts in Redis when one is named, otherwise in the pod. */
@ApplicationScoped
public class ChosenBuckets implements Buckets {
    private final Buckets chosen;

    @Inject
    public ChosenBuckets(LimitSettings settings, LimitFigures figures) {
        requireNonNull(settings, "settings is null");
        Buckets here = new BucketsHere(settings.askers());
        chosen = settings.redis()
                .<Buckets>map(redis -> new BucketsEverywhere(redis, settings.redisPatience(), here, figures))
                .orElse(here);
    }

    /** For the container's proxy. */
    protected ChosenBuckets() {
        chosen = null;
    }

    @Override
    public ConsumptionProbe take(String key, Limit limit) {
        return chosen.take(key, limit);
    }

    @Override
    public void giveBack(String key, Limit limit) {
        chosen.giveBack(key, limit);
    }

    @PreDestroy
    void close() {
        if (chosen instanceof BucketsEverywhere everywhere) {
            everywhere.close();
        }
    }
}
