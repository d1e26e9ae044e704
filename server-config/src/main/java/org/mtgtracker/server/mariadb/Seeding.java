package org.mtgtracker.server.mariadb;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes the replica's data anew as a copy of the primary's, which keeps working meanwhile: its rows are read in one
 * snapshot that also tells the place in its log, without locking a table. A server of its own, on a port that nobody
 * knows, takes them in, so that nobody reads from half a copy.
 */
record Seeding(DataFolder folder, ServerCommand command, Accounts accounts, MariaDbServer primary) {

    /**
     * Throws the replica's data away and puts a copy of the primary's in its place.
     *
     * @throws SeedingFailure when the primary cannot be copied now
     */
    void seed(Consumer<String> say) throws InterruptedException {
        List<String> databases = databases();
        say.accept("Copying the primary database into the replica");
        try {
            folder.discardReplica();
            new SystemTables(folder, command, accounts).create(Role.REPLICA);
            MariaDbServer copy = new MariaDbServer(
                    Role.REPLICA, folder.unfinished(Role.REPLICA), Ports.free(), folder, command, accounts);
            try {
                copy.start(say);
                OwnerOnly.write(folder.clientOptions(), accounts.clientOptions());
                // accounts first: one made in between is then missing at worst, and not made twice
                transfer(List.of("--system=users", "--insert-ignore"), copy.port());
                transfer(snapshot(databases), copy.port());
            } finally {
                OwnerOnly.delete(folder.clientOptions());
                copy.close();
            }
            folder.complete(Role.REPLICA);
        } catch (IOException e) {
            throw new SeedingFailure(
                    "The replica database could not be made anew (" + e + "): see " + folder.root(), e);
        }
    }

    private List<String> databases() {
        List<String> names = new ArrayList<>();
        try (Connection connection = primary.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT schema_name FROM information_schema.schemata
                        WHERE schema_name NOT IN ('mysql', 'sys', 'information_schema', 'performance_schema')
                        """)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new SeedingFailure(
                    "The replica database cannot be made anew while the primary does not answer: it is tried again.",
                    e);
        }
    }

    private static List<String> snapshot(List<String> databases) {
        List<String> options = new ArrayList<>(List.of(
                "--single-transaction",
                "--quick",
                "--master-data=1",
                "--gtid",
                "--routines",
                "--triggers",
                "--events",
                "--hex-blob",
                "--databases"));
        options.addAll(databases);
        return options;
    }

    private void transfer(List<String> what, int port) throws IOException, InterruptedException {
        ServerLog log = folder.seedingLog();
        long begin = log.open();
        File complaints = log.file().toFile();
        ProcessBuilder dump = client(command.installation().dump(), primary.port());
        dump.command().addAll(what);
        ProcessBuilder load = client(command.installation().client(), port);
        // what is copied is not the replica's own doing: its log must not claim it
        load.command().add("--init-command=SET SESSION sql_log_bin=0");
        dump.redirectError(ProcessBuilder.Redirect.appendTo(complaints));
        load.redirectError(ProcessBuilder.Redirect.appendTo(complaints));
        load.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        List<Process> both = ProcessBuilder.startPipeline(List.of(dump, load));
        try {
            for (Process process : both) {
                process.waitFor();
            }
        } finally {
            both.forEach(Process::destroyForcibly);
        }
        if (both.stream().anyMatch(process -> process.exitValue() != 0)) {
            throw new SeedingFailure("The primary database could not be copied into the replica ("
                    + log.complaint(begin).orElse("no reason was given") + "): see " + log.file()
                    + "; it is tried again.");
        }
    }

    private ProcessBuilder client(Path program, int port) {
        List<String> line = new ArrayList<>();
        line.add(program.toString());
        line.add("--defaults-file=" + folder.clientOptions());
        line.add("--port=" + port);
        return new ProcessBuilder(line);
    }
}
