package org.mtgtracker.pages.admin;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mtgtracker.pages.site.Exchange;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.pricing.boundary.PriceFiles;
import org.mtgtracker.pricing.boundary.PriceLoad;
import org.mtgtracker.pricing.boundary.PriceProblem;
import org.mtgtracker.pricing.boundary.UnusablePriceFile;

/**
 * Price files for admins: {@code /admin/price-files}, one of them with its problems with {@code file}. A file of the
 * admin's own is sent to {@link PriceFileUpload}, which comes back here with what became of it.
 */
@Named
@RequestScoped
public class PriceFilesPage {
    static final String PATH = "/admin/price-files";

    private static final int FILES_SHOWN = 20;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final PriceFiles files;
    private final AdminGuard guard;
    private final Exchange exchange;
    private String source = "";
    private String kind = PriceLoad.Kind.PRICES.name();
    private List<PriceLoadView> loads;

    @Inject
    public PriceFilesPage(PriceFiles files, AdminGuard guard, Exchange exchange) {
        this.files = requireNonNull(files, "files is null");
        this.guard = requireNonNull(guard, "guard is null");
        this.exchange = requireNonNull(exchange, "exchange is null");
    }

    /** For the container's proxy. */
    protected PriceFilesPage() {
        files = null;
        guard = null;
        exchange = null;
    }

    /** Shows the page to admins only. */
    public void load() {
        guard.refuses();
    }

    /** Starts to load the file of the path or address that was typed; what cannot be loaded is said and kept. */
    public void start() {
        if (guard.refuses()) {
            return;
        }
        try {
            PriceLoad load = files.start(kind(kind), source);
            // see the page by a GET, so that loading it again starts nothing
            exchange.redirect(PATH + "?file=" + load.id());
        } catch (UnusablePriceFile e) {
            guard.say(e.getMessage());
        } catch (DatabaseUnavailable e) {
            guard.say(e);
        }
    }

    /** The kind of this name; prices for anything else. */
    static PriceLoad.Kind kind(String name) {
        return PriceLoad.Kind.CORRECTION.name().equals(name) ? PriceLoad.Kind.CORRECTION : PriceLoad.Kind.PRICES;
    }

    /** The newest files, the newest first. */
    public List<PriceLoadView> getLoads() {
        if (loads == null) {
            loads = guard.isAdmin() ? read() : List.of();
        }
        return loads;
    }

    private List<PriceLoadView> read() {
        try {
            Instant now = Instant.now();
            return files.newest(FILES_SHOWN).stream()
                    .map(load -> new PriceLoadView(load, now))
                    .toList();
        } catch (DatabaseUnavailable e) {
            exchange.status(503);
            return List.of();
        }
    }

    /** The numbers of the files that are being read now, as the page's script hears of them. */
    public String getBusy() {
        return String.join(
                " ",
                getLoads().stream()
                        .filter(PriceLoadView::isRunning)
                        .map(load -> Long.toString(load.getId()))
                        .toList());
    }

    /** The file that the address names; null when it names none that there is. */
    public PriceLoadView getFile() {
        Optional<Long> number = exchange.parameter("file")
                .filter(text -> NUMBER.matcher(text).matches())
                .map(Long::valueOf);
        if (number.isEmpty() || !guard.isAdmin()) {
            return null;
        }
        return getLoads().stream()
                .filter(load -> load.getId() == number.get())
                .findFirst()
                .or(() -> found(number.get()))
                .orElse(null);
    }

    private Optional<PriceLoadView> found(long number) {
        try {
            return files.find(number).map(load -> new PriceLoadView(load, Instant.now()));
        } catch (DatabaseUnavailable e) {
            return Optional.empty();
        }
    }

    /** The first lines of that file that were left out. */
    public List<PriceProblem> getProblems() {
        try {
            PriceLoadView file = getFile();
            return file == null ? List.of() : files.problems(file.getId());
        } catch (DatabaseUnavailable e) {
            return List.of();
        }
    }

    /** Why a file that was sent has not been taken; empty when it has, or none was sent. */
    public String getProblem() {
        return exchange.parameter("problem")
                .flatMap(PriceFileUpload.Refusal::of)
                .map(PriceFileUpload.Refusal::sentence)
                .orElse("");
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source == null ? "" : source.strip();
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind(kind).name();
    }

    /** True when the file that could not be taken was to be a correction, which the form keeps. */
    public boolean isCorrection() {
        return kind(exchange.parameter("kind").orElse("")) == PriceLoad.Kind.CORRECTION;
    }
}
