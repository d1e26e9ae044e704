package org.mtgtracker.rest.identity;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.mtgtracker.identity.boundary.Caller;
import org.mtgtracker.identity.boundary.Origin;
import org.mtgtracker.ratelimit.boundary.ClientAddresses;
import org.mtgtracker.rest.ClientAddress;
import org.mtgtracker.rest.Refused;

/** Who sent the running request, to the API or to a page, and from where; what the request itself claims has no say. */
@RequestScoped
public class CurrentCaller {
    private static final String ATTRIBUTE = CurrentCaller.class.getName();

    private final HttpServletRequest request;
    private final ClientAddresses addresses;

    @Inject
    public CurrentCaller(HttpServletRequest request, ClientAddresses addresses) {
        this.request = requireNonNull(request, "request is null");
        this.addresses = requireNonNull(addresses, "addresses is null");
    }

    /** For the container's proxy. */
    protected CurrentCaller() {
        request = null;
        addresses = null;
    }

    static void note(HttpServletRequest request, Caller caller) {
        request.setAttribute(ATTRIBUTE, caller);
    }

    /** Who was noted; a container may ask for a request's caller more than once. */
    public static Optional<Caller> noted(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Caller caller ? Optional.of(caller) : Optional.empty();
    }

    static void forget(HttpServletRequest request) {
        request.removeAttribute(ATTRIBUTE);
    }

    /** Who sent a request that JAX-RS handles; its properties are the servlet request's attributes. */
    public static Optional<Caller> of(ContainerRequestContext request) {
        return request.getProperty(ATTRIBUTE) instanceof Caller caller ? Optional.of(caller) : Optional.empty();
    }

    /** Who sent it; empty when nobody said. */
    public Optional<Caller> get() {
        return noted(request);
    }

    /**
     * Who sent it, where that has to be somebody.
     *
     * @throws Refused when nobody said
     */
    public Caller required() {
        return get().orElseThrow(Refused::nameless);
    }

    /** From where it was sent. */
    public Origin origin() {
        return origin(request, addresses);
    }

    static Origin origin(HttpServletRequest request, ClientAddresses addresses) {
        return new Origin(
                ClientAddress.of(request, addresses), requireNonNullElse(request.getHeader("User-Agent"), ""));
    }
}
