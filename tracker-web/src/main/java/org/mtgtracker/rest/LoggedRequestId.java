package org.mtgtracker.rest;

import io.opentelemetry.context.Scope;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/**
 * Puts the request's id into the baggage once more: the server's tracing of JAX-RS begins with an empty context, and
 * neither the log nor work in other threads would know what {@link RequestFilter} had put there. The last filter on the
 * way in and the first on the way out, so that it lies within the server's own.
 */
@Provider
@Priority(Priorities.USER + 1000)
public class LoggedRequestId implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String SCOPE = LoggedRequestId.class.getName();

    @Context
    private HttpServletRequest servletRequest;

    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(SCOPE, RequestId.of(servletRequest).asBaggage().makeCurrent());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(SCOPE) instanceof Scope scope) {
            request.removeProperty(SCOPE);
            scope.close();
        }
    }
}
