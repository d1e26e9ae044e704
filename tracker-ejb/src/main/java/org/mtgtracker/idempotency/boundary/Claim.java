package org.mtgtracker.idempotency.boundary;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** What is known of a request that carries a key. */
public sealed interface Claim {
    /**
     * It is the first, and may be done.
     *
     * @param holder proves that it is still this one that works on it
     */
    record First(Id id, UUID holder) implements Claim {
        public First {
            requireNonNull(id, "id is null");
            requireNonNull(holder, "holder is null");
        }
    }

    /** It was done before, with this answer. */
    record Done(KeptAnswer answer) implements Claim {
        public Done {
            requireNonNull(answer, "answer is null");
        }
    }

    /** It is being done at this moment. */
    record AtWork() implements Claim {}

    /** Another request had this key before. */
    record Different() implements Claim {}

    /** Stands for an asker and his key. */
    record Id(String asker, String key) {
        public Id {
            requireNonNull(asker, "asker is null");
            requireNonNull(key, "key is null");
        }
    }
}
