package org.mtgtracker.pages.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import jakarta.faces.render.ResponseStateManager;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mtgtracker.values.boundary.Sha256;
import org.mtgtracker.values.boundary.Uuids;

/**
 * Stands before everything that forms are sent to. A form is taken from a page of ours only, since views keep no state
 * that a stranger could not have; and it is done once: when it comes a second time, by a double click or by loading the
 * answer again, the answer to the first one is given.
 */
public class SentForms extends HttpFilter {
    /** The hidden field that names a form that was shown; of a form with a file the parameter of its address. */
    public static final String ONCE = "once";

    /** Where price files are sent to; what is in such a form is for its servlet to read. */
    public static final String UPLOADS = "/admin/price-files/file";

    private static final Pattern IN_ADDRESS = Pattern.compile("(?:^|&)" + ONCE + "=([^&]*)");

    /** Into the field: a container need not know a filter's constructor (Servlet 6.0, section 6.2.1). */
    @Inject
    private transient GivenAnswers given;

    /** For the container. */
    public SentForms() {}

    SentForms(GivenAnswers given) {
        this.given = requireNonNull(given, "given is null");
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getCharacterEncoding() == null) {
            // before anybody reads a parameter, as pages would say it too late
            request.setCharacterEncoding(UTF_8.name());
        }
        boolean sent = request.getMethod().equals("POST");
        if (!sent && !claimsToBeSent(request)) {
            chain.doFilter(request, response);
        } else if (!sent || !OwnPages.sent(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            Optional<String> key = key(request);
            if (key.isPresent()) {
                once(key.get(), request, response, chain);
            } else {
                chain.doFilter(request, response);
            }
        }
    }

    /** Faces takes an address with a view state for a form that was sent, whatever the method. */
    private static boolean claimsToBeSent(HttpServletRequest request) {
        return request.getParameter(ResponseStateManager.VIEW_STATE_PARAM) != null;
    }

    private void once(String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        CompletableFuture<Optional<GivenAnswer>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<GivenAnswer>> first = given.claim(key, mine);
        if (first == mine) {
            RecordedResponse recorded = new RecordedResponse(response);
            try {
                chain.doFilter(request, recorded);
                given.keep(key, mine, recorded.answer());
            } finally {
                // nothing is kept of what has failed, and whoever waits does it himself
                given.keep(key, mine, Optional.empty());
            }
            recorded.send();
            return;
        }
        Optional<GivenAnswer> answer = given.await(first);
        if (answer.isPresent()) {
            answer.get().send(response);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** What is the same when a form comes again: which one it is, who sends it, and all that is in it. */
    private static Optional<String> key(HttpServletRequest request) {
        boolean file = request.getServletPath().equals(UPLOADS);
        String id = file ? inAddress(request.getQueryString()) : request.getParameter(ONCE);
        if (id == null || !Uuids.isOne(id)) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        parts.add(id);
        parts.add(requireNonNullElse(request.getRemoteUser(), ""));
        parts.add(request.getRequestURI());
        if (file) {
            // its body is for the servlet to read, once it knows who sends it
            parts.add(Long.toString(request.getContentLengthLong()));
        } else {
            new TreeMap<>(request.getParameterMap())
                    .forEach((name, values) -> parts.add(name + "=" + Arrays.toString(values)));
        }
        return Optional.of(HexFormat.of()
                .formatHex(Sha256.digest(parts.toArray(String[]::new)).digest()));
    }

    private static String inAddress(String query) {
        Matcher id = IN_ADDRESS.matcher(requireNonNullElse(query, ""));
        return id.find() ? id.group(1) : null;
    }
}
