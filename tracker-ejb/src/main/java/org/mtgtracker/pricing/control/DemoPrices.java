package org.mtgtracker.pricing.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mtgtracker.catalog.boundary.CatalogueImported;
import org.mtgtracker.jobs.boundary.Background;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.SchemaReady;
import org.mtgtracker.persistence.boundary.Workload;
import org.mtgtracker.pricing.boundary.PriceFiles;
import org.mtgtracker.pricing.boundary.PriceLoad;
import org.mtgtracker.values.boundary.Sha256;

/**
 * Gives the demo catalogue its price history, once: when it was imported, or at the next start when the server stopped
 * in between.
 */
@ApplicationScoped
public class DemoPrices {
    private static final Logger LOG = Logger.getLogger(DemoPrices.class.getName());
    private static final String DEMO = "demo";

    private static final String SOURCE = "SELECT source FROM catalogue WHERE id = 1";

    private final Optional<Path> file;
    private final PriceFiles files;
    private final PriceLoads loads;
    private final Rows rows;
    private final Executor background;

    @Inject
    public DemoPrices(
            @ConfigProperty(name = "tracker.demo.prices") Optional<String> file,
            PriceFiles files,
            PriceLoads loads,
            @On(Workload.BULK) Rows rows,
            @Background Executor background) {
        this.file = file.map(Path::of);
        this.files = requireNonNull(files, "files is null");
        this.loads = requireNonNull(loads, "loads is null");
        this.rows = requireNonNull(rows, "rows is null");
        this.background = requireNonNull(background, "background is null");
    }

    protected DemoPrices() {
        this.file = Optional.empty();
        this.files = null;
        this.loads = null;
        this.rows = null;
        this.background = null;
    }

    public void imported(@Observes CatalogueImported event) {
        if (file.isPresent() && event.source().equals(DEMO)) {
            background.execute(this::load);
        }
    }

    public void started(@Observes SchemaReady event) {
        if (file.isPresent()) {
            background.execute(this::loadForDemo);
        }
    }

    private void loadForDemo() {
        try {
            if (DEMO.equals(rows.write(connection -> {
                try (PreparedStatement select = connection.prepareStatement(SOURCE);
                        ResultSet row = select.executeQuery()) {
                    row.next();
                    return row.getString(1);
                }
            }))) {
                load();
            }
        } catch (DatabaseUnavailable e) {
            LOG.warning(() -> "The demo's prices were not looked after at this start: " + e.getMessage());
        }
    }

    /** One at a time: the start and an import may both ask for it. */
    private synchronized void load() {
        Path prices = file.orElseThrow();
        try {
            if (!loads.hasLoaded(DEMO, digest(prices))) {
                files.load(PriceLoad.Kind.PRICES, DEMO, prices);
            }
        } catch (IOException | DatabaseUnavailable e) {
            LOG.log(Level.WARNING, "The demo's price history was not loaded: {0}", e.getMessage());
        }
    }

    /** By content: the launcher may make the same file anew at every start. */
    private static String digest(Path path) throws IOException {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(path), Sha256.digest())) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        }
    }
}
