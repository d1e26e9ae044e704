package org.mtgtracker.ratelimit.boundary;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.mtgtracker.ratelimit.control.AddressRanges;
import org.mtgtracker.ratelimit.control.ForwardedFor;
import org.mtgtracker.ratelimit.control.LimitSettings;

/**
 * Finds out which address a request comes from. What a header says of it is believed only as far as it was written by
 * proxies that are trusted: anybody can send such a header.
 */
@ApplicationScoped
public class ClientAddresses {
    private final AddressRanges proxies;
    private final AddressRanges trustedClients;
    private final String header;

    @Inject
    public ClientAddresses(LimitSettings settings) {
        requireNonNull(settings, "settings is null");
        proxies = settings.trustedProxies();
        trustedClients = settings.trustedClients();
        header = settings.forwardedHeader();
    }

    /** For the container's proxy. */
    protected ClientAddresses() {
        proxies = null;
        trustedClients = null;
        header = null;
    }

    /** The header in which proxies name addresses. */
    public String header() {
        return header;
    }

    /**
     * The address of the client: the nearest one to us that is no trusted proxy.
     *
     * @param connected the address at the other end of the connection
     * @param forwarded all values of {@link #header}, in their order
     */
    public String of(String connected, List<String> forwarded) {
        if (forwarded.isEmpty() || !proxies.contain(connected)) {
            return connected;
        }
        List<String> way = ForwardedFor.addresses(header, forwarded);
        String nearest = connected;
        for (int at = way.size() - 1; at >= 0; at--) {
            if (!AddressRanges.isAddress(way.get(at))) {
                // what a proxy cannot name is somebody behind that proxy
                return nearest;
            }
            nearest = way.get(at);
            if (!proxies.contain(nearest)) {
                return nearest;
            }
        }
        return nearest;
    }

    /** Whether what the other end of a connection says of others is believed. */
    public boolean isProxy(String connected) {
        return proxies.contain(connected);
    }

    /** Whether a client is one of those for whom no limits hold. */
    public boolean isTrusted(String address) {
        return trustedClients.contain(address);
    }

    /** What is counted as one client: an IPv4 address, or the network of 64 bits that an IPv6 address is in. */
    public String counted(String address) {
        return AddressRanges.counted(address);
    }
}
