package org.mtgtracker.rest;

import static java.util.Objects.requireNonNull;

import io.opentelemetry.context.Scope;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Stands before everything, pages and API: names the request, secures its answer and times it. */
public class RequestFilter extends HttpFilter {
    /**
     * What of a request an answer may depend on, whoever gives it. The container packs what is long without a word of it.
     * It is said here alone, since whoever says it later takes the place of what was said.
     */
    static final String VARY = "Accept, Accept-Encoding";

    /** Into the field: a container need not know a filter's constructor (Servlet 6.0, section 6.2.1). */
    @Inject
    private transient RequestTimes times;

    /** For the container. */
    public RequestFilter() {}

    RequestFilter(RequestTimes times) {
        this.times = requireNonNull(times, "times is null");
    }

    @Override
    public void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (RequestId.isNoted(request)) {
            // the container's error page of a request that came through here before
            chain.doFilter(request, response);
            return;
        }
        long start = System.nanoTime();
        RequestId id = RequestId.offered(request.getHeader(RequestId.HEADER));
        id.note(request);
        head(id, request, response);
        int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try (Scope scope = id.asBaggage().makeCurrent()) {
            requireNonNull(scope, "scope is null");
            chain.doFilter(new WithOwnBaggage(request, id), response);
            completeWiped(id, request, response);
            status = response.getStatus();
        } finally {
            times.took(request.getMethod(), Routes.of(request, status), status, System.nanoTime() - start);
        }
    }

    private static void head(RequestId id, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(RequestId.HEADER, id.value());
        response.setHeader("Vary", VARY);
        SecurityHeaders.on(response, Routes.isApi(request));
    }

    /** JAX-RS wipes the whole answer, and says nothing, when it cannot read a header such as Content-Type. */
    private static void completeWiped(RequestId id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted() || response.containsHeader(RequestId.HEADER)) {
            return;
        }
        head(id, request, response);
        if (Routes.isApi(request) && response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
            ServletProblems.answer(Problems.ofStatus(response.getStatus()), request.getRequestURI(), request, response);
        }
    }
}
