package org.mtgtracker.rest;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;

/**
 * How the first version of the API takes its leave: since when it is deprecated (RFC 9745), when it will be gone (RFC
 * 8594), and what comes after it. The settings are {@code tracker.api.v1.deprecated}, {@code .sunset} and
 * {@code .successor}; {@code off} sends none.
 */
@ApplicationScoped
public class VersionLife {
    private static final Logger LOG = Logger.getLogger(VersionLife.class.getName());
    private static final String V1 = "/api/v1";
    private static final String SETTINGS = "tracker.api.v1.";
    private static final String OFF = "off";

    /** What the baseline's clients ask for without a version. */
    private static final Set<String> BASELINE = Set.of("/api/search", "/api/users");

    private final Map<String, String> headers = new LinkedHashMap<>();

    @Inject
    public VersionLife(Config config) {
        this(name -> config.getOptionalValue(name, String.class));
    }

    VersionLife(Function<String, Optional<String>> setting) {
        requireNonNull(setting, "setting is null");
        day(setting, "deprecated", "2026-01-01")
                .ifPresent(day -> headers.put(
                        "Deprecation", "@" + day.atStartOfDay(ZoneOffset.UTC).toEpochSecond()));
        day(setting, "sunset", "2027-12-31")
                .ifPresent(day -> headers.put(
                        "Sunset",
                        DateTimeFormatter.RFC_1123_DATE_TIME
                                .withLocale(Locale.ROOT)
                                .format(day.atStartOfDay(ZoneOffset.UTC))
                                .replace("Z", "GMT")));
        String successor = text(setting, "successor").orElse("/api/v2");
        if (!successor.equalsIgnoreCase(OFF)) {
            headers.put("Link", "<" + successor.replaceAll("[<>\\s]", "") + ">; rel=\"successor-version\"");
        }
    }

    /** For the container's proxy. */
    protected VersionLife() {}

    /** What an answer of this path says of its version. */
    Map<String, String> headers(String path) {
        return path.equals(V1) || path.startsWith(V1 + "/") || versioned(path).isPresent() ? headers : Map.of();
    }

    /** Where a path of the baseline is now; empty for any other. */
    static Optional<String> versioned(String path) {
        return BASELINE.stream()
                .filter(known -> path.equals(known) || path.startsWith(known + "/"))
                .findFirst()
                .map(known -> V1 + path.substring("/api".length()));
    }

    private static Optional<LocalDate> day(Function<String, Optional<String>> setting, String name, String otherwise) {
        String text = text(setting, name).orElse(otherwise);
        if (text.equalsIgnoreCase(OFF)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            LOG.severe(() -> SETTINGS + name + " is \"" + text
                    + "\"; allowed is a day such as 2027-12-31, or off. It stays: " + otherwise + ".");
            return Optional.of(LocalDate.parse(otherwise));
        }
    }

    private static Optional<String> text(Function<String, Optional<String>> setting, String name) {
        return setting.apply(SETTINGS + name).map(String::strip).filter(value -> !value.isEmpty());
    }
}
