package org.mtgtracker.persistence.control;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether reads go to the replica at this moment. */
@ApplicationScoped
public class ReplicaUse {
    private volatile boolean replicaFit = true;

    /** True while the replica answers and is not too far behind. */
    public boolean replicaFit() {
        return replicaFit;
    }

    /** Sends reads to the replica (true) or to the primary (false) from now on. */
    public void replicaFit(boolean fit) {
        replicaFit = fit;
    }
}
