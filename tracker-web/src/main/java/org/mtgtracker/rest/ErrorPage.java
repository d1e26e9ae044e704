package org.mtgtracker.rest;

import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A page that tells a person that something did not work: one of the views under WEB-INF/error. */
enum ErrorPage {
    BAD_REQUEST("400"),
    FORBIDDEN("403"),
    NOT_FOUND("404"),
    EXPIRED("expired"),
    BROKEN("500"),
    UNAVAILABLE("503");

    private static final Logger LOG = Logger.getLogger(ErrorPage.class.getName());

    /** For the moment in which not even an error page can be made. */
    private static final String PLAIN = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>MTG Tracker</title></head>
            <body><h1>This page cannot be shown</h1><p>Please try again in a moment.</p></body>
            </html>
            """;

    private final String view;

    ErrorPage(String view) {
        this.view = "/WEB-INF/error/" + view + ".xhtml";
    }

    /** The page for a status that the container found. */
    static ErrorPage of(int status) {
        return switch (status) {
            case HttpServletResponse.SC_FORBIDDEN -> FORBIDDEN;
            case HttpServletResponse.SC_NOT_FOUND -> NOT_FOUND;
            case HttpServletResponse.SC_SERVICE_UNAVAILABLE -> UNAVAILABLE;
            default -> status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? BAD_REQUEST : BROKEN;
        };
    }

    /** The page for what a page threw, which came to be that status. */
    static ErrorPage of(Throwable reason, int status) {
        return isKnown(reason) ? EXPIRED : of(status);
    }

    /** Whether a failure has a page of its own: a form came back after its session had ended. */
    static boolean isKnown(Throwable failure) {
        return failure instanceof ViewExpiredException;
    }

    void show(int problemStatus, HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = this == EXPIRED ? HttpServletResponse.SC_BAD_REQUEST : problemStatus;
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
        try {
            request.getRequestDispatcher(view).forward(new Afresh(request), response);
        } catch (ServletException | RuntimeException e) {
            LOG.log(Level.SEVERE, "The error page " + view + " failed", e);
            if (!response.isCommitted()) {
                response.resetBuffer();
                response.setStatus(status);
                response.setContentType("text/html;charset=UTF-8");
                response.getWriter().write(PLAIN);
            }
        }
    }

    /** The request as if the error page had been asked for: what a form sent to another page is not this one's. */
    private static final class Afresh extends HttpServletRequestWrapper {
        Afresh(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public String getParameter(String name) {
            return null;
        }

        @Override
        public String[] getParameterValues(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }
    }
}
