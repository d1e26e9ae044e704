package org.mtgtracker.catalog.control;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Waits for the work of another thread. */
final class Finished {
    private Finished() {}

    /** What the work has given; throws what it has thrown. */
    static <T> T of(CompletableFuture<T> work) {
        try {
            return work.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }
}
