package org.mtgtracker.jobs.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.Function;
import org.mtgtracker.jobs.boundary.Job;
import org.mtgtracker.jobs.boundary.JobRun;
import org.mtgtracker.jobs.boundary.Lease;
import org.mtgtracker.jobs.boundary.Schedule;

/** A job whose work is the test's; it keeps a record of its own in the table {@code probe}. */
final class ProbeJob implements Job {
    static final String NAME = "probe";

    private final Schedule schedule;
    private final Function<Lease, String> work;

    ProbeJob(Schedule schedule, Function<Lease, String> work) {
        this.schedule = schedule;
        this.work = work;
    }

    ProbeJob(Function<Lease, String> work) {
        this(Schedule.byHand(), work);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Schedule schedule() {
        return schedule;
    }

    @Override
    public String run(Lease lease) {
        return work.apply(lease);
    }

    @Override
    public void recorded(Connection connection, JobRun run) throws SQLException {
        write(connection, "recorded " + run.id());
    }

    static void write(Connection connection, String what) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO probe (what) VALUES (?)")) {
            insert.setString(1, what);
            insert.executeUpdate();
        }
    }
}
