package org.mtgtracker.pages.admin;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mtgtracker.catalog.boundary.Catalogue;
import org.mtgtracker.catalog.boundary.CatalogueState;
import org.mtgtracker.pages.site.Exchange;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.pricing.boundary.PriceHistory;
import org.mtgtracker.search.boundary.CardSearch;
import org.mtgtracker.search.boundary.IndexReport;

/** What catalogue, prices and the search of this pod are like, for admins: {@code /admin/overview}. */
@Named
@RequestScoped
public class OverviewPage {
    private static final double KILOBYTE = 1_000.0;
    private static final double MEGABYTE = 1_000_000.0;

    private final Catalogue catalogue;
    private final PriceHistory prices;
    private final CardSearch search;
    private final AdminGuard guard;
    private final Exchange exchange;
    private List<Figure> ofCatalogue = List.of();
    private List<Figure> ofIndex = List.of();
    private List<Figure> structures = List.of();
    private String problem = "";

    /** A figure and its name. */
    public static final class Figure {
        private final String name;
        private final String value;

        Figure(String name, String value) {
            this.name = requireNonNull(name, "name is null");
            this.value = requireNonNull(value, "value is null");
        }

        public String getName() {
            return name;
        }

        public String getValue() {
            return value;
        }
    }

    @Inject
    public OverviewPage(
            Catalogue catalogue, PriceHistory prices, CardSearch search, AdminGuard guard, Exchange exchange) {
        this.catalogue = requireNonNull(catalogue, "catalogue is null");
        this.prices = requireNonNull(prices, "prices is null");
        this.search = requireNonNull(search, "search is null");
        this.guard = requireNonNull(guard, "guard is null");
        this.exchange = requireNonNull(exchange, "exchange is null");
    }

    /** For the container's proxy. */
    protected OverviewPage() {
        catalogue = null;
        prices = null;
        search = null;
        guard = null;
        exchange = null;
    }

    /** Shows the page to admins only. */
    public void load() {
        if (guard.refuses()) {
            return;
        }
        IndexReport index = search.index();
        ofIndex = List.of(
                new Figure("Catalogue version", Long.toString(index.version())),
                new Figure("Cards", number(index.cards())),
                new Figure("Printings", number(index.printings())),
                new Figure("Built in", Moments.between(Instant.EPOCH, Instant.EPOCH.plus(index.buildTime()))));
        structures = new ArrayList<>();
        index.bytes().forEach((name, bytes) -> structures.add(new Figure(name, megabytes(bytes))));
        try {
            CatalogueState state = catalogue.state();
            Optional<LocalDate> day = prices.newestDay();
            ofCatalogue = List.of(
                    new Figure("Version", Long.toString(state.version())),
                    new Figure("Cards", number(state.cards())),
                    new Figure("Sets", number(state.sets())),
                    new Figure("Source", state.source().isEmpty() ? "none yet" : state.source()),
                    new Figure("Imported (UTC)", state.importedAt() == null ? "never" : Moments.of(state.importedAt())),
                    new Figure("Newest prices", day.map(LocalDate::toString).orElse("none")));
        } catch (DatabaseUnavailable e) {
            exchange.status(503);
            problem = "The database does not answer at the moment; what is in memory is shown.";
        }
    }

    private static String number(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    private static String megabytes(long bytes) {
        return bytes < MEGABYTE / 10
                ? String.format(Locale.ENGLISH, "%,.1f kB", bytes / KILOBYTE)
                : String.format(Locale.ENGLISH, "%,.1f MB", bytes / MEGABYTE);
    }

    public List<Figure> getCatalogue() {
        return ofCatalogue;
    }

    public List<Figure> getIndex() {
        return ofIndex;
    }

    /** What the index is made of, and how large that is. */
    public List<Figure> getStructures() {
        return structures;
    }

    public String getProblem() {
        return problem;
    }
}
