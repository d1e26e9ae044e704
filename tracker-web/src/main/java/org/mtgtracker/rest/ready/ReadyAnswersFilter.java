package org.mtgtracker.rest.ready;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Optional;
import org.mtgtracker.identity.boundary.Scope;
import org.mtgtracker.rest.Routes;
import org.mtgtracker.rest.identity.CurrentCaller;

/**
 * Stands before the resources whose answers are kept, after whatever counts and authenticates: gives the answer that is
 * ready to whom the resource would give it, and leaves everything else to the resource.
 */
public class ReadyAnswersFilter extends HttpFilter {
    @Inject
    private transient ReadyAnswers answers;

    /** For the container. */
    public ReadyAnswersFilter() {}

    ReadyAnswersFilter(ReadyAnswers answers) {
        this.answers = requireNonNull(answers, "answers is null");
    }

    @Override
    public void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<ReadyAnswer> answer = isPlain(request) ? answer(request) : Optional.empty();
        if (answer.isPresent()) {
            Routes.note(request, Routes.path(request));
            answer.get().send(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private Optional<ReadyAnswer> answer(HttpServletRequest request) {
        String key = ReadyAnswers.key(Routes.path(request), request.getQueryString());
        return answers.stateIfAny().flatMap(state -> answers.to(key, state));
    }

    /** Whether a resource would answer it with 200 and JSON, if it answered that anybody. */
    private static boolean isPlain(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET")
                && (accept == null || accept.equals("*/*") || accept.equals(MediaType.APPLICATION_JSON))
                && CurrentCaller.noted(request)
                        .map(caller -> caller.may(Scope.CARDS_READ))
                        .orElse(true);
    }
}
