package org.mtgtracker.ratelimit.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.mtgtracker.ratelimit.boundary.Asker;
import org.mtgtracker.ratelimit.boundary.Limit;
import org.mtgtracker.ratelimit.boundary.Policy;
import org.mtgtracker.ratelimit.boundary.Tier;

/**
 * The settings {@code tracker.ratelimit.*}, {@code tracker.http.trusted-proxies} and {@code REDIS_URL}. One that cannot
 * be understood is named in the log with what is allowed, and counts as not set.
 */
@ApplicationScoped
public class LimitSettings {
    private static final Logger LOG = Logger.getLogger(LimitSettings.class.getName());
    private static final String PREFIX = "tracker.ratelimit.";
    private static final String OFF = "off";
    private static final int USUAL_ASKERS = 100_000;

    private static final Map<Policy, Map<Tier, String>> USUAL = Map.of(
            Policy.GENERAL,
            Map.of(
                    Tier.NAMELESS, "100/PT15M",
                    Tier.USER, "1000/PT15M",
                    Tier.API_CLIENT, "5000/PT15M",
                    Tier.ADMIN, "10000/PT15M"),
            Policy.SEARCH,
            Map.of(
                    Tier.NAMELESS, "30/PT1M",
                    Tier.USER, "120/PT1M",
                    Tier.API_CLIENT, "600/PT1M",
                    Tier.ADMIN, "1200/PT1M"));

    private final Function<String, Optional<String>> setting;
    private final Map<String, Optional<Limit>> limits = new ConcurrentHashMap<>();
    private final Map<String, Optional<Grant>> ofKeys = new ConcurrentHashMap<>();

    @Inject
    public LimitSettings(Config config) {
        this(name -> config.getOptionalValue(name, String.class));
    }

    public LimitSettings(Function<String, Optional<String>> setting) {
        this.setting = requireNonNull(setting, "setting is null");
    }

    /** For the container's proxy. */
    protected LimitSettings() {
        setting = null;
    }

    /** What an asker may do under a policy: by his API key where that is set, otherwise by his tier; empty for no end. */
    public Optional<Limit> limit(Policy policy, Asker asker) {
        Optional<Limit> usual = known(
                PREFIX + policy.word() + '.' + asker.tier().word(),
                USUAL.get(policy).get(asker.tier()));
        return asker.apiKey().isEmpty()
                ? usual
                : ofKey(PREFIX + policy.word() + ".key." + asker.apiKey())
                        .map(Grant::limit)
                        .orElse(usual);
    }

    private Optional<Limit> known(String name, String otherwise) {
        return limits.computeIfAbsent(
                name,
                key -> understood(key, LimitSettings::limitOrOff, Limit.FORM + ", or off", limitOrOff(otherwise)));
    }

    /** What is granted to one key by itself; looked up once, since a look into the settings costs more than a count. */
    private Optional<Grant> ofKey(String name) {
        return ofKeys.computeIfAbsent(
                name,
                key -> understood(
                        key,
                        text -> Optional.of(new Grant(limitOrOff(text))),
                        Limit.FORM + ", or off",
                        Optional.empty()));
    }

    private record Grant(Optional<Limit> limit) {}

    private static Optional<Limit> limitOrOff(String text) {
        return text.equalsIgnoreCase(OFF) ? Optional.empty() : Optional.of(Limit.parse(text));
    }

    /** How many askers are remembered by a pod. */
    long askers() {
        return understood(
                PREFIX + "askers",
                text -> {
                    long number = Long.parseLong(text);
                    if (number < 1000 || number > 10_000_000) {
                        throw new IllegalArgumentException(text);
                    }
                    return number;
                },
                "a whole number from 1000 to 10000000",
                (long) USUAL_ASKERS);
    }

    /** Where all pods count together; empty when each counts for itself. */
    Optional<URI> redis() {
        return understood(
                "REDIS_URL",
                text -> {
                    URI address = URI.create(text);
                    if (!text.matches("rediss?://.+")) {
                        throw new IllegalArgumentException(text);
                    }
                    return Optional.of(address);
                },
                "an address such as redis://host:6379",
                Optional.empty());
    }

    /** How long an answer of Redis is waited for. */
    Duration redisPatience() {
        return understood(
                PREFIX + "redis-wait",
                text -> {
                    Duration wait = Duration.parse(text);
                    if (wait.toMillis() < 1 || wait.compareTo(Duration.ofSeconds(5)) > 0) {
                        throw new IllegalArgumentException(text);
                    }
                    return wait;
                },
                "a time span from PT0.001S to PT5S",
                Duration.ofMillis(100));
    }

    /** Clients for whom no limits hold. */
    public AddressRanges trustedClients() {
        return ranges(PREFIX + "trusted-clients");
    }

    /** Proxies whose word on addresses is believed. */
    public AddressRanges trustedProxies() {
        return ranges("tracker.http.trusted-proxies");
    }

    /** The header in which those proxies name addresses. */
    public String forwardedHeader() {
        return understood(
                "tracker.http.forwarded-header",
                text -> {
                    if (text.equalsIgnoreCase(ForwardedFor.FORWARDED)) {
                        return ForwardedFor.FORWARDED;
                    }
                    if (text.equalsIgnoreCase(ForwardedFor.X_FORWARDED_FOR)) {
                        return ForwardedFor.X_FORWARDED_FOR;
                    }
                    throw new IllegalArgumentException(text);
                },
                "X-Forwarded-For or Forwarded",
                ForwardedFor.X_FORWARDED_FOR);
    }

    private AddressRanges ranges(String name) {
        return AddressRanges.of(
                text(name).orElse(""),
                word -> LOG.severe(() -> name + " has \"" + word
                        + "\"; allowed are addresses and ranges such as 10.0.0.0/8 or ::1. It is left out."));
    }

    private Optional<String> text(String name) {
        return setting.apply(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    private <T> T understood(String name, Function<String, T> reading, String allowed, T otherwise) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return reading.apply(text.get());
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            String said = name.equals("REDIS_URL") ? "not an address of Redis" : '"' + text.get() + '"';
            LOG.severe(() -> name + " is " + said + "; allowed is " + allowed + ". It counts as not set.");
            return otherwise;
        }
    }
}
