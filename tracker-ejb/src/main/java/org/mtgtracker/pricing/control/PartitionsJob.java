package org.mtgtracker.pricing.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mtgtracker.jobs.boundary.Job;
import org.mtgtracker.jobs.boundary.Lease;
import org.mtgtracker.jobs.boundary.Schedule;

/** Opens the next months' partitions before their prices come. */
@ApplicationScoped
public class PartitionsJob implements Job {
    private final PricePartitions work;

    @Inject
    public PartitionsJob(PricePartitions work) {
        this.work = requireNonNull(work, "work is null");
    }

    /** For the container's proxy. */
    protected PartitionsJob() {
        work = null;
    }

    @Override
    public String name() {
        return "price-partitions";
    }

    @Override
    public Schedule schedule() {
        return Schedule.dailyAt(0, 5);
    }

    @Override
    public String run(Lease lease) {
        return work.openAhead(lease);
    }
}
