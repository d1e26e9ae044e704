package org.mtgtracker.rest;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Stands before the API: lets pages of other origins in where that is allowed, counts requests against their limits,
 * answers what authentication refused, and finds what is asked for without a version. In this order: a preflight costs
 * nothing, and a wrong key is counted.
 */
public class ApiFilter extends HttpFilter {
    @Inject
    private transient CrossOrigin crossOrigin;

    @Inject
    private transient RequestLimits limits;

    @Inject
    private transient VersionLife versions;

    /** For the container. */
    public ApiFilter() {}

    ApiFilter(CrossOrigin crossOrigin, RequestLimits limits, VersionLife versions) {
        this.crossOrigin = requireNonNull(crossOrigin, "crossOrigin is null");
        this.limits = requireNonNull(limits, "limits is null");
        this.versions = requireNonNull(versions, "versions is null");
    }

    @Override
    public void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = Routes.path(request);
        Map<String, String> head = new LinkedHashMap<>(crossOrigin.headers(request));
        head.putAll(versions.headers(path));
        if (crossOrigin.isPreflight(request)) {
            head.forEach(response::setHeader);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        RequestLimits.Count count = limits.count(request);
        head.putAll(count.headers());
        head.forEach(response::setHeader);
        Optional<Problem> refused = count.problem().or(() -> Malformed.in(request));
        if (refused.isPresent()) {
            ServletProblems.answer(refused.get(), request.getRequestURI(), request, response);
        } else if (!ServletProblems.answeredRefusal(request, response)) {
            Optional<String> versioned = VersionLife.versioned(path);
            if (versioned.isPresent()) {
                request.getRequestDispatcher(versioned.get()).forward(request, response);
            } else {
                chain.doFilter(request, response);
            }
            completeWiped(head, response);
        }
    }

    /** What JAX-RS has wiped with the answer; {@link RequestFilter} does the same with what is its own. */
    private static void completeWiped(Map<String, String> head, HttpServletResponse response) {
        if (!response.isCommitted()) {
            head.forEach((name, value) -> {
                if (!response.containsHeader(name)) {
                    response.setHeader(name, value);
                }
            });
        }
    }
}
