package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

/**
 * A key that was just made.
 *
 * @param text the whole key, told this once
 */
public record MadeApiKey(ApiKeyInfo info, String text) {
    public MadeApiKey {
        requireNonNull(info, "info is null");
        requireNonNull(text, "text is null");
    }

    /** Without the secret, so that no log ever has it. */
    @Override
    public String toString() {
        return "MadeApiKey[prefix=" + info.prefix() + "]";
    }
}
