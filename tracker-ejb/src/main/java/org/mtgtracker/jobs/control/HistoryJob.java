package org.mtgtracker.jobs.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import org.mtgtracker.jobs.boundary.Job;
import org.mtgtracker.jobs.boundary.Lease;
import org.mtgtracker.jobs.boundary.Schedule;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.Workload;

/** Forgets old runs, but of each job the newest and the newest that succeeded. */
@ApplicationScoped
public class HistoryJob implements Job {
    /** What a transaction deletes, so that none is long. */
    static final int BATCH = 1000;

    private static final String TRIM = """
            DELETE FROM job_run
            WHERE finished_at < UTC_TIMESTAMP(3) - INTERVAL ? DAY
              AND id NOT IN (
                  SELECT kept
                  FROM (SELECT MAX(id) AS kept FROM job_run GROUP BY job
                        UNION
                        SELECT MAX(id) FROM job_run WHERE outcome = 'SUCCEEDED' GROUP BY job) newest)
            LIMIT ?
            """;

    private final Rows rows;
    private final int days;

    @Inject
    public HistoryJob(@On(Workload.BULK) Rows rows, JobSettings settings) {
        this(rows, settings.historyDays());
    }

    HistoryJob(Rows rows, int days) {
        this.rows = requireNonNull(rows, "rows is null");
        this.days = days;
    }

    /** For the container's proxy. */
    protected HistoryJob() {
        rows = null;
        days = 0;
    }

    @Override
    public String name() {
        return "history";
    }

    @Override
    public Schedule schedule() {
        return Schedule.dailyAt(3, 0);
    }

    @Override
    public String run(Lease lease) {
        int deleted = 0;
        int batch;
        do {
            batch = rows.write(connection -> {
                lease.check(connection);
                try (PreparedStatement delete = connection.prepareStatement(TRIM)) {
                    delete.setInt(1, days);
                    delete.setInt(2, BATCH);
                    return delete.executeUpdate();
                }
            });
            deleted += batch;
        } while (batch == BATCH);
        return "Forgot " + deleted + (deleted == 1 ? " run" : " runs") + " older than " + days + " days.";
    }
}
