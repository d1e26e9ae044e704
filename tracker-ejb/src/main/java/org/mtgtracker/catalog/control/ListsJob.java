package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mtgtracker.catalog.boundary.CatalogueImported;
import org.mtgtracker.jobs.boundary.Job;
import org.mtgtracker.jobs.boundary.JobFailed;
import org.mtgtracker.jobs.boundary.Lease;
import org.mtgtracker.jobs.boundary.Schedule;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.Workload;

/**
 * Brings in what Scryfall tells beside the cards: sets, symbols, ids that moved, tags, rulings. One list that cannot be
 * had does not hinder the others.
 */
@ApplicationScoped
public class ListsJob implements Job {
    /** What the job is called: after the list that people miss first. */
    public static final String NAME = "sets";

    private static final Logger LOG = Logger.getLogger(ListsJob.class.getName());

    private final Sources sources;
    private final Rows rows;
    private final ImportRuns runs;
    private final Consumer<Object> events;

    @Inject
    public ListsJob(Sources sources, @On(Workload.BULK) Rows rows, ImportRuns runs, Event<Object> events) {
        this(sources, rows, runs, (Consumer<Object>) events::fire);
    }

    ListsJob(Sources sources, Rows rows, ImportRuns runs, Consumer<Object> events) {
        this.sources = requireNonNull(sources, "sources is null");
        this.rows = requireNonNull(rows, "rows is null");
        this.runs = requireNonNull(runs, "runs is null");
        this.events = requireNonNull(events, "events is null");
    }

    protected ListsJob() {
        this.sources = null;
        this.rows = null;
        this.runs = null;
        this.events = null;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Schedule schedule() {
        return Schedule.dailyAt(0, 1);
    }

    @Override
    public String run(Lease lease) {
        LeasedRows leased = new LeasedRows(rows, lease);
        List<String> told = new ArrayList<>();
        Exception failure = null;
        boolean changed = false;
        try {
            for (ReferenceKind kind : ReferenceKind.values()) {
                try {
                    ReferenceImport.Outcome outcome =
                            new ReferenceImport(sources.scryfall(), leased, kind).run(runs.now());
                    changed |= outcome.changed() > 0;
                    told.add(outcome.sentence());
                } catch (IOException e) {
                    failure = failure == null ? e : failure;
                    told.add(keptAsItWas(kind, Problem.of(e)));
                } catch (BrokenCatalogue e) {
                    failure = failure == null ? e : failure;
                    told.add(keptAsItWas(kind, e.getMessage()));
                } catch (IllegalStateException e) {
                    if (!Refusal.is(e)) {
                        throw e;
                    }
                    failure = failure == null ? e : failure;
                    told.add(notStored(kind, e));
                }
            }
        } finally {
            // also when an error of the program ends the run: the lists before it are stored
            if (changed) {
                tell();
            }
        }
        String sentence = String.join("; ", told) + ".";
        if (failure != null) {
            throw new JobFailed(sentence, failure);
        }
        return sentence;
    }

    private static String keptAsItWas(ReferenceKind kind, String reason) {
        String sentence = (reason.startsWith(kind.place()) ? "" : kind.place() + ": ") + reason.replaceAll("\\.$", "");
        LOG.warning(() -> "What Scryfall tells beside the cards is kept as it was, " + sentence);
        return sentence;
    }

    private static String notStored(ReferenceKind kind, IllegalStateException e) {
        String sentence = String.format(
                Locale.ROOT, "%s: they could not be stored, and stay as they were: %s", kind.place(), e.getMessage());
        LOG.log(Level.SEVERE, e, () -> "What Scryfall tells beside the cards is kept as it was, " + sentence);
        return sentence;
    }

    /** What is built from the catalogue is built anew. */
    private void tell() {
        events.accept(rows.write(connection -> new CatalogueImported(
                Numbers.queryLong(connection, "SELECT version FROM catalogue WHERE id = 1"),
                Present.in(connection).source())));
    }
}
