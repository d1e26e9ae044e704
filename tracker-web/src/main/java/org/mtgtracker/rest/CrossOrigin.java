package org.mtgtracker.rest;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * Which pages of other origins may use the API in a browser (the Fetch standard's CORS): those that
 * {@code tracker.http.cors-origins} names, {@code *} for all; none where it is not set. Cookies are never let in: the
 * API looks at none.
 */
@ApplicationScoped
public class CrossOrigin {
    static final String SETTING = "tracker.http.cors-origins";

    private static final Logger LOG = Logger.getLogger(CrossOrigin.class.getName());
    private static final String ANY = "*";
    private static final Pattern ORIGIN = Pattern.compile("https?://[a-z0-9.\\-\\[\\]:]+");
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
    private static final String TAKEN = "Authorization, Content-Type, X-API-Key, X-Request-Id, If-Match, If-None-Match,"
            + " Idempotency-Key, traceparent";
    private static final String SHOWN = "ETag, Link, Location, Retry-After, RateLimit, RateLimit-Policy, X-Request-Id,"
            + " Deprecation, Sunset, Idempotency-Replayed, WWW-Authenticate, Allow";
    private static final String SECONDS_KEPT = "600";

    private final Set<String> origins;

    @Inject
    public CrossOrigin(Config config) {
        this(config.getOptionalValue(SETTING, String.class).orElse(""));
    }

    CrossOrigin(String setting) {
        Set<String> named = new TreeSet<>();
        for (String word : setting.strip().split("[,\\s]+")) {
            if (word.equals(ANY) || ORIGIN.matcher(word).matches()) {
                named.add(word);
            } else if (!word.isEmpty()) {
                LOG.severe(() -> SETTING + " has \"" + word
                        + "\"; allowed are origins such as https://cards.example:8443, or *. It is left out.");
            }
        }
        origins = Set.copyOf(named);
    }

    /** For the container's proxy. */
    protected CrossOrigin() {
        origins = Set.of();
    }

    /** Whether a browser asks if it may ask. */
    boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS")
                && request.getHeader("Access-Control-Request-Method") != null
                && isAllowed(request.getHeader("Origin"));
    }

    /** What the answer to a request says of origins; nothing where no other origin is allowed. */
    Map<String, String> headers(HttpServletRequest request) {
        if (origins.isEmpty()) {
            return Map.of();
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Vary", RequestFilter.VARY + ", Origin");
        if (isAllowed(requireNonNull(request, "request is null").getHeader("Origin"))) {
            headers.put("Access-Control-Allow-Origin", origins.contains(ANY) ? ANY : request.getHeader("Origin"));
            if (isPreflight(request)) {
                headers.put("Access-Control-Allow-Methods", METHODS);
                headers.put("Access-Control-Allow-Headers", TAKEN);
                headers.put("Access-Control-Max-Age", SECONDS_KEPT);
            } else {
                headers.put("Access-Control-Expose-Headers", SHOWN);
            }
        }
        return headers;
    }

    private boolean isAllowed(String origin) {
        return origin != null && (origins.contains(ANY) || origins.contains(origin));
    }
}
