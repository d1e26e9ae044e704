package org.mtgtracker.pages.site;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.mtgtracker.rest.ETag;
import org.mtgtracker.rest.identity.WaysIn;
import org.mtgtracker.rest.ready.ReadyAnswer;
import org.mtgtracker.rest.ready.ReadyAnswers;

/**
 * Gives the pages that everybody reads as they were made for the last visitor, to whoever is not signed in. A page is
 * made anew when cards, prices or trends change, and after half a minute, since it also tells what those do not settle:
 * rulings, the icons of sets.
 */
public class ReadyPages extends HttpFilter {
    static final int SECONDS = 30;

    /** Each shows the same to everybody who is not signed in, but for the theme. */
    private static final Set<String> PAGES =
            Set.of("/index.xhtml", "/search", "/card", "/set", "/sets", "/trending", "/help/search");

    private static final String HTML = "text/html";

    @Inject
    private transient ReadyAnswers answers;

    private final transient Clock clock;

    /** For the container. */
    public ReadyPages() {
        clock = Clock.systemUTC();
    }

    ReadyPages(ReadyAnswers answers, Clock clock) {
        this.answers = requireNonNull(answers, "answers is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<String> state = isForEverybody(request)
                ? answers.stateIfAny()
                        .map(cards -> cards + ' ' + clock.instant().getEpochSecond() / SECONDS)
                : Optional.empty();
        if (state.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        String key = ReadyAnswers.key(request.getRequestURI(), request.getQueryString()) + ' ' + Look.theme(request);
        Optional<ReadyAnswer> ready = answers.to(key, state.get());
        if (ready.isPresent()) {
            ready.get().send(request, response);
            return;
        }
        HeldResponse held = new HeldResponse(response);
        chain.doFilter(request, held);
        Optional<byte[]> page = held.body();
        if (page.isEmpty()) {
            return;
        }
        if (!isWhole(held)) {
            response.getOutputStream().write(page.get());
            return;
        }
        ETag tag = ETag.of(page.get());
        ReadyAnswer made = ReadyAnswer.page(state.get(), tag, held.getContentType(), Caching.PAGE, page.get());
        answers.keep(key, made);
        made.send(request, response);
    }

    private static boolean isForEverybody(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && PAGES.contains(request.getServletPath())
                && request.getRequestedSessionId() == null
                && request.getHeader("Authorization") == null
                && request.getHeader(WaysIn.API_KEY) == null;
    }

    /** Whether it is a page that anybody may get. */
    private static boolean isWhole(HttpServletResponse response) {
        return response.getStatus() == HttpServletResponse.SC_OK
                && response.getContentType() != null
                && response.getContentType().startsWith(HTML)
                && !response.containsHeader("Set-Cookie");
    }
}
