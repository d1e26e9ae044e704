package org.mtgtracker.server;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mtgtracker.server.connector.Connector;
import picocli.CommandLine;

/** Starts what is configured, proves that it answers, and stops it in order when told to. */
public final class Launcher {
    private static final Logger LOG = Logger.getLogger(Launcher.class.getName());
    private static final Duration READY_WITHIN = Duration.ofSeconds(180);
    private static final Duration TELL_EVERY = Duration.ofSeconds(2);
    private static final Duration ADMIN_WITHIN = Duration.ofSeconds(15);

    /** System property by which the application, in the same process, tells that it has looked after the administrator. */
    private static final String ADMIN_SETTLED = "tracker.admin.settled";

    /** Setting of the application: the folder of the keys that sign access tokens. */
    private static final String TOKEN_KEYS = "tracker.jwt.keys";

    /** System properties by which the application, in the same process, tells how its imports went. */
    private static final String TOLD = "tracker.catalogue.told";

    private static final String SETTLED = "tracker.catalogue.settled";

    /** The version of a catalogue that nothing was ever imported into. */
    private static final String NO_CATALOGUE = "0";

    private final Options options;
    private final Settings settings;
    private final Progress progress;
    private final Shutdown shutdown;

    Launcher(Options options, Settings settings, Progress progress) {
        this.options = options;
        this.settings = settings;
        this.progress = progress;
        this.shutdown = new Shutdown(progress, settings.drain());
    }

    /** Parses the command line, runs until told to stop, and exits with a code that says how it went. */
    public static void main(String[] args) {
        Options options = new Options();
        CommandLine commandLine = new CommandLine(options);
        try {
            commandLine.parseArgs(args);
        } catch (CommandLine.ParameterException e) {
            System.err.println(e.getMessage() + "\nTry --help.");
            System.exit(commandLine.getCommandSpec().exitCodeOnInvalidInput());
        }
        if (CommandLine.printHelpIfRequested(commandLine.getParseResult())) {
            return;
        }
        Progress progress = new Progress(System.err);
        try {
            Settings settings = Settings.from(options, System.getenv(), System.getProperties());
            sendLogs(options.logFile);
            speakJson();
            new Launcher(options, settings, progress).run();
        } catch (StartFailure e) {
            progress.step(e.getMessage());
            // before the log is open, the sentence is all there is to say
            if (e.getCause() != null && System.err == System.out) {
                LOG.log(Level.SEVERE, e.getMessage(), e);
            }
            System.exit(e.reason().exitCode());
        }
    }

    /** Payara's console handler writes to the error stream; logs belong on standard output or in the file named. */
    private static void sendLogs(Path file) {
        if (file == null) {
            System.setErr(System.out);
            return;
        }
        try {
            Path log = file.toAbsolutePath();
            Files.createDirectories(requireNonNullElse(log.getParent(), log.getRoot()));
            PrintStream out = new PrintStream(new FileOutputStream(log.toFile(), true), true, StandardCharsets.UTF_8);
            System.setOut(out);
            System.setErr(out);
        } catch (IOException e) {
            throw new StartFailure(
                    StartFailure.Reason.WRONG_SETTING,
                    "The log file " + file + " cannot be written: " + e.getMessage(),
                    e);
        }
    }

    /** From the first line on: Payara takes the log over only when it boots. */
    private static void speakJson() {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            handler.setFormatter(new JsonLogFormatter());
        }
    }

    private void run() {
        shutdown.listen();
        if (options.stopWithParent) {
            ProcessHandle.current().parent().ifPresent(shutdown::endWith);
        }
        try {
            start();
        } catch (RuntimeException e) {
            shutdown.stopNow();
            throw e;
        }
        tellOfImports();
    }

    private void start() {
        Ports.mustBeFree(options.port);
        CatalogueChoice choice = CatalogueChoice.of(options.catalogue);
        DataFolder data = shutdown.closing(DataFolder.take(settings.data()));
        FirstAdmin admin = new FirstAdmin(data.path());
        CompletableFuture<Map<String, String>> catalogue =
                CompletableFuture.supplyAsync(() -> choice.settings(data.path(), Clock.systemUTC()));
        Databases databases = databases(data);

        Map<String, String> properties = new LinkedHashMap<>(join(catalogue));
        properties.put("tracker.admin.handover", admin.handover().toString());
        if (System.getenv("TRACKER_JWT_KEYS") == null && System.getProperty(TOKEN_KEYS) == null) {
            properties.put(TOKEN_KEYS, data.path().resolve("keys").toString());
        }
        properties.putAll(settings.serverProperties(databases));
        // the only files that a database is sent when it asks for one; it stands in the address of a connection
        properties.put(
                "tracker.load.folder", URLEncoder.encode(data.fresh("load").toString(), StandardCharsets.UTF_8));

        progress.step("Starting the server");
        PayaraServer server =
                PayaraServer.boot(settings.home().resolve("server"), data.fresh("server"), options.port, properties);
        shutdown.closing(server);
        Connector.completeAnswers();
        progress.step("Deploying the application");
        server.deploy(settings.ear());
        Answers answers = new Answers(options.port);
        awaitReadiness(answers);
        progress.step("Ready: it answers at " + answers.address());
        awaitCatalogue(answers);
        awaitAdmin();
        tellWhereToGo(answers, admin);
        ClassDataArchive.asked().ifPresent(archive -> archive.writeAfter(settings.archivePatience()));
    }

    private static Map<String, String> join(CompletableFuture<Map<String, String>> catalogue) {
        try {
            return catalogue.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartFailure failure ? failure : e;
        }
    }

    private Databases databases(DataFolder data) {
        if (settings.databases().isPresent()) {
            Databases external = settings.databases().get();
            progress.step("Using the database " + external.primary());
            ExternalDatabases.await(external, settings.databasePatience(), progress);
            return external;
        }
        return shutdown.closing(EmbeddedDatabases.start(settings.home(), data.path(), progress))
                .addresses();
    }

    private void awaitReadiness(Answers answers) {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!answers.isReady()) {
            if (System.nanoTime() > deadline) {
                throw new StartFailure(
                        StartFailure.Reason.APPLICATION_FAILED,
                        "The application was deployed but did not become ready within " + READY_WITHIN.toSeconds()
                                + " s. The log says why.");
            }
            shutdown.pause(Duration.ofMillis(100));
        }
    }

    /** Waits until cards are there, or until it is clear that none will come by themselves. */
    private void awaitCatalogue(Answers answers) {
        long told = 0;
        while (!shutdown.isStopping()) {
            JsonNode state = answers.catalogue().orElse(null);
            if (state == null || state.path("version").asLong() > 0) {
                return;
            }
            JsonNode run = state.path("running");
            if (run.isMissingNode() || run.isNull()) {
                // a replica may show what has come in a moment later
                if (NO_CATALOGUE.equals(System.getProperty(SETTLED))) {
                    return;
                }
            } else if (System.nanoTime() - told > TELL_EVERY.toNanos()) {
                progress.step(String.format(
                        Locale.ROOT,
                        "Importing the catalogue: %,d cards read",
                        run.path("read").asLong()));
                told = System.nanoTime();
            }
            shutdown.pause(Duration.ofMillis(200));
        }
    }

    /** Waits until the first administrator was made, or is known to be there; with the primary down nobody can tell. */
    private void awaitAdmin() {
        long deadline = System.nanoTime() + ADMIN_WITHIN.toNanos();
        while (!Boolean.getBoolean(ADMIN_SETTLED) && !shutdown.isStopping() && System.nanoTime() < deadline) {
            shutdown.pause(Duration.ofMillis(50));
        }
    }

    /** Passes on what the application tells of its imports after the start, until the end comes. */
    private void tellOfImports() {
        String before = "";
        while (true) {
            String told = System.getProperty(TOLD, "");
            if (!told.equals(before)) {
                progress.step(told);
                before = told;
            }
            shutdown.pause(Duration.ofSeconds(1));
        }
    }

    private void tellWhereToGo(Answers answers, FirstAdmin admin) {
        JsonNode state = answers.catalogue().orElse(null);
        progress.say("");
        progress.say("  MTG Tracker is ready after "
                + String.format(Locale.ROOT, "%.1f s", progress.elapsed().toMillis() / 1000.0) + ".");
        progress.say("    pages      http://localhost:" + options.port + "/");
        progress.say("    API        http://localhost:" + options.port + "/api/v2   (described at /openapi)");
        progress.say("    health     http://localhost:" + options.port + "/health");
        if (state != null) {
            progress.say(String.format(
                    Locale.ROOT,
                    "    catalogue  %,d cards of %s",
                    state.path("cards").asLong(),
                    state.path("source").asText("no source yet")));
        }
        admin.tellOnce(progress);
        progress.say("");
        progress.say("  Ctrl-C stops it.");
    }
}
