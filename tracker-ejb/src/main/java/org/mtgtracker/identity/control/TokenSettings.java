package org.mtgtracker.identity.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who signs access tokens, for whom, and with which keys. */
@ApplicationScoped
public class TokenSettings {
    private static final int MOST_DAYS = 3650;

    private final String issuer;
    private final String audience;
    private final Optional<Path> keys;
    private final Duration keyAge;

    /**
     * The settings as they are named in the configuration.
     *
     * @param issuer the claim iss
     * @param audience the claim aud
     * @param keys a folder of private keys, PKCS#8 in PEM files; without it the key is made up by each start
     * @param days after how long a key that was made here is replaced
     */
    @Inject
    public TokenSettings(
            @ConfigProperty(name = "tracker.jwt.issuer", defaultValue = "mtg-tracker") String issuer,
            @ConfigProperty(name = "tracker.jwt.audience", defaultValue = "mtg-tracker-api") String audience,
            @ConfigProperty(name = "tracker.jwt.keys") Optional<String> keys,
            @ConfigProperty(name = "tracker.jwt.rotate-days", defaultValue = "30") int days) {
        this.issuer = requireNonNull(issuer, "issuer is null");
        this.audience = requireNonNull(audience, "audience is null");
        this.keys = requireNonNull(keys, "keys is null")
                .filter(text -> !text.isBlank())
                .map(Path::of);
        this.keyAge = Duration.ofDays(Math.min(Math.max(days, 1), MOST_DAYS));
    }

    /** For the container's proxy. */
    protected TokenSettings() {
        issuer = null;
        audience = null;
        keys = Optional.empty();
        keyAge = null;
    }

    String issuer() {
        return issuer;
    }

    String audience() {
        return audience;
    }

    Optional<Path> keys() {
        return keys;
    }

    Duration keyAge() {
        return keyAge;
    }
}
