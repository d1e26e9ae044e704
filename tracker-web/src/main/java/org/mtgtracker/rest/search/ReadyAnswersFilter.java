package org.mtgtracker.rest.search;

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
import java.util.regex.Pattern;
import org.mtgtracker.identity.boundary.Scope;
import org.mtgtracker.rest.CachedAnswer;
import org.mtgtracker.rest.Routes;
import org.mtgtracker.rest.identity.CurrentCaller;

/**
 * Stands before the resources whose answers are kept, after whatever counts and authenticates: gives the answer that is
 * ready to whom the resource would give it, and leaves everything else to the resource.
 */
public class ReadyAnswersFilter extends HttpFilter {
    private static final Pattern GZIP =
            Pattern.compile("(?:^|,)\\s*gzip\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))[^,]*)?(?:,|$)");

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
        Optional<ReadyAnswer> answer =
                isPlain(request) ? answers.to(Routes.path(request), request.getQueryString()) : Optional.empty();
        if (answer.isPresent()) {
            Routes.note(request, Routes.path(request));
            send(answer.get(), request, response);
        } else {
            chain.doFilter(request, response);
        }
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

    private static void send(ReadyAnswer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(HttpHeaders.ETAG, answer.tag().header());
        response.setHeader(HttpHeaders.CACHE_CONTROL, CachedAnswer.CACHE_CONTROL);
        if (answer.tag().isHeldBy(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        answer.link().ifPresent(link -> response.setHeader(HttpHeaders.LINK, link));
        response.setContentType(MediaType.APPLICATION_JSON);
        byte[] body = answer.body();
        String encodings = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (encodings != null
                && answer.isWorthPacking()
                && GZIP.matcher(encodings).find()) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            body = answer.packed();
        }
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
