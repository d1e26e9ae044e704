package org.mtgtracker.pages.admin;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.logging.Logger;
import org.mtgtracker.identity.boundary.Act;
import org.mtgtracker.jobs.boundary.JobRun;
import org.mtgtracker.jobs.boundary.JobRunning;
import org.mtgtracker.jobs.boundary.Jobs;
import org.mtgtracker.jobs.boundary.UnknownJob;
import org.mtgtracker.pages.site.Exchange;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.rest.identity.Asked;

/** The jobs, their newest runs, and starting one by hand: {@code /admin/jobs}, of one job with {@code job}. */
@Named
@RequestScoped
public class JobsPage {
    private static final Logger LOG = Logger.getLogger(JobsPage.class.getName());
    private static final int RUNS_SHOWN = 40;

    private final Jobs jobs;
    private final Asked asked;
    private final AdminGuard guard;
    private final Exchange exchange;
    private List<JobView> all;
    private List<JobView.Run> runs;

    @Inject
    public JobsPage(Jobs jobs, Asked asked, AdminGuard guard, Exchange exchange) {
        this.jobs = requireNonNull(jobs, "jobs is null");
        this.asked = requireNonNull(asked, "asked is null");
        this.guard = requireNonNull(guard, "guard is null");
        this.exchange = requireNonNull(exchange, "exchange is null");
    }

    /** For the container's proxy. */
    protected JobsPage() {
        jobs = null;
        asked = null;
        guard = null;
        exchange = null;
    }

    /** Shows the page to admins only. */
    public void load() {
        guard.refuses();
    }

    /** Starts the job that the button names, and shows it running; why it cannot be started is said. */
    public void act() {
        exchange.parameter("start").ifPresent(this::start);
    }

    private void start(String job) {
        if (guard.refuses()) {
            return;
        }
        try {
            asked.note(Act.JOB_ASKED, jobs.job(job).name());
            JobRun run = jobs.start(job, "");
            LOG.info(() -> "Run " + run.id() + " of the job " + run.job() + " was asked for on its page");
            // see the page by a GET, so that loading it again starts nothing
            exchange.redirect("/admin/jobs");
        } catch (JobRunning | UnknownJob e) {
            guard.say(e.getMessage());
        } catch (DatabaseUnavailable e) {
            guard.say(e);
        }
    }

    /** Every job, by name. */
    public List<JobView> getJobs() {
        read();
        return all;
    }

    /** The newest runs, the newest first. */
    public List<JobView.Run> getRuns() {
        read();
        return runs;
    }

    /** The job whose runs are shown; empty for all. */
    public String getJob() {
        return exchange.parameter("job").orElse("");
    }

    /** The numbers of the runs that go on now, as the page's script hears of them. */
    public String getBusy() {
        return String.join(
                " ",
                getJobs().stream()
                        .filter(JobView::isRunning)
                        .map(job -> Long.toString(job.getRunningId()))
                        .toList());
    }

    /** Read when it is first asked for: a form that is shown again because of what was sent has no load before. */
    private void read() {
        if (all != null) {
            return;
        }
        all = List.of();
        runs = List.of();
        if (!guard.isAdmin()) {
            return;
        }
        try {
            all = jobs.all().stream().map(JobView::new).toList();
            Instant now = Instant.now();
            List<JobRun> newest = getJob().isEmpty() ? jobs.newest(RUNS_SHOWN) : jobs.newest(getJob(), RUNS_SHOWN);
            runs = newest.stream().map(run -> new JobView.Run(run, now)).toList();
        } catch (UnknownJob e) {
            exchange.status(404);
        } catch (DatabaseUnavailable e) {
            exchange.status(503);
        }
    }
}
