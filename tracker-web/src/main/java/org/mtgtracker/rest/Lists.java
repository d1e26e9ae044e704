package org.mtgtracker.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongFunction;

/** Answers of what is kept as a list: its newest entries, one of them, or a page. Nobody on the way may keep them. */
public final class Lists {
    static final int MOST = 100;
    static final int USUAL = 20;

    private Lists() {}

    /**
     * The newest entries: as many as the parameter {@code limit} wants, 1 to 100, and 20 without it.
     *
     * @param found the newest so many
     * @param told an entry as it is answered
     * @param whole the answer with all of them
     */
    public static <T, R> Response newest(
            UriInfo uri, IntFunction<List<T>> found, Function<T, R> told, Function<List<R>, ?> whole) {
        int limit = new Parameters(uri.getQueryParameters()).number("limit", 1, MOST, USUAL);
        return Unkept.passing(whole.apply(found.apply(limit).stream().map(told).toList()));
    }

    /**
     * The entry with a number.
     *
     * @param id as it stands in the address
     * @throws BadParameter when it is no number
     * @throws NothingThere that is given here, when there is no such entry
     */
    public static <T> T one(String id, LongFunction<Optional<T>> found, LongFunction<NothingThere> missing) {
        long number = Parameters.ordinal("id", id);
        return found.apply(number).orElseThrow(() -> missing.apply(number));
    }

    /**
     * A page, with the header {@code Link} to the one behind it.
     *
     * @param end where this page ends; empty on the last one
     * @param whole the answer with the address of the next page, which is null on the last one
     */
    public static Response page(UriInfo uri, Optional<String> end, Function<String, ?> whole) {
        String next = end.map(place -> Cursors.next(uri, place)).orElse(null);
        Response.ResponseBuilder answer = Response.ok(whole.apply(next));
        if (next != null) {
            answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"");
        }
        return Unkept.marked(answer);
    }
}
