package org.mtgtracker.catalog.boundary;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mtgtracker.catalog.control.CatalogueImport;
import org.mtgtracker.catalog.control.ImportRuns;
import org.mtgtracker.catalog.control.Sources;
import org.mtgtracker.jobs.boundary.Background;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;

/** Starts imports of the catalogue and tells how they go; one runs at a time in the whole cluster. */
@ApplicationScoped
public class Imports {
    private static final Logger LOG = Logger.getLogger(Imports.class.getName());
    private static final int LONGEST_WAIT_SECONDS = 30;

    private final Sources sources;
    private final CatalogueImport imports;
    private final ImportRuns runs;
    private final Executor background;

    @Inject
    public Imports(Sources sources, CatalogueImport imports, ImportRuns runs, @Background Executor background) {
        this.sources = requireNonNull(sources, "sources is null");
        this.imports = requireNonNull(imports, "imports is null");
        this.runs = requireNonNull(runs, "runs is null");
        this.background = requireNonNull(background, "background is null");
    }

    protected Imports() {
        this.sources = null;
        this.imports = null;
        this.runs = null;
        this.background = null;
    }

    /**
     * Starts an import in the background and answers as soon as it is recorded.
     *
     * @param source {@code demo}, {@code scryfall}, the path of a file on the server, or a file:, http: or https: address
     * @return the run as it begins
     * @throws UnusableSource when that is no source, or there is no such file
     * @throws ImportRunning when an import runs already, on whichever server
     * @throws DatabaseUnavailable when the primary does not answer, or no connection is free
     */
    public ImportRun start(String source) {
        var named = sources.named(source);
        CompletableFuture<ImportRun> begun = new CompletableFuture<>();
        background.execute(() -> {
            try {
                imports.run(named, begun::complete);
            } catch (RuntimeException e) {
                if (!begun.completeExceptionally(e)) {
                    LOG.log(Level.SEVERE, "An import ended with an error that is not in its record.", e);
                }
            }
        });
        return answer(begun);
    }

    /** The run with this id. */
    public Optional<ImportRun> run(long id) {
        return runs.run(id);
    }

    /** The newest runs, the newest first; at most {@code limit}, which is at least 1. */
    public List<ImportRun> newest(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is " + limit + "; it must be at least 1");
        }
        return runs.newest(limit);
    }

    /** The run that is going on, on whichever server. */
    public Optional<ImportRun> running() {
        return runs.running();
    }

    private static ImportRun answer(CompletableFuture<ImportRun> begun) {
        try {
            return begun.get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new DatabaseUnavailable(
                    "The import could not begin within " + LONGEST_WAIT_SECONDS + " s; it may still.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while an import was to begin", e);
        }
    }
}
