package org.mtgtracker.server;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line. */
@Command(
        name = "tracker",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = "Starts MTG Tracker and keeps it running until it is told to stop (Ctrl-C, SIGTERM).",
        footer = {
            "",
            "Without DB_HOST in the environment a MariaDB primary and a replica are started on this machine, in the"
                    + " data folder. With it, these are used instead:",
            "  DB_HOST DB_PORT DB_NAME DB_USER DB_PASS, and DB_REPLICA_HOST ... DB_REPLICA_PASS for a replica",
            "  DB_WAIT_SECONDS  how long to wait for a database (30)",
            "  MAX_PODS         the most servers that share the databases' connections (4)",
            "  DRAIN_SECONDS    how long to answer on after SIGTERM, not ready, before stopping (5)",
            "",
            "Exit codes: 0 stopped, 2 wrong command line, 10 Java too old, 11 port taken, 12 data folder in use,",
            "13 database unreachable, 14 database refuses the account, 15 application failed, 16 installation broken,",
            "17 wrong setting."
        })
final class Options {
    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Port of the pages and of the API (default ${DEFAULT-VALUE}).")
    int port;

    @Option(names = "--data", description = "Folder that keeps the data (default: data, beside bin).")
    Path data;

    @Option(
            names = "--catalogue",
            description = "What to track: demo, scryfall, or a file or address of Scryfall card objects. Without it: "
                    + "what is there already; else the demo, until Scryfall's cards are in.")
    String catalogue;

    @Option(names = "--log-file", description = "File for the log (JSON lines; default: standard output).")
    Path logFile;

    @Option(names = "--ear", description = "The application to run (default: app/tracker.ear, beside bin).")
    Path ear;

    @Option(
            names = "--stop-with-parent",
            description = "Stops when the process that started it ends, as a build that was cancelled does.")
    boolean stopWithParent;
}
