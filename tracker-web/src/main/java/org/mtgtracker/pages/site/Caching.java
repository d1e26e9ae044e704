package org.mtgtracker.pages.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/**
 * Says who may keep what: a file whose address names its content is anybody's for a year; a page is asked for anew each
 * time, since it shows who is signed in; a page with a form is not kept at all, so that going back after signing out
 * shows nothing.
 */
public class Caching extends HttpFilter {
    /** Of what everybody reads. */
    static final String PAGE = "private, no-cache";

    private static final String CACHE_CONTROL = "Cache-Control";
    private static final List<String> UNKEPT =
            List.of("/admin/", "/account/", "/sign-", "/verify-email", "/reset-password", "/forgotten-password");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath();
        if (path.startsWith("/assets/") || path.startsWith("/pictures")) {
            boolean namesContent = request.getParameter("v") != null;
            response.setHeader(CACHE_CONTROL, namesContent ? "public, max-age=31536000, immutable" : "no-cache");
        } else if (UNKEPT.stream().anyMatch(path::startsWith)) {
            response.setHeader(CACHE_CONTROL, "no-store");
        } else {
            response.setHeader(CACHE_CONTROL, PAGE);
        }
        chain.doFilter(request, response);
    }
}
