package org.mtgtracker.rest;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.mtgtracker.ratelimit.boundary.ClientAddresses;

/**
 * Tells browsers that came by HTTPS never to come without it again (RFC 6797). For how long, in seconds, is {@code
 * tracker.http.hsts}, a year by default; {@code off} tells nobody. Behind a proxy the server knows of HTTPS by the
 * header {@code X-Forwarded-Proto}, which anybody can send: here it counts only from proxies that are trusted.
 */
public class TransportFilter extends HttpFilter {
    private static final Logger LOG = Logger.getLogger(TransportFilter.class.getName());

    static final String SETTING = "tracker.http.hsts";
    /** What the connector takes a request's scheme from, whoever sent it (pre-boot.txt). */
    static final String FORWARDED = "X-Forwarded-Proto";

    private static final String A_YEAR = "31536000";
    private static final String OFF = "off";

    /** Into the field: a container need not know a filter's constructor (Servlet 6.0, section 6.2.1). */
    @Inject
    private transient Config config;

    @Inject
    private transient ClientAddresses addresses;

    private String header;

    /** For the container. */
    public TransportFilter() {}

    TransportFilter(String setting, ClientAddresses addresses) {
        header = header(setting);
        this.addresses = requireNonNull(addresses, "addresses is null");
    }

    @Override
    public void init() {
        header = header(config.getOptionalValue(SETTING, String.class).orElse(A_YEAR));
    }

    /** Null when nobody is to be told. */
    private static String header(String setting) {
        String text = requireNonNull(setting, "setting is null").strip();
        if (text.equalsIgnoreCase(OFF)) {
            return null;
        }
        if (!text.matches("[0-9]{1,10}")) {
            LOG.severe(() ->
                    SETTING + " is \"" + text + "\"; allowed is a number of seconds, or off. It counts as not set.");
            return "max-age=" + A_YEAR;
        }
        return "max-age=" + text;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (header != null && isSecure(request)) {
            response.setHeader("Strict-Transport-Security", header);
        }
        chain.doFilter(request, response);
    }

    private boolean isSecure(HttpServletRequest request) {
        return request.isSecure()
                && (request.getHeader(FORWARDED) == null
                        || addresses.isProxy(requireNonNullElse(request.getRemoteAddr(), "")));
    }
}
