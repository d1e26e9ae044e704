package org.mtgtracker.catalog.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.catalog.boundary.CatalogueImported;
import org.mtgtracker.catalog.boundary.ImportRun;
import org.mtgtracker.catalog.boundary.Imports;
import org.mtgtracker.jobs.boundary.Jobs;
import org.mtgtracker.jobs.control.JobsHere;
import org.mtgtracker.persistence.boundary.Rows;

/** The catalogue's import put together over a test database, without a container; imports run in the calling thread. */
public final class ImportingTracker {
    private static final double ONE_PERCENT = 1;

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "import");
        thread.setDaemon(true);
        return thread;
    });

    private final DataSource source;
    private final Rows rows;
    private final ImportRuns runs;
    private final List<Object> events = new ArrayList<>();
    private Consumer<Object> observer = event -> {};

    public ImportingTracker(DataSource source) {
        this.source = source;
        this.rows = DatabaseUnderTest.rows(source);
        this.runs = new ImportRuns(rows);
    }

    public Imports imports() {
        return imports(Runnable::run);
    }

    public Imports imports(Executor executor) {
        return new Imports(sources(Optional.empty()), runs, jobs(sources(Optional.empty()), executor));
    }

    StartingCatalogue starting(Optional<String> wanted, Optional<Path> demo) {
        Sources sources = sources(demo.map(Path::toString));
        return new StartingCatalogue(wanted, sources, jobs(sources, Runnable::run), rows, Runnable::run);
    }

    private void tell(Object event) {
        events.add(event);
        observer.accept(event);
    }

    /** Does this with whatever is told from now on. */
    void observe(Consumer<Object> with) {
        observer = with;
    }

    /** All jobs of the catalogue, with the work of those that are started by hand in these threads. */
    Jobs jobs(Sources sources, Executor executor) {
        StandingOrder standing = new StandingOrder(Sources.SCRYFALL, Optional.empty(), ONE_PERCENT);
        return JobsHere.of(
                rows,
                executor,
                new CardsJob(sources, rows, runs, this::tell, THREADS, standing),
                new ListsJob(sources, rows, runs, this::tell));
    }

    private static Sources sources(Optional<String> demo) {
        // nobody listens at port 1
        return new Sources(demo, "http://127.0.0.1:1", new Web(Duration.ofSeconds(2), Duration.ofSeconds(2)), once());
    }

    /** A server is asked only once. */
    static Backoff once() {
        return new Backoff(1, Duration.ZERO, Duration.ZERO, time -> {}, new Random(1));
    }

    /** Imports a text and gives the run as it ended. */
    public ImportRun importText(Path folder, String text) {
        try {
            return importFrom(
                    Files.writeString(folder.resolve("cards.json"), text).toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public ImportRun importFrom(String source) {
        return runs.run(imports().start(source, Optional.empty()).id()).orElseThrow();
    }

    public ImportRuns runs() {
        return runs;
    }

    public Rows rows() {
        return rows;
    }

    /** What was told of imports that ended. */
    public List<CatalogueImported> events() {
        return told(CatalogueImported.class);
    }

    /** What was told of this kind. */
    <T> List<T> told(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The rows of a query, each as its columns joined by a blank. */
    public List<String> query(String sql) {
        try (Connection connection = source.getConnection()) {
            return query(connection, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> query(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            List<String> rows = new ArrayList<>();
            while (row.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(row.getString(i));
                }
                rows.add(String.join(" ", columns.stream().map(String::valueOf).toList()));
            }
            return rows;
        }
    }

    public void execute(String sql) {
        rows.write(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                return statement.executeUpdate();
            }
        });
    }

    /** Empties every table of the catalogue. */
    public void reset() {
        for (String table : List.of(
                "import_card",
                "import_retired",
                "card_object_obsolete",
                "card",
                "card_object",
                "card_set",
                "import_run",
                "reference_object",
                "reference_list",
                "job_run",
                "job_lease",
                "job_beat")) {
            execute("DELETE FROM " + table);
        }
        execute("UPDATE catalogue SET version = 0, cards = 0, sets = 0, source = '', fingerprint = '',"
                + " imported_at = NULL");
        events.clear();
    }
}
