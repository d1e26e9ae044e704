package org.mtgtracker.rest;

import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.mtgtracker.ratelimit.boundary.ClientAddresses;

/** The address that a request comes from, also through proxies that are trusted. */
public final class ClientAddress {
    private ClientAddress() {}

    /** Looked up, since authentication asks before anything could be handed to it. */
    public static String of(HttpServletRequest request) {
        return of(request, CDI.current().select(ClientAddresses.class).get());
    }

    static String of(HttpServletRequest request, ClientAddresses addresses) {
        return addresses.of(
                requireNonNullElse(request.getRemoteAddr(), ""),
                Collections.list(request.getHeaders(addresses.header())));
    }
}
