package org.mtgtracker.idempotency.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.mtgtracker.idempotency.control.AnswerRows;
import org.mtgtracker.idempotency.control.AnswerSettings;
import org.mtgtracker.values.boundary.Sha256;

/**
 * Tells the first of several equal requests from the others. An answer is kept for a while, a day unless it is set
 * otherwise. A request that never came to an end, because its server died, is taken for lost after five minutes; whether
 * it did anything nobody knows then, and the next one is done.
 */
@ApplicationScoped
public class RepeatedRequests {
    private final AnswerRows rows;
    private final Duration kept;

    @Inject
    public RepeatedRequests(AnswerRows rows, AnswerSettings settings) {
        this.rows = requireNonNull(rows, "rows is null");
        this.kept = requireNonNull(settings, "settings is null").kept();
    }

    /** For the container's proxy. */
    protected RepeatedRequests() {
        rows = null;
        kept = null;
    }

    /**
     * Begins a request, unless it was begun before.
     *
     * @param fingerprint what was asked: equal for equal requests, of 32 bytes
     * @throws org.mtgtracker.persistence.boundary.DatabaseUnavailable when the primary does not answer
     */
    public Claim claim(Claim.Id id, byte[] fingerprint) {
        UUID holder = UUID.randomUUID();
        return rows.claimed(hashed(id), fingerprint, holder, kept)
                ? new Claim.First(id, holder)
                : rows.known(hashed(id), fingerprint);
    }

    /** Remembers what was answered to the first request. */
    public void done(Claim.First first, KeptAnswer answer) {
        rows.keep(hashed(first.id()), first.holder(), answer);
    }

    /** Forgets the first request: it did nothing, and may be tried again. */
    public void undone(Claim.First first) {
        rows.forget(hashed(first.id()), first.holder());
    }

    private static byte[] hashed(Claim.Id id) {
        return Sha256.digest(id.asker()).digest(id.key().getBytes(UTF_8));
    }
}
