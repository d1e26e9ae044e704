package org.mtgtracker.pricing.boundary;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mtgtracker.jobs.boundary.Background;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.Workload;
import org.mtgtracker.pricing.boundary.PriceLoad.Kind;
import org.mtgtracker.pricing.control.PriceInbox;
import org.mtgtracker.pricing.control.PriceLoading;
import org.mtgtracker.pricing.control.PriceLoads;
import org.mtgtracker.pricing.control.PricePartitions;

/**
 * Brings price files into the history. A price file is CSV in UTF-8, gzip'd or not; its header is {@code
 * date,scryfall_id} and then either some of {@code usd,usd_foil,usd_etched,eur,eur_foil,tix}, or {@code finish} and some
 * of {@code usd,eur,tix}. A line says what a card cost on a day, with up to two decimals, and nothing where there was no
 * price; of a type without a column it says nothing. It replaces what the catalogue and earlier files said of that
 * card, day and type, so sending a file again, or mended, is safe. Days may be of any age and in any order.
 */
@ApplicationScoped
public class PriceFiles {
    private static final Logger LOG = Logger.getLogger(PriceFiles.class.getName());

    private final Rows rows;
    private final PriceLoads loads;
    private final PricePartitions partitions;
    private final PriceInbox inbox;
    private final Clock clock;
    private final Executor background;
    private final Consumer<PricesChanged> tell;

    @Inject
    public PriceFiles(
            @On(Workload.BULK) Rows rows,
            PricePartitions partitions,
            PriceInbox inbox,
            @Background Executor background,
            Event<PricesChanged> changed) {
        this(rows, partitions, inbox, Clock.systemUTC(), background, (Consumer<PricesChanged>) changed::fire);
    }

    /**
     * Without a container.
     *
     * @param clock says which days prices can be of
     */
    public PriceFiles(
            Rows rows,
            PricePartitions partitions,
            PriceInbox inbox,
            Clock clock,
            Executor background,
            Consumer<PricesChanged> tell) {
        this.rows = requireNonNull(rows, "rows is null");
        this.partitions = requireNonNull(partitions, "partitions is null");
        this.inbox = requireNonNull(inbox, "inbox is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.background = requireNonNull(background, "background is null");
        this.tell = requireNonNull(tell, "tell is null");
        this.loads = new PriceLoads(rows, clock);
    }

    protected PriceFiles() {
        rows = null;
        partitions = null;
        inbox = null;
        clock = null;
        background = null;
        tell = null;
        loads = null;
    }

    /**
     * Starts to load a file in the background.
     *
     * @param source the path of a file on the server, or a file:, http: or https: address
     * @return the load as it begins
     * @throws UnusablePriceFile when that is no source, or there is no such file
     * @throws DatabaseUnavailable when the primary does not answer
     */
    public PriceLoad start(Kind kind, String source) {
        PriceLoading.Opening opening = inbox.named(source);
        PriceLoad load = loads.begin(source.strip(), kind);
        background.execute(() -> run(load, opening));
        return load;
    }

    /**
     * Takes what is sent, and loads it in the background.
     *
     * @param name what the file is to be called
     * @param body is read to its end before this returns; not closed
     * @return the load as it begins
     * @throws PriceFileTooLarge when there is more than is taken
     * @throws UnusablePriceFile when the body cannot be read or kept, or is empty
     * @throws DatabaseUnavailable when the primary does not answer
     */
    public PriceLoad start(Kind kind, String name, InputStream body) {
        Path kept = inbox.keep(body);
        try {
            PriceLoad load = loads.begin(name, kind);
            background.execute(() -> {
                try {
                    run(load, () -> Files.newInputStream(kept));
                } finally {
                    delete(kept);
                }
            });
            return load;
        } catch (RuntimeException e) {
            delete(kept);
            throw e;
        }
    }

    /** Loads a file in the calling thread; says how it ended. */
    public PriceLoad load(Kind kind, String name, Path file) {
        PriceLoad load = loads.begin(name, kind);
        run(load, () -> Files.newInputStream(file));
        return loads.load(load.id()).orElseThrow();
    }

    /** The load with this id. */
    public Optional<PriceLoad> find(long id) {
        return loads.load(id);
    }

    /** The newest loads, the newest first; at most {@code limit}, which is at least 1. */
    public List<PriceLoad> newest(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit is " + limit + "; it must be at least 1");
        }
        return loads.newest(limit);
    }

    /** The first lines of a load that were left out, at most {@value PriceProblem#MOST_KEPT}, in the file's order. */
    public List<PriceProblem> problems(long id) {
        return loads.problems(id);
    }

    private void run(PriceLoad load, PriceLoading.Opening opening) {
        if (!new PriceLoading(rows, loads, partitions, inbox.largestUnpacked(), clock, load).run(opening)) {
            return;
        }
        try {
            tell.accept(new PricesChanged(rows.write(PriceState::version)));
        } catch (RuntimeException e) {
            // the prices are in whatever an observer makes of it
            LOG.log(Level.SEVERE, "An observer of the prices failed.", e);
        }
    }

    private static void delete(Path kept) {
        try {
            Files.deleteIfExists(kept);
        } catch (IOException e) {
            LOG.warning(() -> "The file " + kept + " is no longer needed and cannot be deleted: " + e);
        }
    }
}
