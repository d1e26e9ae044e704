package org.mtgtracker.ratelimit.boundary;

import static java.util.Objects.requireNonNull;

/**
 * Whose requests are counted together.
 *
 * @param name tells him from all others
 * @param apiKey the visible prefix of the API key that he came with; empty without one
 */
public record Asker(Tier tier, String name, String apiKey) {
    public Asker {
        requireNonNull(tier, "tier is null");
        requireNonNull(name, "name is null");
        requireNonNull(apiKey, "apiKey is null");
    }

    /** Somebody of whom only the address is known. */
    public static Asker at(String address) {
        return new Asker(Tier.NAMELESS, "at " + address, "");
    }

    /** A person who is signed in. */
    public static Asker called(String user, Tier tier) {
        return new Asker(tier, "user " + user, "");
    }

    /** Whoever has this API key. */
    public static Asker withKey(String prefix, Tier tier) {
        return new Asker(tier, "key " + prefix, prefix);
    }
}
