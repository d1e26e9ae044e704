package org.mtgtracker.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/**
 * A request without the header {@code baggage}: the server would take it in place of ours, and whoever calls could
 * write request ids into our logs. The trace ({@code traceparent}) is let through.
 */
final class WithoutBaggage extends HttpServletRequestWrapper {
    private static final String HEADER = "baggage";

    WithoutBaggage(HttpServletRequest request) {
        super(request);
    }

    @Override
    public String getHeader(String name) {
        return HEADER.equalsIgnoreCase(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return HEADER.equalsIgnoreCase(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        List<String> names = Collections.list(super.getHeaderNames());
        names.removeIf(HEADER::equalsIgnoreCase);
        return Collections.enumeration(names);
    }
}
