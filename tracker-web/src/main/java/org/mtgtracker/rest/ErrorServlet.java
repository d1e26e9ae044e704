package org.mtgtracker.rest;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Where errors go that the container finds, or that a page throws: a problem where a program asked, a page where a
 * person did. The answer never tells what the container would: a stack trace, a class, a version.
 */
@WebServlet(urlPatterns = ErrorServlet.PATH)
public class ErrorServlet extends HttpServlet {
    static final String PATH = "/errors";

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!response.containsHeader(RequestId.HEADER)) {
            // the container wipes what was said before when a filter or page throws
            response.setHeader(RequestId.HEADER, RequestId.of(request).value());
            SecurityHeaders.on(response, Routes.isApi(asked(request)));
        }
        boolean dispatched = request.getDispatcherType() == DispatcherType.ERROR;
        int status = dispatched && request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : HttpServletResponse.SC_NOT_FOUND;
        String asked = asked(request);
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            Throwable reason = reason(failure);
            Problem problem = Problems.of(reason, request.getContextPath());
            if (!ErrorPage.isKnown(reason)) {
                Problems.log(problem, reason, RequestId.of(request));
            }
            answer(problem, ErrorPage.of(reason, problem.status()), asked, request, response);
        } else {
            answer(Problems.ofStatus(status), ErrorPage.of(status), asked, request, response);
        }
    }

    private static String asked(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                ? uri
                : request.getRequestURI();
    }

    private static void answer(
            Problem problem, ErrorPage page, String asked, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (Routes.isApi(asked.substring(Math.min(request.getContextPath().length(), asked.length())))) {
            ServletProblems.answer(problem, asked, request, response);
        } else {
            page.show(problem.status(), request, response);
        }
    }

    /** The failure inside the wrappings of a page's framework that has a name; otherwise the innermost. */
    private static Throwable reason(Throwable failure) {
        Throwable innermost = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (ErrorPage.isKnown(cause)
                    || Problems.of(cause, "").status() != HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
                return cause;
            }
            innermost = cause;
        }
        return innermost;
    }
}
