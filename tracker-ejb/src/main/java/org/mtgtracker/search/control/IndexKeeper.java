package org.mtgtracker.search.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.search.boundary.IndexNotReady;
import org.mtgtracker.search.index.CardIndex;

/**
 * Holds the index that the pod answers from, and exchanges it for a new one when the catalogue has a new version. The
 * new one is built beside the old one, which answers until the exchange; when the building fails it goes on answering.
 */
@ApplicationScoped
public class IndexKeeper {
    private static final Logger LOG = Logger.getLogger(IndexKeeper.class.getName());

    static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    /** A replica that was just brought back may show an older version for a while; a restored backup shows it on. */
    static final Duration OLDER_VERSION_BELIEVED = Duration.ofMinutes(1);
    /** At a start the tables come a moment after the pod, so the first failures are nobody's worry. */
    private static final int FAILURES_WITHOUT_WARNING = 2;

    /** The name of the objects among the structures. */
    public static final String OBJECTS = "objects";

    private final IndexRows rows;
    private final Clock clock;
    private final ReentrantLock building = new ReentrantLock();

    private volatile Built current;
    /** The newest version of the catalogue that this pod knows of. */
    private final AtomicLong newest = new AtomicLong(-1);
    // guarded by the lock
    private Trouble trouble = Trouble.NONE;
    private Instant olderSince;
    private CardPrices prices;

    @Inject
    public IndexKeeper(IndexRows rows) {
        this(rows, Clock.systemUTC());
    }

    IndexKeeper(IndexRows rows, Clock clock) {
        this.rows = requireNonNull(rows, "rows is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** For the container's proxy. */
    protected IndexKeeper() {
        rows = null;
        clock = null;
    }

    private record Built(SearchedCatalogue catalogue, Duration took) {
        CardIndex index() {
            return catalogue.index();
        }
    }

    /** How often in a row no index could be built, and when to try again. */
    private record Trouble(int failures, Instant pauseEnds) {
        static final Trouble NONE = new Trouble(0, Instant.MIN);

        Trouble more(Instant now) {
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, 10));
            return new Trouble(failures + 1, now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
        }
    }

    /**
     * The index to answer from.
     *
     * @throws IndexNotReady before the first one was built
     */
    public SearchedCatalogue current() {
        Built built = current;
        if (built == null) {
            throw new IndexNotReady();
        }
        return built.catalogue();
    }

    /** True once there is an index to answer from. */
    public boolean ready() {
        return current != null;
    }

    /** The catalogue version that is answered from; -1 before the first index was built. */
    public long version() {
        Built built = current;
        return built == null ? -1 : built.index().version();
    }

    /**
     * Whether the catalogue is known to be newer than what is searched: an import has ended, and the index follows in a
     * moment.
     */
    public boolean isBehind() {
        return version() < newest.get();
    }

    /** Tells of a version that the catalogue has come to. */
    void heard(long version) {
        newest.accumulateAndGet(version, Math::max);
    }

    /** How many oracle cards can be found; 0 before the first index was built. */
    public int cards() {
        Built built = current;
        return built == null ? 0 : built.index().cards();
    }

    /** How many printings can be found; 0 before the first index was built. */
    public int printings() {
        Built built = current;
        return built == null ? 0 : built.index().printings();
    }

    /** How much memory the index takes, by structure; the objects lie in a file. Empty before the first index. */
    public Map<String, Long> bytes() {
        Built built = current;
        if (built == null) {
            return Map.of();
        }
        Map<String, Long> bytes = new LinkedHashMap<>(built.index().bytes());
        bytes.put(OBJECTS, built.catalogue().objectBytes());
        return bytes;
    }

    /** How long the last successful building took; zero before the first. */
    public Duration buildTime() {
        Built built = current;
        return built == null ? Duration.ZERO : built.took();
    }

    /**
     * Looks whether the catalogue has a new version, and builds and exchanges the index when it has. Returns at once
     * when another thread is building, or when the pause after a failure is not over. Never throws for a failure: the
     * old index stays, and a later call tries again.
     */
    public void refresh() {
        if (building.tryLock()) {
            try {
                if (!clock.instant().isBefore(trouble.pauseEnds())) {
                    buildIfOutdated();
                }
            } finally {
                building.unlock();
            }
        }
    }

    /** As {@link #refresh}, but without waiting for the pause after a failure to end. */
    public void hurry() {
        if (building.tryLock()) {
            try {
                buildIfOutdated();
            } finally {
                building.unlock();
            }
        }
    }

    /**
     * Takes the prices of a new day: the cards they name cost that from now on, in this index and those to come.
     * Texts and bitmaps stay as they are.
     */
    public void newPrices(CardPrices newer) {
        requireNonNull(newer, "newer is null");
        building.lock();
        try {
            prices = newer;
            Built built = current;
            if (built != null) {
                current = new Built(built.catalogue().withPrices(newer), built.took());
            }
        } finally {
            building.unlock();
        }
    }

    private void buildIfOutdated() {
        try {
            if (isOutdated(rows.version())) {
                Instant start = clock.instant();
                SearchedCatalogue built = rows.build();
                SearchedCatalogue priced = prices == null ? built : built.withPrices(prices);
                CardIndex index = priced.index();
                Duration took = Duration.between(start, clock.instant());
                Built before = current;
                current = new Built(priced, took);
                heard(index.version());
                if (before != null) {
                    before.catalogue().close();
                }
                LOG.info(() -> "Search index of catalogue version %d: %,d cards, %,d printings, built in %d ms."
                        .formatted(index.version(), index.cards(), index.printings(), took.toMillis()));
            }
            trouble = Trouble.NONE;
        } catch (RuntimeException | OutOfMemoryError e) {
            failed(e);
        }
    }

    private boolean isOutdated(long version) {
        heard(version);
        believe(version);
        return current == null || version > version() || version == newest.get() && version != version();
    }

    /** A version that is older than the newest known and stays so is the newest from now on. */
    private void believe(long version) {
        if (version == newest.get()) {
            olderSince = null;
        } else if (olderSince == null) {
            olderSince = clock.instant();
        } else if (!clock.instant().isBefore(olderSince.plus(OLDER_VERSION_BELIEVED))) {
            newest.set(version);
            olderSince = null;
        }
    }

    private void failed(Throwable problem) {
        trouble = trouble.more(clock.instant());
        if (trouble.failures() == FAILURES_WITHOUT_WARNING + 1) {
            String meanwhile = ready() ? "version " + version() + " is searched meanwhile" : "nothing can be searched";
            LOG.warning("The search index could not be built, " + meanwhile + "; trying on: " + problem.getMessage());
        }
        LOG.log(Level.FINE, problem, () -> "The search index could not be built, attempt " + trouble.failures());
    }
}
