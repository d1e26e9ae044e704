package org.mtgtracker.rest;

import static java.util.Objects.requireNonNull;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/**
 * Gives a JSON answer to a read the entity tag of its bytes where its resource gave it none, and sends nothing to whoever
 * has those bytes already. The work is done all the same; what is saved is the way, and reading it again. Resources that
 * know by less what they will say give a tag of their own.
 */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class EntityTags implements ContainerResponseFilter {
    @Context
    private Providers providers;

    /** For the container. */
    public EntityTags() {}

    EntityTags(Providers providers) {
        this.providers = requireNonNull(providers, "providers is null");
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        if (!isRead(request.getMethod()) || !isUntagged(response)) {
            return;
        }
        byte[] body = written(response);
        ETag tag = ETag.of(body);
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag.header());
        if (tag.isHeldBy(request.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusInfo(Response.Status.NOT_MODIFIED);
            response.setEntity(null);
            response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
        } else {
            response.setEntity(body, response.getEntityAnnotations(), response.getMediaType());
        }
    }

    private static boolean isRead(String method) {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    private static boolean isUntagged(ContainerResponseContext response) {
        return response.getStatus() == Response.Status.OK.getStatusCode()
                && response.hasEntity()
                && MediaType.APPLICATION_JSON_TYPE.isCompatible(response.getMediaType())
                && !response.getHeaders().containsKey(HttpHeaders.ETAG);
    }

    private byte[] written(ContainerResponseContext response) throws IOException {
        if (response.getEntity() instanceof byte[] ready) {
            return ready;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        write(response, response.getEntityClass(), body);
        return body.toByteArray();
    }

    private <T> void write(ContainerResponseContext response, Class<T> type, ByteArrayOutputStream body)
            throws IOException {
        MessageBodyWriter<T> writer = providers.getMessageBodyWriter(
                type, response.getEntityType(), response.getEntityAnnotations(), response.getMediaType());
        writer.writeTo(
                type.cast(response.getEntity()),
                type,
                response.getEntityType(),
                response.getEntityAnnotations(),
                response.getMediaType(),
                response.getHeaders(),
                body);
    }
}
