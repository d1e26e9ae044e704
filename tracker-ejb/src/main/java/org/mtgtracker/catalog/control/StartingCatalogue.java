package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mtgtracker.catalog.boundary.ImportRun;
import org.mtgtracker.catalog.boundary.ImportRun.Outcome;
import org.mtgtracker.catalog.boundary.ImportRunning;
import org.mtgtracker.catalog.boundary.UnusableSource;
import org.mtgtracker.jobs.boundary.Background;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.SchemaReady;
import org.mtgtracker.persistence.boundary.Workload;

/**
 * Sees to it that a server which starts has the catalogue it was told to have, behind its back: the start waits for
 * nothing. First it ends what an interrupted import has left.
 */
@ApplicationScoped
public class StartingCatalogue {
    private static final Logger LOG = Logger.getLogger(StartingCatalogue.class.getName());

    private final Optional<String> wanted;
    private final Sources sources;
    private final CatalogueImport imports;
    private final ImportRuns runs;
    private final Rows rows;
    private final Executor background;

    @Inject
    public StartingCatalogue(
            @ConfigProperty(name = "tracker.catalogue") Optional<String> wanted,
            Sources sources,
            CatalogueImport imports,
            ImportRuns runs,
            @On(Workload.BULK) Rows rows,
            @Background Executor background) {
        this.wanted = wanted.map(String::strip).filter(name -> !name.isEmpty());
        this.sources = requireNonNull(sources, "sources is null");
        this.imports = requireNonNull(imports, "imports is null");
        this.runs = requireNonNull(runs, "runs is null");
        this.rows = requireNonNull(rows, "rows is null");
        this.background = requireNonNull(background, "background is null");
    }

    protected StartingCatalogue() {
        this.wanted = Optional.empty();
        this.sources = null;
        this.imports = null;
        this.runs = null;
        this.rows = null;
        this.background = null;
    }

    public void on(@Observes SchemaReady ready) {
        background.execute(this::begin);
    }

    private void begin() {
        try {
            imports.recover();
            bringInWhatIsWanted();
        } catch (ImportRunning e) {
            LOG.info(() -> "Another server is importing (run " + e.runId() + "); this one leaves it to that.");
        } catch (UnusableSource e) {
            LOG.warning(() -> "tracker.catalogue names no catalogue: " + e.getMessage());
            runs.refused(shown(wanted.orElse(Sources.DEMO)), e.getMessage());
            StartReport.tell("No catalogue was imported: " + e.getMessage());
        } catch (DatabaseUnavailable e) {
            LOG.warning(() -> "The catalogue was not looked after at this start: " + e.getMessage());
        } finally {
            StartReport.settled();
        }
    }

    private void bringInWhatIsWanted() {
        StartPlan.Present present = present();
        Optional<String> demo = sources.demoOffered()
                ? Optional.of(sources.named(Sources.DEMO).fingerprint().orElse(""))
                : Optional.empty();
        Optional<String> fingerprint =
                wanted.flatMap(name -> sources.named(name).fingerprint());
        for (String name : new StartPlan(wanted, demo).sources(present, fingerprint)) {
            if (!imported(name)) {
                return;
            }
        }
        if (present().isEmpty()) {
            LOG.info("The catalogue is empty: import one over the API, or name one with tracker.catalogue.");
        }
    }

    private boolean imported(String name) {
        long[] id = new long[1];
        imports.run(sources.named(name), run -> id[0] = run.id());
        ImportRun run = runs.run(id[0]).orElseThrow();
        boolean succeeded = run.outcome() == Outcome.SUCCEEDED;
        StartReport.tell(
                succeeded
                        ? "The catalogue is that of " + run.source() + " now: " + run.read() + " cards."
                        : "The import of " + run.source() + " failed, what was there stays: " + run.message());
        return succeeded;
    }

    private StartPlan.Present present() {
        return rows.write(connection -> {
            String sql = "SELECT source, fingerprint FROM catalogue WHERE id = 1";
            try (PreparedStatement select = connection.prepareStatement(sql);
                    ResultSet row = select.executeQuery()) {
                row.next();
                return new StartPlan.Present(row.getString(1), row.getString(2));
            }
        });
    }

    private static String shown(String source) {
        int longest = 1000;
        return source.length() <= longest ? source : source.substring(0, longest);
    }
}
