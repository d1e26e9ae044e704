package org.mtgtracker.trending.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.Workload;

/** Holds the trends that this pod answers with, and takes newer ones over, whichever pod has reckoned them. */
@ApplicationScoped
public class TrendKeeper {
    private static final Logger LOG = Logger.getLogger(TrendKeeper.class.getName());

    private final Rows rows;
    private volatile Trends current = Trends.NONE;
    private volatile boolean failing;

    @Inject
    public TrendKeeper(@On(Workload.SEARCH) Rows rows) {
        this.rows = requireNonNull(rows, "rows is null");
    }

    protected TrendKeeper() {
        rows = null;
    }

    /** The newest trends that this pod knows. */
    public Trends current() {
        return current;
    }

    /** Looks for newer trends; what cannot be read now is read at the next look. */
    void refresh() {
        try {
            long before = current.generation();
            rows.read(connection -> TrendRows.number(connection) > before
                            ? TrendRows.read(connection)
                            : Optional.<Trends>empty())
                    .ifPresent(this::take);
            failing = false;
        } catch (DatabaseUnavailable e) {
            LOG.log(Level.FINE, "No database to look for trends in", e);
        } catch (RuntimeException e) {
            // the looks go on: before the first migration there is no table
            if (!failing) {
                LOG.log(Level.WARNING, "The trends cannot be read: {0}", e.getMessage());
            }
            failing = true;
        }
    }

    /** Takes trends over unless it has newer ones. */
    synchronized void take(Trends trends) {
        if (trends.generation() > current.generation()) {
            current = trends;
        }
    }
}
