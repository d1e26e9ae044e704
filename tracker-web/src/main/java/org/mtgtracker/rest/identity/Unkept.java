package org.mtgtracker.rest.identity;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Answers about persons, which nobody on the way may keep. */
final class Unkept {
    private static final String NO_STORE = "no-store";

    private Unkept() {}

    static Response ok(Object entity) {
        return marked(Response.ok(entity));
    }

    static Response nothing() {
        return marked(Response.noContent());
    }

    static Response accepted() {
        return marked(Response.accepted());
    }

    static Response marked(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, NO_STORE).build();
    }
}
