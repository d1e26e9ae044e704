package org.mtgtracker.trending.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mtgtracker.jobs.boundary.Job;
import org.mtgtracker.jobs.boundary.Lease;
import org.mtgtracker.jobs.boundary.Schedule;

/** Reckons the trends by the clock, after the night's prices, also when nothing told of them. */
@ApplicationScoped
public class TrendingJob implements Job {
    private final TrendWork work;

    @Inject
    public TrendingJob(TrendWork work) {
        this.work = requireNonNull(work, "work is null");
    }

    /** For the container's proxy. */
    protected TrendingJob() {
        work = null;
    }

    @Override
    public String name() {
        return "trending";
    }

    @Override
    public Schedule schedule() {
        return Schedule.dailyAt(0, 30);
    }

    @Override
    public String run(Lease lease) {
        return work.run(0, lease);
    }
}
