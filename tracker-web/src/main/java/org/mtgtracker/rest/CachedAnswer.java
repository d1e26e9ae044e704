package org.mtgtracker.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;

/** Answers that may be kept: they carry an entity tag, and are not sent again to whoever has them. */
public final class CachedAnswer {
    /** Catalogues change once a day; within a minute nobody misses anything. */
    public static final String CACHE_CONTROL = "public, max-age=60";

    private CachedAnswer() {}

    /**
     * The answer to a read: 304 when its sender holds that content, otherwise 200 with the JSON.
     *
     * @param body asked for only when it is sent; what JAX-RS can write, such as bytes
     */
    public static Response.ResponseBuilder of(ETag tag, HttpHeaders request, Supplier<Object> body) {
        Response.ResponseBuilder answer = tag.isHeldBy(request.getHeaderString(HttpHeaders.IF_NONE_MATCH))
                ? Response.status(Response.Status.NOT_MODIFIED)
                : Response.ok(body.get(), MediaType.APPLICATION_JSON_TYPE);
        return answer.header(HttpHeaders.ETAG, tag.header()).header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL);
    }
}
