package org.mtgtracker.rest;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.text.ParseException;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mtgtracker.catalog.boundary.ImportRunning;
import org.mtgtracker.catalog.boundary.UnusableSource;
import org.mtgtracker.identity.boundary.IdentityFailure;
import org.mtgtracker.jobs.boundary.JobRunning;
import org.mtgtracker.jobs.boundary.UnknownJob;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.pricing.boundary.PriceFileTooLarge;
import org.mtgtracker.pricing.boundary.UnusablePriceFile;
import org.mtgtracker.search.boundary.BadCursor;
import org.mtgtracker.search.boundary.BadQuery;
import org.mtgtracker.search.boundary.IndexNotReady;
import org.mtgtracker.search.boundary.QueryTooExpensive;
import org.mtgtracker.search.boundary.QueryTooLong;

/** Says of every failure which problem it is for the one who asked. */
final class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class.getName());

    private static final String RETRY_SECONDS = "5";

    /** What a status means where nothing more is known than the status. */
    private static final Map<Integer, Problem> BY_STATUS = byStatus(
            Refused.nameless().problem(),
            Refused.lackingRole().problem(),
            Problem.of("no-such-resource", "There is nothing here", 404, "No resource has this path."),
            Problem.of(
                    "method-not-allowed",
                    "The method is not allowed here",
                    405,
                    "This resource does not have this method; the header Allow names those it has."),
            Problem.of(
                    "not-acceptable",
                    "The answer is not to be had in this form",
                    406,
                    "No form that the header Accept allows can be given; this API answers application/json."),
            Problem.of("body-too-large", "The body is too large", 413, "The body is larger than is taken here."),
            Problem.of("address-too-long", "The address is too long", 414, "The address is longer than is taken here."),
            Problem.of(
                    "unsupported-media-type",
                    "The body's form is not understood",
                    415,
                    "The body's Content-Type is not taken here; send application/json."),
            Problem.of(
                    "headers-too-large",
                    "The headers are too large",
                    431,
                    "The headers are larger than is taken here."),
            Problem.of(
                    "internal-error",
                    "Something went wrong here",
                    500,
                    "The server could not do this. The log has the reason, by this request's id."),
            Problem.of(
                    "unknown-method", "The method is not known", 501, "No resource here has a method of this name."));

    private static Map<Integer, Problem> byStatus(Problem... problems) {
        return Stream.of(problems).collect(Collectors.toUnmodifiableMap(Problem::status, Function.identity()));
    }

    private Problems() {}

    /**
     * The problem that a failure is.
     *
     * @param base the path of the API's version, for links
     */
    static Problem of(Throwable failure, String base) {
        if (failure instanceof RequestFailure request) {
            return request.problem();
        }
        if (failure instanceof EJBAccessException) {
            return Refused.lackingRole().problem();
        }
        if (failure instanceof EJBException wrapper && wrapper.getCausedByException() != null) {
            return of(wrapper.getCausedByException(), base);
        }
        if (failure instanceof ConstraintViolationException violations) {
            return BadValues.of(violations);
        }
        if (failure instanceof WebApplicationException web) {
            return ofResponse(web.getResponse());
        }
        if (failure instanceof ParseException) {
            // out of JAX-RS, which hands it on as it is
            return Problem.of(
                    "bad-header", "A header cannot be read", 400, "A header of the request is not as HTTP has it.");
        }
        return ofBoundary(failure, base);
    }

    /** What a status without any further word means. */
    static Problem ofStatus(int status) {
        Problem known = BY_STATUS.get(status);
        if (known != null) {
            return known;
        }
        return status >= HttpServletResponse.SC_BAD_REQUEST && status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                ? Problem.of(
                        "bad-request",
                        "The request cannot be understood",
                        status,
                        "The request or one of its headers is not as HTTP has it.")
                : BY_STATUS.get(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }

    /** Leaves in the log what the answer does not tell. */
    static void log(Problem problem, Throwable failure, RequestId id) {
        if (problem.status() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            LOG.log(Level.WARNING, "Request {0}: {1}", new Object[] {id.value(), failure.toString()});
        } else if (problem.status() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            LOG.log(Level.SEVERE, "Request " + id.value() + " failed", failure);
        }
    }

    static Problem unavailable() {
        return Problem.of(
                        "database-unavailable",
                        "The database does not answer",
                        503,
                        "The database does not answer at the moment; try again in " + RETRY_SECONDS + " seconds.")
                .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }

    private static Problem ofResponse(Response response) {
        Problem problem = ofStatus(response.getStatus());
        String allow = response.getHeaderString(HttpHeaders.ALLOW);
        if (allow == null) {
            return problem;
        }
        // JAX-RS answers HEAD where it answers GET, and does not say so here
        boolean silent = allow.contains("GET") && !allow.contains("HEAD");
        return problem.withHeader(HttpHeaders.ALLOW, silent ? allow + ", HEAD" : allow);
    }

    private static Problem ofBoundary(Throwable failure, String base) {
        if (failure instanceof DatabaseUnavailable) {
            return unavailable();
        }
        if (failure instanceof IdentityFailure identity) {
            return IdentityProblems.of(identity);
        }
        if (failure instanceof IndexNotReady) {
            return Problem.of("index-not-ready", "The search is not ready yet", 503, failure.getMessage())
                    .withHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        }
        if (failure instanceof BadCursor) {
            return Problem.of("bad-cursor", "The cursor is not one of this search", 400, failure.getMessage())
                    .with("parameter", "cursor");
        }
        if (failure instanceof QueryTooExpensive) {
            return Problem.of("query-too-expensive", "The query is too much work", 400, failure.getMessage())
                    .with("parameter", "q");
        }
        if (failure instanceof BadQuery query) {
            Problem problem = Problem.of("bad-query", "The query cannot be understood", 400, query.getMessage())
                    .with("parameter", "q");
            return query.warnings().isEmpty() ? problem : problem.with("warnings", query.warnings());
        }
        if (failure instanceof QueryTooLong) {
            return Problem.of("query-too-long", "The query is too long", 400, failure.getMessage())
                    .with("parameter", "q");
        }
        if (failure instanceof UnusableSource) {
            return Problem.of("unusable-source", "The source cannot be imported", 422, failure.getMessage())
                    .with("field", "source");
        }
        if (failure instanceof ImportRunning running) {
            return Problem.of("import-running", "An import is running", 409, failure.getMessage())
                    .with("run", base + "/imports/" + running.runId());
        }
        if (failure instanceof UnknownJob) {
            return Problem.of("unknown-job", "There is no such job", 404, failure.getMessage());
        }
        if (failure instanceof JobRunning running) {
            Problem problem = Problem.of("job-running", "The job is running", 409, failure.getMessage());
            return running.runId() == 0
                    ? problem
                    : problem.with("run", base + "/jobs/" + running.job() + "/runs/" + running.runId());
        }
        if (failure instanceof UnusablePriceFile) {
            return Problem.of("unusable-price-file", "The price file cannot be loaded", 422, failure.getMessage());
        }
        if (failure instanceof PriceFileTooLarge) {
            return Problem.of("body-too-large", "The body is too large", 413, failure.getMessage());
        }
        return ofStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }
}
