package org.mtgtracker.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;

/**
 * The kind of address that a request was for, for its metrics. There are as many kinds as there are resources and
 * pages, whatever people ask for.
 */
public final class Routes {
    static final String UNMATCHED = "unmatched";
    static final String OTHER = "other";

    private static final String NOTE = Routes.class.getName();
    private static final String PAGE = ".xhtml";

    private Routes() {}

    /** Remembers what a request came to. */
    public static void note(HttpServletRequest request, String route) {
        request.setAttribute(NOTE, route);
    }

    /** The path inside the application, decoded. */
    public static String path(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }

    /** Whether programs ask here, who get problems as JSON. */
    static boolean isApi(HttpServletRequest request) {
        return isApi(path(request));
    }

    static boolean isApi(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    /** The kind of address of a request that is over. */
    static String of(HttpServletRequest request, int status) {
        if (request.getAttribute(NOTE) instanceof String noted) {
            return noted;
        }
        var mapping = request.getHttpServletMapping();
        boolean page = mapping.getMappingMatch() == MappingMatch.EXACT
                && !request.getServletPath().equals(ErrorServlet.PATH);
        if (page && !isApi(request)) {
            return request.getServletPath();
        }
        if (status >= HttpServletResponse.SC_BAD_REQUEST || isApi(request)) {
            return UNMATCHED;
        }
        String path = request.getServletPath();
        boolean view = path.endsWith(PAGE) && mapping.getMappingMatch() == MappingMatch.EXTENSION;
        return view && !path.startsWith("/jakarta.faces.resource/")
                ? path.substring(0, path.length() - PAGE.length())
                : OTHER;
    }
}
