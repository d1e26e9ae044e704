package org.mtgtracker.pages.search;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.mtgtracker.search.boundary.CardSearch;
import org.mtgtracker.search.boundary.IndexNotReady;

/**
 * The names that a page suggests while one types, as a JSON array: {@code /suggestions?q=}. The API has them too; but it
 * counts requests, and somebody who types at a page makes many.
 */
@WebServlet(urlPatterns = "/suggestions")
public class SuggestedNames extends HttpServlet {
    private static final int MOST = 10;
    private static final int LONGEST = 200;

    /** Into the field: a container need not know a servlet's constructor. */
    @Inject
    private transient CardSearch search;

    /** For the container. */
    public SuggestedNames() {}

    SuggestedNames(CardSearch search) {
        this.search = requireNonNull(search, "search is null");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] json =
                json(Optional.ofNullable(request.getParameter("q")).orElse("")).getBytes(UTF_8);
        response.setHeader("Cache-Control", "private, max-age=60");
        response.setContentType("application/json");
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }

    /** The names for what was typed; none when it is too long for a name, or the search is only starting. */
    String json(String typed) {
        JsonArrayBuilder names = Json.createArrayBuilder();
        suggestions(typed).stream().limit(MOST).forEach(names::add);
        return names.build().toString();
    }

    private List<String> suggestions(String typed) {
        try {
            return typed.length() > LONGEST ? List.of() : search.suggestions(typed);
        } catch (IndexNotReady e) {
            return List.of();
        }
    }
}
