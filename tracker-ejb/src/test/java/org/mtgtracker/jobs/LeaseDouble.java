package org.mtgtracker.jobs;

import java.sql.Connection;
import org.mtgtracker.jobs.boundary.Lease;
import org.mtgtracker.jobs.boundary.LeaseLost;

/** A lease that is in no table: nobody takes it away, or somebody has. */
public enum LeaseDouble implements Lease {
    HELD,
    LOST;

    @Override
    public long runId() {
        return 1;
    }

    @Override
    public String argument() {
        return "";
    }

    @Override
    public long generation() {
        return 1;
    }

    @Override
    public void check(Connection connection) {
        if (this == LOST) {
            throw new LeaseLost("test", runId(), generation());
        }
    }
}
