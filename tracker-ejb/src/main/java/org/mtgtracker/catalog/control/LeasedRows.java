package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import org.mtgtracker.jobs.boundary.Lease;
import org.mtgtracker.persistence.boundary.Rows;

/** What a run writes: each transaction first makes sure that the run still has its lease. */
final class LeasedRows {
    private final Rows rows;
    private final Lease lease;

    LeasedRows(Rows rows, Lease lease) {
        this.rows = requireNonNull(rows, "rows is null");
        this.lease = requireNonNull(lease, "lease is null");
    }

    /** The run's number. */
    long run() {
        return lease.runId();
    }

    /**
     * Runs work in one transaction on the primary.
     *
     * @throws org.mtgtracker.jobs.boundary.LeaseLost when another run has taken the lease; nothing was done then
     */
    <T> T write(Rows.Work<T> work) {
        return rows.write(connection -> {
            lease.check(connection);
            return work.on(connection);
        });
    }

    /** Runs read-only work in one consistent snapshot of the primary, which is where the run has written. */
    <T> T read(Rows.Work<T> work) {
        return rows.write(work);
    }
}
