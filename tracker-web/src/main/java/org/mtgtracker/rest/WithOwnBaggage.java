package org.mtgtracker.rest;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * A request whose header {@code baggage} is ours: in front of a JAX-RS resource the server begins a new context out of
 * the request's headers, and what it does not find there is lost. A caller's own baggage is not let in, since whoever
 * calls could write request ids into our logs with it; the trace ({@code traceparent}) is.
 */
final class WithOwnBaggage extends HttpServletRequestWrapper {
    private static final String HEADER = "baggage";

    private final String baggage;

    WithOwnBaggage(HttpServletRequest request, RequestId id) {
        super(request);
        this.baggage = requireNonNull(id, "id is null").asHeader();
    }

    @Override
    public String getHeader(String name) {
        return HEADER.equalsIgnoreCase(name) ? baggage : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return HEADER.equalsIgnoreCase(name) ? Collections.enumeration(List.of(baggage)) : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = Collections.list(super.getHeaderNames());
        names.removeIf(HEADER::equalsIgnoreCase);
        names.add(HEADER);
        return Collections.enumeration(names);
    }
}
