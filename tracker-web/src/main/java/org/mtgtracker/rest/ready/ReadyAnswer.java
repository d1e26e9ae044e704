package org.mtgtracker.rest.ready;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.mtgtracker.rest.CachedAnswer;
import org.mtgtracker.rest.ETag;

/** One answer of a state of cards, prices and trends: what is sent of it, packed for whoever understands that. */
public final class ReadyAnswer {
    /** Below this, gzip costs more than it saves. */
    private static final int WORTH_PACKING = 1024;

    private static final Pattern GZIP =
            Pattern.compile("(?:^|,)\\s*gzip\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))[^,]*)?(?:,|$)");

    private final String state;
    private final ETag tag;
    private final String type;
    private final String caching;
    private final Optional<String> link;
    private final byte[] body;
    private volatile byte[] packed;

    private ReadyAnswer(String state, ETag tag, String type, String caching, Optional<String> link, byte[] body) {
        this.state = requireNonNull(state, "state is null");
        this.tag = requireNonNull(tag, "tag is null");
        this.type = requireNonNull(type, "type is null");
        this.caching = requireNonNull(caching, "caching is null");
        this.link = requireNonNull(link, "link is null");
        this.body = requireNonNull(body, "body is null");
    }

    /**
     * An answer to programs.
     *
     * @param state what it was made of
     * @param link the header of that name
     * @param body nobody may change it any more
     */
    public static ReadyAnswer json(String state, ETag tag, Optional<String> link, byte[] body) {
        return new ReadyAnswer(state, tag, MediaType.APPLICATION_JSON, CachedAnswer.CACHE_CONTROL, link, body);
    }

    /**
     * A page as everybody sees it who is not signed in.
     *
     * @param state what it was made of
     * @param type its media type, with the characters' encoding
     * @param caching the header Cache-Control
     * @param body nobody may change it any more
     */
    public static ReadyAnswer page(String state, ETag tag, String type, String caching, byte[] body) {
        return new ReadyAnswer(state, tag, type, caching, Optional.empty(), body);
    }

    String state() {
        return state;
    }

    ETag tag() {
        return tag;
    }

    Optional<String> link() {
        return link;
    }

    byte[] body() {
        return body;
    }

    /** How much memory it takes at most: packed it is at worst as long as it is now. */
    int bytes() {
        return 2 * body.length;
    }

    /** Answers a request with it; only with its tag, if the sender holds it already. */
    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.ETAG, tag.header());
        response.setHeader(HttpHeaders.CACHE_CONTROL, caching);
        if (tag.isHeldBy(heldTags(request))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        link.ifPresent(header -> response.setHeader(HttpHeaders.LINK, header));
        response.setContentType(type);
        byte[] sent = body;
        String encodings = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (encodings != null
                && body.length >= WORTH_PACKING
                && GZIP.matcher(encodings).find()) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            sent = packed();
        }
        response.setContentLength(sent.length);
        response.getOutputStream().write(sent);
    }

    /** Those of all header lines of that name (RFC 9110, section 5.3); null when there are none. */
    private static String heldTags(HttpServletRequest request) {
        Enumeration<String> lines = request.getHeaders(HttpHeaders.IF_NONE_MATCH);
        return lines == null || !lines.hasMoreElements() ? null : String.join(",", Collections.list(lines));
    }

    /** Packed by gzip, once. */
    private byte[] packed() {
        byte[] known = packed;
        if (known == null) {
            known = gzip(body);
            packed = known;
        }
        return known;
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 4);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory can always be written to", e);
        }
        return packed.toByteArray();
    }
}
