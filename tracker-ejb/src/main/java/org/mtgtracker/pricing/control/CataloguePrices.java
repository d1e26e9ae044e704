package org.mtgtracker.pricing.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.mtgtracker.catalog.boundary.CardMerged;
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.catalog.boundary.CatalogueImported;
import org.mtgtracker.catalog.boundary.PricesRead;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.Workload;
import org.mtgtracker.pricing.boundary.PriceState;
import org.mtgtracker.pricing.boundary.PriceType;
import org.mtgtracker.pricing.boundary.PricesChanged;

/**
 * Takes what an import tells: the prices of its day, and cards that have become one. Both are written in the import's
 * own transaction; that they have changed is told after its commit.
 */
@ApplicationScoped
public class CataloguePrices {
    private final Rows rows;
    private final Consumer<PricesChanged> tell;
    private final AtomicLong told = new AtomicLong();

    @Inject
    public CataloguePrices(@On(Workload.BULK) Rows rows, Event<PricesChanged> changed) {
        this(rows, (Consumer<PricesChanged>) changed::fire);
    }

    CataloguePrices(Rows rows, Consumer<PricesChanged> tell) {
        this.rows = requireNonNull(rows, "rows is null");
        this.tell = requireNonNull(tell, "tell is null");
    }

    protected CataloguePrices() {
        rows = null;
        tell = null;
    }

    /** Writes a day's prices where no better source has said any; a type without a price is left as it is. */
    public void read(@Observes PricesRead event) {
        CardPrices prices = event.prices();
        List<PriceRow> written = new ArrayList<>(prices.size());
        for (int place = 0; place < prices.size(); place++) {
            int[] cents = new int[PriceType.ALL.size()];
            Arrays.fill(cents, PriceRow.NONE);
            int spoken = 0;
            for (int type = 0; type < cents.length; type++) {
                // a price of nothing is no price
                if (prices.cents(place, type) > 0) {
                    cents[type] = prices.cents(place, type);
                    spoken |= 1 << type;
                }
            }
            if (spoken != 0) {
                written.add(new PriceRow(event.day(), prices.card(place), cents, spoken));
            }
        }
        in(() -> PriceStore.write(event.connection(), PriceSource.CATALOGUE, written));
    }

    /** Gives the prices of a card that is no more to the one that has its place, where that has none of its own. */
    public void merged(@Observes CardMerged event) {
        in(() -> MergedPrices.move(event.connection(), event.from(), event.into()));
    }

    /** After the commit: tells of the prices when they have another version than those last told of. */
    public void imported(@Observes CatalogueImported event) {
        long version = rows.write(PriceState::version);
        if (told.getAndSet(version) != version && version > 0) {
            tell.accept(new PricesChanged(version));
        }
    }

    /** Part of a transaction of somebody else, which must not be committed after an error. */
    private static void in(Change change) {
        try {
            change.make();
        } catch (SQLException e) {
            throw new IllegalStateException("The prices could not be written: " + e.getMessage(), e);
        }
    }

    @FunctionalInterface
    private interface Change {
        void make() throws SQLException;
    }
}
