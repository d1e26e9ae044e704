package org.mtgtracker.catalog.boundary;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.mtgtracker.catalog.boundary.ImportRun.Outcome;
import org.mtgtracker.catalog.control.CardsJob;
import org.mtgtracker.catalog.control.ImportOrder;
import org.mtgtracker.catalog.control.ImportRuns;
import org.mtgtracker.catalog.control.Sources;
import org.mtgtracker.jobs.boundary.JobRun;
import org.mtgtracker.jobs.boundary.JobRunning;
import org.mtgtracker.jobs.boundary.Jobs;

/** Starts imports of the catalogue and tells how they go; one runs at a time in the whole cluster. For administrators. */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@RolesAllowed("ADMIN")
public class Imports {
    private final Sources sources;
    private final ImportRuns runs;
    private final Jobs jobs;

    @Inject
    public Imports(Sources sources, ImportRuns runs, Jobs jobs) {
        this.sources = requireNonNull(sources, "sources is null");
        this.runs = requireNonNull(runs, "runs is null");
        this.jobs = requireNonNull(jobs, "jobs is null");
    }

    public Imports() {
        this.sources = null;
        this.runs = null;
        this.jobs = null;
    }

    /**
     * Starts an import and answers as soon as it is recorded; it goes on in the background.
     *
     * @param source {@code demo}, {@code scryfall}, {@code scryfall:all}, the path of a file on the server, or a file:,
     *     http: or https: address
     * @param priceDay the UTC date of the prices in it, where the source does not say that itself
     * @return the run as it begins
     * @throws UnusableSource when that is no source, or there is no such file
     * @throws ImportRunning when an import runs already, on whichever server
     * @throws org.mtgtracker.persistence.boundary.DatabaseUnavailable when the primary does not answer
     */
    public ImportRun start(String source, Optional<LocalDate> priceDay) {
        String name = sources.named(source).name();
        try {
            JobRun begun = jobs.start(CardsJob.NAME, new ImportOrder(name, priceDay).text());
            return ImportRun.begun(begun.id(), name, begun.startedAt());
        } catch (JobRunning e) {
            throw new ImportRunning(e.runId());
        }
    }

    /** The run with this id. */
    public Optional<ImportRun> run(long id) {
        return runs.run(id).map(this::settled);
    }

    /** The newest runs, the newest first; at most {@code limit}, which is at least 1. */
    public List<ImportRun> newest(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is " + limit + "; it must be at least 1");
        }
        return runs.newest(limit).stream().map(this::settled).toList();
    }

    /** The run that is going on, on whichever server; everybody may know. */
    @PermitAll
    public Optional<ImportRun> running() {
        return runs.running().map(this::settled).filter(run -> run.outcome() == Outcome.RUNNING);
    }

    /** The broken objects that a run left out, in the order of the file; the first thousand. */
    public List<ImportProblem> problems(long id) {
        return runs.problems(id);
    }

    /**
     * What a run did to cards, ordered by their number in the catalogue.
     *
     * @param after the number of the last card of the page before; 0 for the first page
     * @param limit at most so many, from 1
     */
    public List<ImportChange> changes(long id, int after, int limit) {
        return runs.changes(id, after, limit);
    }

    /** A run whose server was killed says that it is running until another one begins; its job knows better. */
    private ImportRun settled(ImportRun run) {
        if (run.outcome() != Outcome.RUNNING) {
            return run;
        }
        return jobs.run(run.id())
                .filter(job -> job.outcome() != JobRun.Outcome.RUNNING)
                .map(job -> run.interrupted(job.finishedAt().orElse(run.startedAt()), job.message()))
                .orElse(run);
    }
}
