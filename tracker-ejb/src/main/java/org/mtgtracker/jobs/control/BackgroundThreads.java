package org.mtgtracker.jobs.control;

import io.opentelemetry.context.Context;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.mtgtracker.jobs.boundary.Background;

/**
 * Hands out the server's managed threads to whoever asks for an executor in the constructor. What runs in them sees the
 * OpenTelemetry context of the one who asked for it: its log lines carry the same request id and trace.
 */
@ApplicationScoped
class BackgroundThreads {
    @Resource
    private ManagedExecutorService threads;

    @Resource
    private ManagedThreadFactory factory;

    @Produces
    @Background
    Executor executor() {
        return carryingContext(threads);
    }

    /** A thread of its own for what must not wait until another thread is free. */
    @Produces
    @Background
    @ApplicationScoped
    @Typed(ScheduledExecutorService.class)
    ScheduledExecutorService ownThread() {
        return Executors.newSingleThreadScheduledExecutor(factory);
    }

    void end(@Disposes @Background ScheduledExecutorService thread) {
        thread.shutdownNow();
    }

    static Executor carryingContext(Executor threads) {
        return task -> threads.execute(Context.current().wrap(task));
    }
}
