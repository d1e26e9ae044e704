package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Where the catalogue that is there came from.
 *
 * @param source of the last successful import; empty before the first
 * @param fingerprint of its content; empty when it is not known, or was read by a version that read other columns
 */
record Present(String source, String fingerprint) {
    private static final String SELECT = "SELECT source, fingerprint FROM catalogue WHERE id = 1";
    private static final String READER = ContentHash.READER + " ";

    Present {
        requireNonNull(source, "source is null");
        requireNonNull(fingerprint, "fingerprint is null");
    }

    static Present in(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT);
                ResultSet row = select.executeQuery()) {
            row.next();
            String stored = row.getString(2);
            return new Present(row.getString(1), stored.startsWith(READER) ? stored.substring(READER.length()) : "");
        }
    }

    /** A fingerprint as it is stored: with the version of what read the content. */
    static String stored(String fingerprint) {
        return fingerprint.isEmpty() ? "" : READER + fingerprint;
    }

    boolean isEmpty() {
        return source.isEmpty();
    }

    boolean isFrom(String other, Optional<String> otherFingerprint) {
        return source.equals(other) && otherFingerprint.map(fingerprint::equals).orElse(true);
    }
}
