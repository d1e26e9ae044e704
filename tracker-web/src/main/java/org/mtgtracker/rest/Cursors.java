package org.mtgtracker.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Where a page of a list ended, in a form that tells its holder nothing. */
public final class Cursors {
    private static final String NAME = "cursor";
    /** The most characters that a cursor has. */
    public static final int LONGEST = 1000;

    private Cursors() {}

    /** The address of the page that goes on after that place, with the parameters of this one. */
    public static String next(UriInfo uri, String place) {
        StringJoiner query = new StringJoiner("&");
        for (Map.Entry<String, List<String>> parameter :
                uri.getQueryParameters().entrySet()) {
            if (!parameter.getKey().equals(NAME)) {
                parameter.getValue().forEach(value -> query.add(pair(parameter.getKey(), value)));
            }
        }
        query.add(pair(NAME, Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8))));
        return uri.getBaseUri().getPath() + uri.getPath() + "?" + query;
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
    }

    /**
     * The place that a cursor stands for.
     *
     * @throws BadParameter when it is no cursor
     */
    public static String read(String cursor) {
        Parameters.bounded(NAME, cursor, LONGEST);
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        } catch (IllegalArgumentException e) {
            throw bad(cursor);
        }
    }

    /**
     * The place that a cursor stands for where places are numbers.
     *
     * @throws BadParameter when it is no such cursor
     */
    public static long number(String cursor) {
        try {
            return Long.parseLong(read(cursor));
        } catch (NumberFormatException e) {
            throw bad(cursor);
        }
    }

    private static BadParameter bad(String cursor) {
        return new BadParameter(NAME, cursor, "what the member next of a page has");
    }
}
