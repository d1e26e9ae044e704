package org.mtgtracker.server.mariadb;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One server process over one data folder on one port; it may be started again after it ended. */
final class MariaDbServer {
    private static final Duration SAY_AGAIN = Duration.ofSeconds(10);

    private final Role role;
    private final Path data;
    private final int port;
    private final DataFolder folder;
    private final ServerCommand command;
    private final Accounts accounts;
    private volatile Process process;
    private boolean closed;

    MariaDbServer(Role role, Path data, int port, DataFolder folder, ServerCommand command, Accounts accounts) {
        this.role = role;
        this.data = data;
        this.port = port;
        this.folder = folder;
        this.command = command;
        this.accounts = accounts;
    }

    Role role() {
        return role;
    }

    int port() {
        return port;
    }

    /** The process of the last start; null before the first. */
    Process process() {
        return process;
    }

    boolean isAlive() {
        Process current = process;
        return current != null && current.isAlive();
    }

    /** Whether the last process was ended from outside, by SIGKILL or SIGTERM, rather than by what it found. */
    boolean wasKilled() {
        Process last = process;
        return last != null && !last.isAlive() && (last.exitValue() == 137 || last.exitValue() == 143);
    }

    /** Whether no server runs now or within that time. */
    boolean diesWithin(Duration time) throws InterruptedException {
        Process current = process;
        return current == null || current.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A connection as root. */
    Connection connect() throws SQLException {
        return accounts.connect(port);
    }

    /**
     * Starts it and returns when it answers, after crash recovery where that is needed. A server that knows other
     * passwords than ours, because the file with them was lost or brought back from elsewhere, is taught ours.
     *
     * @throws DatabaseFailure when it ends, or does not answer within the limit
     */
    void start(Consumer<String> say) throws InterruptedException {
        if (answers(List.of(), say)) {
            return;
        }
        stop();
        Path statements = folder.accountStatements(role);
        try {
            OwnerOnly.write(statements, accounts.statements());
            if (!answers(List.of("--init-file=" + statements), say)) {
                stop();
                throw failure("it refuses the accounts of " + folder.accounts());
            }
        } catch (IOException e) {
            throw failure(e.toString());
        } finally {
            OwnerOnly.delete(statements);
        }
    }

    /** Stops the process, if there is one. */
    void stop() {
        Process current = process;
        if (current == null) {
            return;
        }
        Duration limit = command.settings().stopLimit();
        if (!Stopping.stop(current.toHandle(), () -> ask(current), () -> !current.isAlive(), limit)) {
            throw new DatabaseFailure("The " + role.word() + " database (process " + current.pid()
                    + ") cannot be stopped: stop it yourself.");
        }
    }

    /** Ends the process without asking: for data that is no longer there or no longer wanted. */
    void kill() {
        Process current = process;
        if (current != null) {
            Stopping.stop(
                    current.toHandle(), current::destroyForcibly, () -> !current.isAlive(), Duration.ofSeconds(10));
        }
    }

    /** Stops it for good: it cannot be started again. */
    void close() {
        synchronized (this) {
            closed = true;
        }
        stop();
    }

    /** Whether the server lets us in; false when it knows us not. */
    private boolean answers(List<String> more, Consumer<String> say) throws InterruptedException {
        ServerLog log = folder.log(role);
        long begin;
        Process launched;
        try {
            begin = log.open();
            launched = launch(log.file(), more);
        } catch (IOException e) {
            throw failure(e.toString());
        }
        long started = System.nanoTime();
        long said = started;
        while (!launched.waitFor(25, TimeUnit.MILLISECONDS)) {
            try (Connection connection = connect()) {
                if (connection.isValid(2)) {
                    return true;
                }
            } catch (SQLException e) {
                if (Accounts.isRefusal(e)) {
                    return false;
                }
            }
            long now = System.nanoTime();
            if (now - started > command.settings().startLimit().toNanos()) {
                stop();
                throw failure("it did not answer within "
                        + command.settings().startLimit().toSeconds() + " seconds");
            }
            if (now - said > SAY_AGAIN.toNanos()) {
                said = now;
                say.accept("The " + role.word() + " database is still starting, after "
                        + TimeUnit.NANOSECONDS.toSeconds(now - started) + " s");
            }
        }
        throw failure(log.complaint(begin).orElse("it ended with exit code " + launched.exitValue()));
    }

    private synchronized Process launch(Path log, List<String> more) throws IOException {
        if (closed) {
            throw failure("it is being stopped");
        }
        if (!Files.isDirectory(data.resolve("mysql"))) {
            throw failure("its data is not in " + data + " any more");
        }
        List<String> line = new ArrayList<>(command.run(role, data, port));
        line.addAll(more);
        OwnerOnly.folder(ServerCommand.temporary(data));
        File output = log.toFile();
        process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
                .start();
        process.getOutputStream().close();
        return process;
    }

    private void ask(Process current) {
        if (current.supportsNormalTermination()) {
            current.destroy();
            return;
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            current.destroy();
        }
    }

    private DatabaseFailure failure(String reason) {
        return new DatabaseFailure("The " + role.word() + " database did not start (" + reason + "): see "
                + folder.log(role).file() + ", remove the cause and start again.");
    }
}
