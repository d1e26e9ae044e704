package org.mtgtracker.idempotency.control;

import static java.util.Objects.requireNonNull;
import static org.mtgtracker.persistence.boundary.Workload.BULK;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.mtgtracker.idempotency.boundary.Claim;
import org.mtgtracker.idempotency.boundary.KeptAnswer;
import org.mtgtracker.persistence.boundary.On;
import org.mtgtracker.persistence.boundary.Rows;
import org.mtgtracker.persistence.entity.UuidBytes;

/** The table {@code idempotency}. */
@ApplicationScoped
public class AnswerRows {
    private static final int SECONDS_HELD = 300;

    /** Every so many claims, some rows that nobody needs any more are swept out. */
    private static final int SWEPT_EVERY = 20;

    private static final String BEGIN = """
            insert ignore into idempotency (id, fingerprint, holder, held_until, expires_at)
            values (?, ?, ?, now(3) + interval ? second, now(3) + interval ? second)""";

    private static final String TAKE_OVER = """
            update idempotency
            set fingerprint = ?, holder = ?, held_until = now(3) + interval ? second,
                expires_at = now(3) + interval ? second,
                status = null, content_type = null, location = null, etag = null, body = null
            where id = ? and (expires_at <= now(3)
                or (status is null and held_until <= now(3) and fingerprint = ?))""";

    private static final String KNOWN =
            "select fingerprint, status, content_type, location, etag, body from idempotency where id = ?";

    private static final String KEEP = """
            update idempotency set status = ?, content_type = ?, location = ?, etag = ?, body = ?
            where id = ? and holder = ? and status is null""";

    private static final String FORGET = "delete from idempotency where id = ? and holder = ? and status is null";

    private static final String SWEEP = "delete from idempotency where expires_at <= now(3) limit 200";

    private final Rows rows;

    @Inject
    public AnswerRows(@On(BULK) Rows rows) {
        this.rows = requireNonNull(rows, "rows is null");
    }

    /** For the container's proxy. */
    protected AnswerRows() {
        rows = null;
    }

    /** Makes a row, or takes over one that is expired or lost; false when somebody else has it. */
    public boolean claimed(byte[] id, byte[] fingerprint, UUID holder, Duration kept) {
        if (ThreadLocalRandom.current().nextInt(SWEPT_EVERY) == 0) {
            rows.write(connection -> update(connection, SWEEP));
        }
        byte[] own = UuidBytes.bytes(holder);
        long seconds = kept.toSeconds();
        // in two transactions: one that holds a duplicate's lock and wants more deadlocks with its like
        return rows.write(connection -> update(connection, BEGIN, id, fingerprint, own, SECONDS_HELD, seconds)) == 1
                || rows.write(connection ->
                                update(connection, TAKE_OVER, fingerprint, own, SECONDS_HELD, seconds, id, fingerprint))
                        == 1;
    }

    /** What is known of a request that somebody else has begun. */
    public Claim known(byte[] id, byte[] fingerprint) {
        return rows.write(connection -> {
            try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
                select.setBytes(1, id);
                try (ResultSet row = select.executeQuery()) {
                    // gone in this very moment: the next try is the first
                    return row.next() ? claim(row, fingerprint) : new Claim.AtWork();
                }
            }
        });
    }

    private static Claim claim(ResultSet row, byte[] fingerprint) throws SQLException {
        if (!Arrays.equals(row.getBytes("fingerprint"), fingerprint)) {
            return new Claim.Different();
        }
        int status = row.getInt("status");
        if (row.wasNull()) {
            return new Claim.AtWork();
        }
        return new Claim.Done(new KeptAnswer(
                status,
                row.getString("content_type"),
                row.getString("location"),
                row.getString("etag"),
                row.getBytes("body")));
    }

    public void keep(byte[] id, UUID holder, KeptAnswer answer) {
        rows.write(connection -> update(
                connection,
                KEEP,
                answer.status(),
                answer.contentType().orElse(null),
                answer.location().orElse(null),
                answer.entityTag().orElse(null),
                answer.body(),
                id,
                UuidBytes.bytes(holder)));
    }

    public void forget(byte[] id, UUID holder) {
        rows.write(connection -> update(connection, FORGET, id, UuidBytes.bytes(holder)));
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int at = 0; at < values.length; at++) {
                update.setObject(at + 1, values[at]);
            }
            return update.executeUpdate();
        }
    }
}
