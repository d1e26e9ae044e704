package org.mtgtracker.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Turns whatever goes wrong in the API into a problem; the one place where JAX-RS does. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable failure) {
        RequestId id = RequestId.of(request);
        Problem problem = Problems.of(failure, request.getContextPath() + request.getServletPath());
        Problems.log(problem, failure, id);
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem.json(request.getRequestURI(), id.value()));
        problem.headers().forEach(answer::header);
        return answer.build();
    }
}
