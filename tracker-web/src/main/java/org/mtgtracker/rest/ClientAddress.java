package org.mtgtracker.rest;

import static java.util.Objects.requireNonNullElse;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.mtgtracker.ratelimit.boundary.ClientAddresses;

/** The address that a request comes from, also through proxies that are trusted. */
public final class ClientAddress {
    private ClientAddress() {}

    public static String of(HttpServletRequest request, ClientAddresses addresses) {
        return addresses.of(
                requireNonNullElse(request.getRemoteAddr(), ""),
                Collections.list(request.getHeaders(addresses.header())));
    }
}
