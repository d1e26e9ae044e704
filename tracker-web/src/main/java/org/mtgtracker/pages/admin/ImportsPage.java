package org.mtgtracker.pages.admin;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mtgtracker.catalog.boundary.ImportRunning;
import org.mtgtracker.catalog.boundary.Imports;
import org.mtgtracker.catalog.boundary.UnusableSource;
import org.mtgtracker.identity.boundary.Act;
import org.mtgtracker.pages.site.Exchange;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.rest.identity.Asked;

/** The imports of the catalogue, for admins: {@code /admin/imports}. */
@Named
@RequestScoped
public class ImportsPage {
    private static final int RUNS_SHOWN = 20;

    private static final Shown NOTHING = new Shown(Optional.empty(), List.of());

    private final Imports imports;
    private final Asked asked;
    private final AdminGuard guard;
    private final Exchange exchange;
    private String source = "";
    private Shown shown;

    /** What the page shows of the imports, all of one moment. */
    private record Shown(Optional<ImportRunView> running, List<ImportRunView> newest) {}

    @Inject
    public ImportsPage(Imports imports, Asked asked, AdminGuard guard, Exchange exchange) {
        this.imports = requireNonNull(imports, "imports is null");
        this.asked = requireNonNull(asked, "asked is null");
        this.guard = requireNonNull(guard, "guard is null");
        this.exchange = requireNonNull(exchange, "exchange is null");
    }

    /** For the container's proxy. */
    protected ImportsPage() {
        imports = null;
        asked = null;
        guard = null;
        exchange = null;
    }

    /** Shows the page to admins only. */
    public void load() {
        guard.refuses();
    }

    /** Starts an import of what was typed, and shows it running; what cannot be started is said and kept. */
    public void start() {
        if (guard.refuses()) {
            return;
        }
        try {
            asked.note(Act.IMPORT_ASKED, Asked.source(source));
            imports.start(source, Optional.empty());
            // see the page by a GET, so that loading it again starts nothing
            exchange.redirect("/admin/imports");
        } catch (ImportRunning | UnusableSource e) {
            guard.say(e.getMessage());
        } catch (DatabaseUnavailable e) {
            guard.say(e);
        }
    }

    /** Read when it is first asked for: a form that is shown again because of what was typed has no load before. */
    private Shown shown() {
        if (shown == null) {
            shown = guard.isAdmin() ? read() : NOTHING;
        }
        return shown;
    }

    private Shown read() {
        try {
            Instant now = Instant.now();
            return new Shown(
                    imports.running().map(run -> ImportRunView.of(run, now)),
                    imports.newest(RUNS_SHOWN).stream()
                            .map(run -> ImportRunView.of(run, now))
                            .toList());
        } catch (DatabaseUnavailable e) {
            exchange.status(503);
            return NOTHING;
        }
    }

    /** The newest runs, the newest first. */
    public List<ImportRunView> getRuns() {
        return shown().newest();
    }

    /** The run that goes on now; null when none does. */
    public ImportRunView getRunning() {
        return shown().running().orElse(null);
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source == null ? "" : source.strip();
    }
}
