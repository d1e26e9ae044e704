package org.mtgtracker.pages.admin;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.mtgtracker.jobs.boundary.JobRun;
import org.mtgtracker.jobs.boundary.JobState;

/** A job in the administrator's table. */
public final class JobView {
    private final JobState job;

    JobView(JobState job) {
        this.job = requireNonNull(job, "job is null");
    }

    public String getName() {
        return job.name();
    }

    public String getSchedule() {
        return job.schedule();
    }

    public String getNextDue() {
        return job.nextDue().map(Moments::of).orElse("–");
    }

    /** How the newest run went; empty when there was none. */
    public String getOutcome() {
        return job.lastRun().map(run -> Moments.word(run.outcome())).orElse("");
    }

    public String getLast() {
        return job.lastRun().map(JobRun::startedAt).map(Moments::of).orElse("never");
    }

    public String getLastSuccess() {
        return job.lastSuccess().map(JobRun::startedAt).map(Moments::of).orElse("never");
    }

    public boolean isRunning() {
        return job.running().isPresent();
    }

    /** The number of the run that goes on; 0 when none does. */
    public long getRunningId() {
        return job.running().map(JobRun::id).orElse(0L);
    }

    /** One run of a job. */
    public static final class Run {
        private final JobRun run;
        private final Instant now;

        Run(JobRun run, Instant now) {
            this.run = requireNonNull(run, "run is null");
            this.now = requireNonNull(now, "now is null");
        }

        public long getId() {
            return run.id();
        }

        public String getJob() {
            return run.job();
        }

        public String getTrigger() {
            return switch (run.trigger()) {
                case SCHEDULE -> "by the clock";
                case CATCH_UP -> "caught up";
                case HAND -> "by hand";
                case TAKE_OVER -> "taken over";
            };
        }

        public String getOutcome() {
            return Moments.word(run.outcome());
        }

        public String getStarted() {
            return Moments.of(run.startedAt());
        }

        public String getTook() {
            return Moments.between(run.startedAt(), run.finishedAt().orElse(now));
        }

        public String getMessage() {
            return run.message();
        }

        public String getOwner() {
            return run.owner();
        }
    }
}
