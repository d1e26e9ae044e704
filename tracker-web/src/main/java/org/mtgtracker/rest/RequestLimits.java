package org.mtgtracker.rest;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mtgtracker.identity.boundary.Caller;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.ratelimit.boundary.Asker;
import org.mtgtracker.ratelimit.boundary.ClientAddresses;
import org.mtgtracker.ratelimit.boundary.Policy;
import org.mtgtracker.ratelimit.boundary.RateLimits;
import org.mtgtracker.ratelimit.boundary.Tier;
import org.mtgtracker.ratelimit.boundary.Verdict;
import org.mtgtracker.rest.identity.CurrentCaller;

/** Counts requests to the API, by who sends them, and says in headers what is left. */
@ApplicationScoped
public class RequestLimits {
    private static final String API_KEY = "X-API-Key";
    private static final List<Policy> LOOK = List.of(Policy.GENERAL);
    private static final List<Policy> SEARCH = List.of(Policy.GENERAL, Policy.SEARCH);

    private static final Set<String> SEARCHES = Set.of(
            "/api/v2/cards",
            "/api/v2/cards/named",
            "/api/v2/cards/random",
            "/api/v2/cards/collection",
            "/api/v1/search",
            "/api/v1/search/lowest-price",
            "/api/search",
            "/api/search/lowest-price");

    private final RateLimits limits;
    private final ClientAddresses addresses;

    @Inject
    public RequestLimits(RateLimits limits, ClientAddresses addresses) {
        this.limits = requireNonNull(limits, "limits is null");
        this.addresses = requireNonNull(addresses, "addresses is null");
    }

    /** For the container's proxy. */
    protected RequestLimits() {
        limits = null;
        addresses = null;
    }

    /**
     * What became of a request.
     *
     * @param headers what its answer says of the limits (draft-ietf-httpapi-ratelimit-headers-10)
     * @param problem why it is refused; empty when it is not
     */
    record Count(Map<String, String> headers, Optional<Problem> problem) {}

    Count count(HttpServletRequest request) {
        String address = ClientAddress.of(request, addresses);
        Verdict verdict = isLauncher(request) || addresses.isTrusted(address)
                ? Verdict.UNLIMITED
                : limits.count(asker(request, address), isSearch(Routes.path(request)) ? SEARCH : LOOK);
        return new Count(headers(verdict), verdict.exhausted().map(RequestLimits::problem));
    }

    /** The launcher waits for cards in this same process, and asks more often than anybody may. */
    private static boolean isLauncher(HttpServletRequest request) {
        String pass = request.getHeader("X-Tracker-Launcher");
        return pass != null && pass.equals(System.getProperty("tracker.launcher.pass"));
    }

    private Asker asker(HttpServletRequest request, String address) {
        Optional<Caller> caller = CurrentCaller.noted(request);
        if (caller.isEmpty()) {
            return Asker.at(addresses.counted(address));
        }
        String key = request.getHeader(API_KEY);
        Tier tier = tier(caller.get());
        return key == null ? Asker.called(caller.get().name(), tier) : Asker.withKey(prefix(key), tier);
    }

    private static Tier tier(Caller caller) {
        if (caller.roles().contains(Role.ADMIN)) {
            return Tier.ADMIN;
        }
        return caller.roles().contains(Role.API_CLIENT) ? Tier.API_CLIENT : Tier.USER;
    }

    /** What of a key may be seen, between its two underscores. */
    private static String prefix(String key) {
        String[] parts = key.split("_", 3);
        return parts.length == 3 ? parts[1] : "";
    }

    private static boolean isSearch(String path) {
        return SEARCHES.contains(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    }

    private static Map<String, String> headers(Verdict verdict) {
        if (verdict.allowances().isEmpty()) {
            return Map.of();
        }
        StringBuilder policies = new StringBuilder();
        StringBuilder left = new StringBuilder();
        for (Verdict.Allowance allowance : verdict.allowances()) {
            String separator = policies.isEmpty() ? "\"" : ", \"";
            policies.append(separator)
                    .append(allowance.policy().word())
                    .append("\";q=")
                    .append(allowance.limit().requests())
                    .append(";w=")
                    .append(allowance.limit().period().toSeconds());
            left.append(separator)
                    .append(allowance.policy().word())
                    .append("\";r=")
                    .append(allowance.remaining())
                    .append(";t=")
                    .append(seconds(allowance.reset()));
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("RateLimit-Policy", policies.toString());
        headers.put("RateLimit", left.toString());
        return headers;
    }

    private static Problem problem(Verdict.Allowance exhausted) {
        String seconds = Long.toString(Math.max(1, seconds(exhausted.reset())));
        return Problem.of(
                        "too-many-requests",
                        "Too many requests",
                        429,
                        "%s: %,d in %,d seconds are allowed. The next is taken in %s seconds."
                                .formatted(
                                        exhausted.policy() == Policy.SEARCH ? "Too many searches" : "Too many requests",
                                        exhausted.limit().requests(),
                                        exhausted.limit().period().toSeconds(),
                                        seconds))
                .with("policy", exhausted.policy().word())
                .withHeader(HttpHeaders.RETRY_AFTER, seconds);
    }

    /** Rounded up: who comes back then is not refused again. */
    private static long seconds(Duration time) {
        return time.plusNanos(999_999_999).toSeconds();
    }
}
