package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.mtgtracker.values.boundary.Sha256;

/**
 * Fetches patiently: asks again when a server does not answer, and goes on where a download broke off, as long as it is
 * still the same file. What a server has not changed since the last time is not fetched.
 */
final class Downloads {
    private static final Logger LOG = Logger.getLogger(Downloads.class.getName());

    private static final int BUFFER = 1 << 16;

    private final Web.Line line;
    private final Backoff backoff;

    Downloads(Web.Line line, Backoff backoff) {
        this.line = requireNonNull(line, "line is null");
        this.backoff = requireNonNull(backoff, "backoff is null");
    }

    /**
     * A download that has begun.
     *
     * @param fingerprint the entity tag or time of the file; empty when the server gives none
     * @param size in bytes; -1 when the server does not say
     */
    record Begun(InputStream stream, String fingerprint, long size) {}

    /**
     * Begins a download.
     *
     * @param accept the Accept header
     * @param known fingerprint of the content that is there already; empty for none
     * @return empty when the server still has the known content
     * @throws IOException when nobody answers, or not with 200
     */
    Optional<Begun> begin(URI address, String accept, String known) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", accept);
        if (!known.isEmpty()) {
            headers.put(isTag(known) ? "If-None-Match" : "If-Modified-Since", known);
        }
        Web.Answer answer = ask(address, headers);
        if (answer.status() == Status.NOT_MODIFIED && !known.isEmpty()) {
            answer.body().close();
            return Optional.empty();
        }
        if (answer.status() != Status.OK) {
            answer.body().close();
            throw new IOException(Status.sentence(address, answer.status()));
        }
        InputStream body = new Resumed(address, headers, answer);
        return Optional.of(new Begun(body, fingerprint(answer), answer.length().orElse(-1)));
    }

    /**
     * Fetches what is small.
     *
     * @param largest how many bytes it may have
     * @throws IOException when nobody answers, not with 200, or with more
     */
    byte[] whole(URI address, String accept, int largest) throws IOException {
        Begun begun = begin(address, accept, "").orElseThrow();
        try (InputStream body = begun.stream()) {
            byte[] bytes = body.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw new IOException(address + " answered with more than " + largest + " bytes");
            }
            return bytes;
        }
    }

    private Web.Answer ask(URI address, Map<String, String> headers) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return line.ask(address, headers);
            } catch (Web.NoAnswer e) {
                if (e.silence().compareTo(Status.LONGEST_SILENCE) > 0) {
                    throw new IOException(
                            e.getMessage() + "; it does not want to be asked again for "
                                    + e.silence().toSeconds() + " s",
                            e);
                }
                if (attempt == backoff.attempts()) {
                    throw e;
                }
                LOG.info(e.getMessage() + ". It is asked again.");
                backoff.await(attempt, e.silence());
            } catch (CircuitBreakerOpenException e) {
                throw new IOException(
                        address + " is not asked at the moment: it has failed again and again in the last minutes", e);
            }
        }
    }

    private static String fingerprint(Web.Answer answer) {
        return answer.header("etag")
                .or(() -> answer.header("last-modified"))
                .filter(value -> value.length() <= Sources.LONGEST_FINGERPRINT)
                .orElse("");
    }

    private static boolean isTag(String fingerprint) {
        return fingerprint.endsWith("\"");
    }

    /**
     * A body that is asked for again from where it broke off (RFC 9110, sections 13.1.5 and 14.2). Where the server has no
     * tag that says it is the same file, it is fetched again from its beginning, and what was handed out is compared.
     */
    private final class Resumed extends InputStream {
        private final URI address;
        private final Map<String, String> headers;
        private final String tag;
        private final MessageDigest handedOut = Sha256.digest();
        private InputStream body;
        private long at;
        private int resumed;

        Resumed(URI address, Map<String, String> headers, Web.Answer answer) {
            this.address = address;
            this.headers = new LinkedHashMap<>(headers);
            this.headers.keySet().removeIf(name -> !name.equals("Accept"));
            // only a strong tag tells that every byte is the same
            this.tag = answer.header("etag")
                    .filter(value -> value.startsWith("\""))
                    .orElse("");
            this.body = answer.body();
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            while (true) {
                try {
                    int read = body.read(target, offset, length);
                    at += Math.max(0, read);
                    if (tag.isEmpty() && read > 0) {
                        handedOut.update(target, offset, read);
                    }
                    return read;
                } catch (IOException e) {
                    resume(e);
                }
            }
        }

        private void resume(IOException broken) throws IOException {
            IOException why = broken;
            while (true) {
                body.close();
                resumed++;
                if (resumed >= backoff.attempts()) {
                    throw why;
                }
                LOG.info(address + " broke off after " + at + " bytes (" + Problem.of(why) + "). It is "
                        + (tag.isEmpty() ? "fetched again from its beginning." : "taken up there."));
                backoff.await(resumed, Duration.ZERO);
                if (!tag.isEmpty()) {
                    body = rest(why);
                    return;
                }
                body = again(why);
                try {
                    if (beginsAlike()) {
                        return;
                    }
                } catch (IOException e) {
                    why = e;
                    continue;
                }
                throw new IOException(
                        "the download broke off after " + at + " bytes, and the server has another file by now", why);
            }
        }

        private InputStream rest(IOException broken) throws IOException {
            headers.put("Range", "bytes=" + at + "-");
            headers.put("If-Range", tag);
            Web.Answer rest = ask(address, headers);
            if (rest.status() != Status.PARTIAL
                    || !rest.header("content-range").orElse("").startsWith("bytes " + at + "-")) {
                rest.body().close();
                throw new IOException(
                        "the download broke off after " + at + " bytes, and the server does not go on from there",
                        broken);
            }
            return rest.body();
        }

        private InputStream again(IOException broken) throws IOException {
            Web.Answer whole = ask(address, headers);
            if (whole.status() != Status.OK) {
                whole.body().close();
                throw new IOException(Status.sentence(address, whole.status()), broken);
            }
            return whole.body();
        }

        /** Reads up to where the body broke off; whether that is what was handed out. */
        private boolean beginsAlike() throws IOException {
            MessageDigest now = Sha256.digest();
            byte[] buffer = new byte[BUFFER];
            for (long left = at; left > 0; ) {
                int read = body.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    return false;
                }
                now.update(buffer, 0, read);
                left -= read;
            }
            try {
                return MessageDigest.isEqual(now.digest(), ((MessageDigest) handedOut.clone()).digest());
            } catch (CloneNotSupportedException e) {
                throw new IllegalStateException("The JDK's SHA-256 can be cloned", e);
            }
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }
}
