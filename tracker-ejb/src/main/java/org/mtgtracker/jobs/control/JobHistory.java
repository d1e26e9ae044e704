package org.mtgtracker.jobs.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mtgtracker.jobs.boundary.JobRun;
import org.mtgtracker.jobs.boundary.JobState;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.Workload;

/** What the primary has on record about jobs and their runs. */
@ApplicationScoped
public class JobHistory {
    private final Rows rows;
    private final LeaseRows leases;

    @Inject
    public JobHistory(@On(Workload.BULK) Rows rows, JobSettings settings) {
        this.rows = requireNonNull(rows, "rows is null");
        this.leases = new LeaseRows(settings.leaseLength());
    }

    /** For the container's proxy. */
    protected JobHistory() {
        rows = null;
        leases = null;
    }

    public Optional<JobRun> run(long id) {
        return rows.write(connection -> RunRows.run(connection, id));
    }

    public List<JobRun> newest(int limit) {
        return rows.write(connection -> RunRows.newest(connection, limit));
    }

    public List<JobRun> newest(String job, int limit) {
        return rows.write(connection -> RunRows.newest(connection, job, limit));
    }

    /** Where all jobs of the list stand, in its order. */
    public List<JobState> states(JobList list) {
        return rows.write(connection -> {
            Instant now = Sql.now(connection);
            Map<String, Standing> standings = leases.all(connection);
            Map<String, JobRun> last = byJob(RunRows.newestOfEach(connection));
            Map<String, JobRun> successes = byJob(RunRows.successOfEach(connection));
            Map<String, JobRun> running = byJob(RunRows.running(connection));
            return list.all().stream()
                    .map(scheduled -> {
                        String name = scheduled.job().name();
                        return new JobState(
                                name,
                                scheduled.schedule().text(list.zone()),
                                nextDue(scheduled, list, standings.get(name), now),
                                Optional.ofNullable(last.get(name)),
                                Optional.ofNullable(successes.get(name)),
                                Optional.ofNullable(running.get(name)));
                    })
                    .toList();
        });
    }

    private static Optional<Instant> nextDue(
            JobList.Scheduled scheduled, JobList list, Standing standing, Instant now) {
        Optional<Instant> missed = standing == null
                ? Optional.empty()
                : scheduled.schedule().latest(now, list.zone()).filter(due -> due.isAfter(standing.settledAt()));
        return missed.or(() -> scheduled.schedule().next(now, list.zone()));
    }

    private static Map<String, JobRun> byJob(List<JobRun> runs) {
        return runs.stream().collect(Collectors.toMap(JobRun::job, Function.identity()));
    }
}
