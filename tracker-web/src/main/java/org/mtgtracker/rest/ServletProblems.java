package org.mtgtracker.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers with a problem where JAX-RS has no hand in it. */
public final class ServletProblems {
    private static final String REFUSAL = ServletProblems.class.getName();

    private ServletProblems() {}

    /** Whether programs ask here, who get their problems as JSON. */
    public static boolean isApi(HttpServletRequest request) {
        return Routes.isApi(request);
    }

    /** Names a request and secures its answer where {@link RequestFilter} does not come to it. */
    public static void head(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(
                RequestId.HEADER,
                RequestId.offered(request.getHeader(RequestId.HEADER)).value());
        SecurityHeaders.on(response, isApi(request));
    }

    /**
     * Has a request refused for that reason as soon as it comes to {@link ApiFilter}. Authentication goes before
     * every filter: an answer given there would have no request id and stand in no metric.
     */
    public static void refuse(HttpServletRequest request, RuntimeException reason) {
        request.setAttribute(REFUSAL, reason);
    }

    /** Answers a request that is to be refused; false when it is not. */
    static boolean answeredRefusal(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(REFUSAL) instanceof RuntimeException reason) {
            Problem problem = Problems.of(reason, request.getContextPath());
            Problems.log(problem, reason, RequestId.of(request));
            answer(problem, request.getRequestURI(), request, response);
            return true;
        }
        return false;
    }

    /** Writes the whole answer; what was asked for may differ from the request's own path in an error dispatch. */
    static void answer(Problem problem, String instance, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        byte[] body = problem.json(instance, RequestId.of(request).value());
        response.setStatus(problem.status());
        problem.headers().forEach(response::setHeader);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
