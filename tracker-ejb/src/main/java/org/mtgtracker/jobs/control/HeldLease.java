package org.mtgtracker.jobs.control;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.mtgtracker.jobs.boundary.JobRun;
import org.mtgtracker.jobs.boundary.Lease;
import org.mtgtracker.jobs.boundary.LeaseLost;

/** The lease of a run that this server does. */
final class HeldLease implements Lease {
    private static final String CHECK = """
            SELECT generation, owner, @@SESSION.wait_timeout FROM job_lease WHERE name = ? LOCK IN SHARE MODE
            """;

    private final JobRun run;
    private final long mostSilentSeconds;
    private volatile boolean givenUp;

    /**
     * @param length how long the lease lasts without being renewed
     */
    HeldLease(JobRun run, Duration length) {
        this.run = requireNonNull(run, "run is null");
        this.mostSilentSeconds = Math.max(1, length.toSeconds() * 2);
    }

    JobRun run() {
        return run;
    }

    /** The server stops: no transaction of the run that begins from here on is committed. */
    void giveUp() {
        givenUp = true;
    }

    boolean isGivenUp() {
        return givenUp;
    }

    @Override
    public long runId() {
        return run.id();
    }

    @Override
    public String argument() {
        return run.argument();
    }

    @Override
    public long generation() {
        return run.generation();
    }

    @Override
    public void check(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("A lease is checked inside a transaction, and there is none");
        }
        if (givenUp) {
            throw LeaseLost.givenUp(run.job(), run.id(), run.generation());
        }
        try (PreparedStatement select = connection.prepareStatement(CHECK)) {
            select.setString(1, run.job());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()
                        || row.getLong(1) != run.generation()
                        || !row.getString(2).equals(run.owner())) {
                    throw new LeaseLost(run.job(), run.id(), run.generation());
                }
                if (row.getLong(3) > mostSilentSeconds) {
                    endWhenSilent(connection);
                }
            }
        }
    }

    /** It stays so when the connection goes back to its pool, which looks whether it lives before it hands it out. */
    private void endWhenSilent(Connection connection) throws SQLException {
        try (Statement set = connection.createStatement()) {
            set.execute("SET SESSION wait_timeout = " + mostSilentSeconds);
        }
    }
}
