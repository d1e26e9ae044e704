package org.mtgtracker.jobs.control;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The rows that say who does which job. Whoever locks both of a job's rows locks the lease first; renewing needs the
 * beat alone, so that it never waits for a transaction of the run.
 */
final class LeaseRows {
    private static final int LOCK_WAIT_TIMEOUT = 1205; // what MariaDB says to NOWAIT
    private static final int LOCK_NOWAIT = 3572; // what MySQL says to it

    private static final String KNOW_LEASE = """
            INSERT INTO job_lease (name, generation, owner, settled_at) VALUES (?, 0, '', UTC_TIMESTAMP(3))
            ON DUPLICATE KEY UPDATE name = VALUES(name)
            """;

    private static final String KNOW_BEAT = """
            INSERT INTO job_beat (name, generation, until_ts) VALUES (?, 0, UTC_TIMESTAMP(3))
            ON DUPLICATE KEY UPDATE name = VALUES(name)
            """;

    private static final String ALL = """
            SELECT l.name, l.generation, l.owner, l.settled_at, b.until_ts <= UTC_TIMESTAMP(3)
            FROM job_lease l JOIN job_beat b ON b.name = l.name
            """;

    private static final String LOCK_LEASE =
            "SELECT generation, owner, settled_at FROM job_lease WHERE name = ? FOR UPDATE";

    private static final String LOCK_BEAT =
            "SELECT until_ts <= UTC_TIMESTAMP(3) FROM job_beat WHERE name = ? FOR UPDATE";

    private static final String TAKE = "UPDATE job_lease SET generation = ?, owner = ?, settled_at = ? WHERE name = ?";

    private static final String TAKE_BEAT = """
            UPDATE job_beat SET generation = ?, until_ts = UTC_TIMESTAMP(3) + INTERVAL ? MICROSECOND WHERE name = ?
            """;

    private static final String RENEW = """
            UPDATE job_beat SET until_ts = UTC_TIMESTAMP(3) + INTERVAL ? MICROSECOND WHERE name = ? AND generation = ?
            """;

    private static final String GIVE_BACK = "UPDATE job_lease SET owner = '' WHERE name = ?";

    private final Duration length;

    LeaseRows(Duration length) {
        this.length = requireNonNull(length, "length is null");
    }

    /** Makes the rows of jobs that were never seen before. What was due before this moment is not theirs to catch up. */
    void know(Connection connection, Collection<String> names) throws SQLException {
        for (String sql : new String[] {KNOW_LEASE, KNOW_BEAT}) {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                for (String name : names) {
                    insert.setString(1, name);
                    insert.executeUpdate();
                }
            }
        }
    }

    /** How it stands with every job that was ever seen, by name. */
    Map<String, Standing> all(Connection connection) throws SQLException {
        Map<String, Standing> standings = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(ALL);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                standings.put(
                        row.getString(1),
                        new Standing(row.getLong(2), row.getString(3), row.getBoolean(5), Sql.instant(row, 4)));
            }
        }
        return standings;
    }

    /**
     * Locks a job's rows until the end of the transaction, unless its lease is held. The transaction has read nothing
     * before: what it reads after this is as new as what it has locked.
     *
     * @param seen how it stood a moment ago: only a lease that was free then is waited for
     * @return empty when somebody runs it; also when its owner is silent, but a transaction of his is still open
     */
    Optional<Standing> lockUnlessHeld(Connection connection, String name, Standing seen) throws SQLException {
        String sql = seen.isFree() ? LOCK_LEASE : LOCK_LEASE + " NOWAIT";
        try (PreparedStatement lease = connection.prepareStatement(sql)) {
            lease.setString(1, name);
            try (ResultSet row = lease.executeQuery()) {
                row.next();
                Standing locked = new Standing(
                        row.getLong(1), row.getString(2), isExpired(connection, name), Sql.instant(row, 3));
                return locked.isHeld() ? Optional.empty() : Optional.of(locked);
            }
        } catch (SQLException e) {
            if (e.getErrorCode() == LOCK_WAIT_TIMEOUT || e.getErrorCode() == LOCK_NOWAIT) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static boolean isExpired(Connection connection, String name) throws SQLException {
        try (PreparedStatement beat = connection.prepareStatement(LOCK_BEAT)) {
            beat.setString(1, name);
            try (ResultSet row = beat.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /** Takes the lease whose rows the transaction has locked. */
    void take(Connection connection, String name, long generation, String owner, Instant settledAt)
            throws SQLException {
        try (PreparedStatement lease = connection.prepareStatement(TAKE);
                PreparedStatement beat = connection.prepareStatement(TAKE_BEAT)) {
            lease.setLong(1, generation);
            lease.setString(2, owner);
            lease.setObject(3, Sql.utc(settledAt));
            lease.setString(4, name);
            lease.executeUpdate();
            beat.setLong(1, generation);
            beat.setLong(2, micros(length));
            beat.setString(3, name);
            beat.executeUpdate();
        }
    }

    /** Makes the lease last its length from now on; false when it was taken by another run. */
    boolean renew(Connection connection, String name, long generation) throws SQLException {
        return lasts(connection, name, generation, length);
    }

    /** Lets the lease end at once, so that another server need not wait for it. */
    void expire(Connection connection, String name, long generation) throws SQLException {
        lasts(connection, name, generation, Duration.ZERO);
    }

    private static boolean lasts(Connection connection, String name, long generation, Duration time)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(RENEW)) {
            update.setLong(1, micros(time));
            update.setString(2, name);
            update.setLong(3, generation);
            return update.executeUpdate() == 1;
        }
    }

    /** Gives the lease back; only after a check in the same transaction. */
    void giveBack(Connection connection, String name) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(GIVE_BACK)) {
            update.setString(1, name);
            update.executeUpdate();
        }
    }

    private static long micros(Duration time) {
        return time.toNanos() / 1000;
    }
}
