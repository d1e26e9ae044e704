package org.mtgtracker.idempotency.boundary;

import java.util.Optional;

/** An answer as it was given, for whoever sends the same request again. */
public final class KeptAnswer {
    private final int status;
    private final String contentType;
    private final String location;
    private final String entityTag;
    private final byte[] body;

    /**
     * An answer.
     *
     * @param contentType and the other headers may be null
     */
    public KeptAnswer(int status, String contentType, String location, String entityTag, byte[] body) {
        this.status = status;
        this.contentType = contentType;
        this.location = location;
        this.entityTag = entityTag;
        this.body = body.clone();
    }

    public int status() {
        return status;
    }

    public Optional<String> contentType() {
        return Optional.ofNullable(contentType);
    }

    public Optional<String> location() {
        return Optional.ofNullable(location);
    }

    public Optional<String> entityTag() {
        return Optional.ofNullable(entityTag);
    }

    public byte[] body() {
        return body.clone();
    }
}
