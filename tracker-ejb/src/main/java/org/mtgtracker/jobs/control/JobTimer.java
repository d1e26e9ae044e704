package org.mtgtracker.jobs.control;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import org.mtgtracker.persistence.boundary.SchemaReady;

/**
 * Makes the clockwork tick as soon as there are tables, on every server where {@code ENABLE_CRON} is not false. The timer
 * is not persistent: who does a job in the cluster is said by the leases, not by the container.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class JobTimer {
    private static final Logger LOG = Logger.getLogger(JobTimer.class.getName());

    @Resource
    private TimerService timers;

    @Inject
    private JobSettings settings;

    @Inject
    private JobList jobs;

    @Inject
    private JobFigures figures;

    @Inject
    private Clockwork clockwork;

    @Inject
    private Runner runner;

    public void schemaReady(@Observes SchemaReady ready) {
        if (!settings.timersEnabled()) {
            LOG.info("ENABLE_CRON is false: this server starts jobs only when asked to.");
            return;
        }
        figures.publish(
                jobs.all().stream().map(scheduled -> scheduled.job().name()).toList());
        jobs.all()
                .forEach(
                        scheduled -> LOG.info(() -> "The job " + scheduled.job().name() + " is due "
                                + scheduled.schedule().text(jobs.zone()) + "."));
        timers.createIntervalTimer(0, settings.tick().toMillis(), new TimerConfig("jobs", false));
    }

    @Timeout
    void tick(Timer timer) {
        clockwork.tick();
    }

    @PreDestroy
    void stop() {
        runner.giveUp();
    }
}
