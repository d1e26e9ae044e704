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
import java.util.UUID;
import org.mtgtracker.identity.boundary.Scope;
import org.mtgtracker.rest.Routes;
import org.mtgtracker.rest.identity.CurrentCaller;
import org.mtgtracker.values.boundary.Uuids;

/**
 * Stands before the resources of cards and trends, after whatever counts and authenticates: gives the answer that is
 * ready to whom the resource would give it, and leaves everything else to the resource.
 */
public class ReadyAnswersFilter extends HttpFilter {
    private static final String CARD = "/api/v2/cards/";
    private static final String CARD_ROUTE = CARD + "{id}";

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
        String path = Routes.path(request);
        Optional<UUID> card = card(path);
        Optional<ReadyAnswer> answer = Optional.empty();
        if (isPlain(request)) {
            answer = card.isPresent() ? card.flatMap(answers::card) : answer(path, request.getQueryString());
        }
        if (answer.isPresent()) {
            Routes.note(request, card.isPresent() ? CARD_ROUTE : path);
            answer.get().send(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** The card that a path is of; empty for any other path. */
    private static Optional<UUID> card(String path) {
        String id = path.startsWith(CARD) ? path.substring(CARD.length()) : "";
        return Uuids.in(id);
    }

    private Optional<ReadyAnswer> answer(String path, String query) {
        String key = ReadyAnswers.key(path, query);
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
