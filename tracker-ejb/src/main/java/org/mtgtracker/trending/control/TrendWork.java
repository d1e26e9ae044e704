package org.mtgtracker.trending.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Logger;
import org.mtgtracker.jobs.boundary.Permit;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.Workload;
import org.mtgtracker.pricing.boundary.PriceState;

/** Reckons the trends anew, writes them down and makes them hold. */
@ApplicationScoped
public class TrendWork {
    private static final Logger LOG = Logger.getLogger(TrendWork.class.getName());

    private final Rows rows;
    private final TrendRules rules;
    private final TrendKeeper keeper;
    private final Clock clock;

    @Inject
    public TrendWork(@On(Workload.BULK) Rows rows, TrendRules rules, TrendKeeper keeper) {
        this(rows, rules, keeper, Clock.systemUTC());
    }

    public TrendWork(Rows rows, TrendRules rules, TrendKeeper keeper, Clock clock) {
        this.rows = requireNonNull(rows, "rows is null");
        this.rules = requireNonNull(rules, "rules is null");
        this.keeper = requireNonNull(keeper, "keeper is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    protected TrendWork() {
        rows = null;
        rules = null;
        keeper = null;
        clock = null;
    }

    /**
     * Reckons the trends of the prices as they are.
     *
     * @param leastVersion of the prices: a replica that has not seen it yet is not asked
     * @return a sentence about it
     */
    public synchronized String run(long leastVersion, Permit permit) {
        Trends read = rows.read(this::reckon);
        Trends trends = read.priceVersion() < leastVersion ? rows.write(this::reckon) : read;
        Optional<Trends> written = rows.write(connection -> {
            permit.check(connection);
            return TrendRows.write(connection, trends, rules);
        });
        written.ifPresent(keeper::take);
        String sentence = written.map(TrendWork::sentence)
                .orElse("The trends of newer prices hold already; those of price version " + trends.priceVersion()
                        + " were not needed.");
        LOG.info(sentence);
        return sentence;
    }

    /** Reckons only when the trends that hold are of other prices, or by other rules. */
    public void catchUp() {
        boolean holds = rows.write(connection -> {
            long version = PriceState.version(connection);
            return TrendRows.basis(connection)
                    .filter(basis ->
                            basis.priceVersion() == version && basis.rules().equals(rules.text()))
                    .isPresent();
        });
        if (!holds) {
            run(0, Permit.FREE);
        }
    }

    private Trends reckon(Connection connection) throws SQLException {
        return new TrendReckoning(connection, rules, clock).reckon();
    }

    private static String sentence(Trends trends) {
        return "Trends generation %d of price version %d was reckoned in %d ms; the newest day is %s."
                .formatted(
                        trends.generation(),
                        trends.priceVersion(),
                        trends.millis(),
                        trends.newestDay().map(Object::toString).orElse("none"));
    }
}
