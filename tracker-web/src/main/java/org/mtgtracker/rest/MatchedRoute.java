package org.mtgtracker.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;

/** Notes for {@link RequestFilter} which resource method a request came to, as the template of its path. */
@Provider
public class MatchedRoute implements ContainerRequestFilter {
    @Context
    private HttpServletRequest servletRequest;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (resource.getResourceClass() != null && resource.getResourceMethod() != null) {
            String base = servletRequest.getContextPath() + servletRequest.getServletPath();
            Routes.note(servletRequest, base + path(resource.getResourceClass()) + path(resource.getResourceMethod()));
        }
    }

    static String path(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        if (path == null || path.value().isEmpty() || path.value().equals("/")) {
            return "";
        }
        return path.value().startsWith("/") ? path.value() : '/' + path.value();
    }
}
