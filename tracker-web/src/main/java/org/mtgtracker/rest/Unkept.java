package org.mtgtracker.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Answers that nobody on the way may keep: they are about persons, or about what is going on just now. */
public final class Unkept {
    private static final String NO_STORE = "no-store";

    private Unkept() {}

    public static Response ok(Object entity) {
        return marked(Response.ok(entity));
    }

    public static Response nothing() {
        return marked(Response.noContent());
    }

    public static Response accepted() {
        return marked(Response.accepted());
    }

    public static Response marked(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, NO_STORE).build();
    }
}
