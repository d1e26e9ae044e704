package org.mtgtracker.catalog.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.concurrent.Executor;
import org.mtgtracker.catalog.boundary.Background;

/** Hands out the server's managed threads to whoever asks for an executor in the constructor. */
@ApplicationScoped
class BackgroundThreads {
    @Resource
    private ManagedExecutorService threads;

    @Produces
    @Background
    Executor executor() {
        return threads;
    }
}
