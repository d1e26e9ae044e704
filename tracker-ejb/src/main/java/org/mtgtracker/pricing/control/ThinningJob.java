package org.mtgtracker.pricing.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mtgtracker.jobs.boundary.Job;
import org.mtgtracker.jobs.boundary.Lease;
import org.mtgtracker.jobs.boundary.Schedule;

/** Thins out old prices, where that is wanted. */
@ApplicationScoped
public class ThinningJob implements Job {
    private final PriceThinning work;

    @Inject
    public ThinningJob(PriceThinning work) {
        this.work = requireNonNull(work, "work is null");
    }

    /** For the container's proxy. */
    protected ThinningJob() {
        work = null;
    }

    @Override
    public String name() {
        return "price-thinning";
    }

    @Override
    public Schedule schedule() {
        return Schedule.dailyAt(1, 30);
    }

    @Override
    public String run(Lease lease) {
        return work.run(lease);
    }
}
