package org.mtgtracker.jobs.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.mtgtracker.jobs.boundary.JobRun;
import org.mtgtracker.jobs.boundary.JobRun.Outcome;

/**
 * How jobs are doing, as {@code tracker.jobs.*} with the job as a tag. Each server counts the runs that ended with it;
 * the last success is that of the whole cluster, as often as this server looks.
 */
@ApplicationScoped
public class JobFigures {
    private static final String JOB = "job";

    private static final Metadata RUNS = Metadata.builder()
            .withName("tracker.jobs.runs")
            .withDescription("Runs of a job that ended, by outcome")
            .build();

    private static final Metadata DURATION = Metadata.builder()
            .withName("tracker.jobs.duration")
            .withDescription("How long the successful runs of a job took")
            .build();

    private static final Metadata LAST_SUCCESS = Metadata.builder()
            .withName("tracker.jobs.last.success")
            .withDescription("When the job last succeeded, on whichever server, in seconds since 1970; 0 for never")
            .withUnit(MetricUnits.SECONDS)
            .build();

    private final MetricRegistry registry;
    private final Map<String, Instant> lastSuccess = new ConcurrentHashMap<>();

    @Inject
    public JobFigures(MetricRegistry registry) {
        this.registry = requireNonNull(registry, "registry is null");
    }

    /** For the container's proxy. */
    protected JobFigures() {
        registry = null;
    }

    /** Publishes all series of these jobs, also those that have nothing to tell yet. */
    void publish(Collection<String> jobs) {
        for (String job : jobs) {
            registry.gauge(
                    LAST_SUCCESS,
                    () -> lastSuccess.getOrDefault(job, Instant.EPOCH).getEpochSecond(),
                    new Tag(JOB, job));
            registry.timer(DURATION, new Tag(JOB, job));
            for (Outcome outcome : Outcome.values()) {
                if (outcome != Outcome.RUNNING) {
                    registry.counter(RUNS, new Tag(JOB, job), outcome(outcome));
                }
            }
        }
    }

    /** Counts a run that ended here. */
    void ended(JobRun run) {
        registry.counter(RUNS, new Tag(JOB, run.job()), outcome(run.outcome())).inc();
        if (run.outcome() == Outcome.SUCCEEDED) {
            Instant end = run.finishedAt().orElseThrow();
            registry.timer(DURATION, new Tag(JOB, run.job())).update(Duration.between(run.startedAt(), end));
            succeeded(run);
        }
    }

    /** Takes note of a success, wherever it was. */
    void succeeded(JobRun run) {
        run.finishedAt()
                .ifPresent(
                        end -> lastSuccess.merge(run.job(), end, (known, told) -> told.isAfter(known) ? told : known));
    }

    private static Tag outcome(Outcome outcome) {
        return new Tag("outcome", outcome.name().toLowerCase(Locale.ROOT));
    }
}
