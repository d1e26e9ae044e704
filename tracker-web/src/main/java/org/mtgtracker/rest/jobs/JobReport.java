package org.mtgtracker.rest.jobs;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import org.mtgtracker.jobs.boundary.JobState;

/**
 * A job as the API tells of it.
 *
 * @param uri where to ask for it again
 * @param schedule when it is due, in words
 * @param nextDueAt in the past when it is due and has not been started yet; absent when it is started by hand only
 * @param running the run that is going on, on whichever server; absent when none is
 * @param lastRun absent before the first
 * @param lastSuccess absent before the first
 */
@JsonbPropertyOrder({"name", "uri", "schedule", "nextDueAt", "running", "lastRun", "lastSuccess"})
public record JobReport(
        String name,
        String uri,
        String schedule,
        Instant nextDueAt,
        JobRunReport running,
        JobRunReport lastRun,
        JobRunReport lastSuccess) {
    JobReport(JobState job, UriInfo uri) {
        this(
                job.name(),
                uri.getBaseUri().getPath() + "jobs/" + job.name(),
                job.schedule(),
                job.nextDue().orElse(null),
                job.running().map(run -> new JobRunReport(run, uri)).orElse(null),
                job.lastRun().map(run -> new JobRunReport(run, uri)).orElse(null),
                job.lastSuccess().map(run -> new JobRunReport(run, uri)).orElse(null));
    }
}
