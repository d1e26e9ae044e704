package org.mtgtracker.rest.identity;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.mtgtracker.rest.ETag;

/** Answers about persons, which nobody on the way may keep. */
final class Unkept {
    private static final String NO_STORE = "no-store";

    private Unkept() {}

    static Response ok(Object entity) {
        return marked(Response.ok(entity));
    }

    /** A state that has a tag: 304 when its sender has it already. */
    static Response state(Object entity, ETag tag, HttpHeaders request) {
        boolean held = tag.isHeldBy(request.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        return tagged(held ? Response.notModified() : Response.ok(entity), tag);
    }

    /** What a change led to. */
    static Response tagged(Response.ResponseBuilder answer, ETag tag) {
        return marked(answer.header(HttpHeaders.ETAG, tag.header()));
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
