package org.mtgtracker.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Answers that nobody on the way may keep: they are about persons, or about what is going on just now. */
public final class Unkept {
    private static final String NO_STORE = "no-store";
    private static final String ASKED_AGAIN = "private, no-cache";

    private Unkept() {}

    public static Response ok(Object entity) {
        return marked(Response.ok(entity));
    }

    /** What is about nobody in particular: its asker may keep it, to ask by its tag whether it is still so. */
    public static Response passing(Object entity) {
        return Response.ok(entity)
                .header(HttpHeaders.CACHE_CONTROL, ASKED_AGAIN)
                .build();
    }

    /** A state that has a tag: 304 when its sender has it already. */
    public static Response state(Object entity, ETag tag, HttpHeaders request) {
        boolean held = tag.isHeldBy(request.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        return tagged(held ? Response.notModified() : Response.ok(entity), tag);
    }

    /** What a change led to. */
    public static Response tagged(Response.ResponseBuilder answer, ETag tag) {
        return marked(answer.header(HttpHeaders.ETAG, tag.header()));
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
