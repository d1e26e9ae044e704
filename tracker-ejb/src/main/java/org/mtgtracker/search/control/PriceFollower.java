package org.mtgtracker.search.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mtgtracker.pricing.boundary.LatestPrices;

/** Brings the newest prices into the index of this pod, whichever pod has stored them; the texts stay as they are. */
@ApplicationScoped
public class PriceFollower {
    private static final Logger LOG = Logger.getLogger(PriceFollower.class.getName());

    private final LatestPrices prices;
    private final IndexKeeper keeper;
    private long followed;

    @Inject
    public PriceFollower(LatestPrices prices, IndexKeeper keeper) {
        this.prices = requireNonNull(prices, "prices is null");
        this.keeper = requireNonNull(keeper, "keeper is null");
    }

    protected PriceFollower() {
        prices = null;
        keeper = null;
    }

    /** Looks whether prices have changed. Never throws for a failure: a later call tries again. */
    public synchronized void refresh() {
        try {
            if (prices.version() != followed) {
                LatestPrices.Everything now = prices.everything();
                keeper.newPrices(now.prices());
                followed = now.version();
            }
        } catch (RuntimeException e) {
            LOG.log(Level.FINE, "The search goes on with the prices it has.", e);
        }
    }
}
