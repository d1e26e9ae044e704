package org.mtgtracker.rest.jobs;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mtgtracker.jobs.boundary.JobRun;

/**
 * A run as the API tells of it.
 *
 * @param uri where to ask for it again
 * @param trigger why it was started: it was due, it had been due, somebody asked, or the run before it was lost
 * @param argument what it was asked to work on; absent when nothing was said
 * @param outcome running, succeeded, failed, or lost: its server stopped or fell silent
 * @param attempt 0, and one more each time the work was started again after it was lost
 * @param server that does or did the work
 * @param dueAt the scheduled moment that it was started for; absent when started by hand
 * @param finishedAt absent while it is running
 * @param message how it went; absent while it is running
 */
@JsonbPropertyOrder({
    "id",
    "uri",
    "job",
    "trigger",
    "argument",
    "outcome",
    "attempt",
    "server",
    "dueAt",
    "startedAt",
    "finishedAt",
    "message"
})
public record JobRunReport(
        long id,
        String uri,
        String job,

        @Schema(enumeration = {"schedule", "catch_up", "hand", "take_over"})
        String trigger,

        String argument,

        @Schema(enumeration = {"running", "succeeded", "failed", "lost"})
        String outcome,

        int attempt,
        String server,
        Instant dueAt,
        Instant startedAt,
        Instant finishedAt,
        String message) {
    JobRunReport(JobRun run, UriInfo uri) {
        this(
                run.id(),
                uri.getBaseUri().getPath() + "jobs/" + run.job() + "/runs/" + run.id(),
                run.job(),
                run.trigger().name().toLowerCase(Locale.ROOT),
                absentWhenEmpty(run.argument()),
                run.outcome().name().toLowerCase(Locale.ROOT),
                run.attempt(),
                run.owner(),
                run.dueAt().orElse(null),
                run.startedAt(),
                run.finishedAt().orElse(null),
                absentWhenEmpty(run.message()));
    }

    private static String absentWhenEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
