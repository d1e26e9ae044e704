package org.mtgtracker.pricing.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.boundary.Workload;
import org.mtgtracker.pricing.boundary.PriceState;

/** What the newest day's prices are like; read from the database only when the prices have changed. */
@ApplicationScoped
public class PriceFigures {
    private static final String CARDS = "SELECT COUNT(*) FROM card_price WHERE day = ? AND " + Sql.PRICED;

    private final Rows rows;
    private volatile Figures known = new Figures(-1, Optional.empty(), 0);

    @Inject
    public PriceFigures(@On(Workload.SEARCH) Rows rows) {
        this.rows = requireNonNull(rows, "rows is null");
    }

    protected PriceFigures() {
        rows = null;
    }

    /**
     * Figures of one version of the prices.
     *
     * @param newestDay empty while there are no prices
     * @param cards how many cards are priced on it
     */
    record Figures(long version, Optional<LocalDate> newestDay, int cards) {}

    Figures known() {
        return known;
    }

    /** Looks whether they are others now. */
    void refresh() {
        long before = known.version();
        known = rows.read(connection -> {
            long version = PriceState.version(connection);
            return version == before ? known : read(connection, version);
        });
    }

    private static Figures read(Connection connection, long version) throws SQLException {
        Optional<LocalDate> newest = PriceState.newestDay(connection);
        if (newest.isEmpty()) {
            return new Figures(version, newest, 0);
        }
        try (PreparedStatement select = connection.prepareStatement(CARDS)) {
            select.setDate(1, Date.valueOf(newest.get()));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Figures(version, newest, row.getInt(1));
            }
        }
    }
}
