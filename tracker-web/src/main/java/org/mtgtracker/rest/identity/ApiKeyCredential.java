package org.mtgtracker.rest.identity;

import static java.util.Objects.requireNonNull;

import jakarta.security.enterprise.credential.Credential;

/** An API key as a request presents it. */
public final class ApiKeyCredential implements Credential {
    private final String key;

    public ApiKeyCredential(String key) {
        this.key = requireNonNull(key, "key is null");
    }

    String key() {
        return key;
    }
}
