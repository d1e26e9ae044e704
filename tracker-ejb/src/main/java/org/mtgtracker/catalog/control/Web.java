package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.mtgtracker.catalog.control.Source.Opened;

/** Downloads, with the headers that Scryfall asks of every program and a limit to every wait. */
final class Web {
    private static final String USER_AGENT = "MTGTracker/1.0";
    private static final int OK = 200;

    private final HttpClient client;
    private final Duration longestWait;

    Web() {
        this(Duration.ofSeconds(10), Duration.ofSeconds(60));
    }

    /**
     * @param connecting limit for a connection to come about
     * @param longestWait limit for the answer to begin, and for each further piece of it to arrive
     */
    Web(Duration connecting, Duration longestWait) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(requireNonNull(connecting, "connecting is null"))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        this.longestWait = requireNonNull(longestWait, "longestWait is null");
    }

    /**
     * Begins a download; the stream fails when the server falls silent.
     *
     * @param accept the Accept header
     * @throws IOException when nobody answers, or not with 200
     */
    Opened download(URI address, String accept) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("User-Agent", USER_AGENT)
                .header("Accept", accept)
                .timeout(longestWait)
                .GET()
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(request, info -> new TimedBody(longestWait));
            if (answer.statusCode() != OK) {
                answer.body().close();
                throw new IOException(address + " answered with status " + answer.statusCode() + ", not with 200");
            }
            return new Opened(answer.body(), fingerprint(answer));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The download of " + address + " was interrupted");
        } catch (IOException e) {
            throw e.getMessage() != null && e.getMessage().startsWith(address.toString())
                    ? e
                    : new IOException(address + " does not answer: " + Problem.of(e), e);
        }
    }

    private static String fingerprint(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("ETag")
                .or(() -> answer.headers().firstValue("Last-Modified"))
                .filter(value -> value.length() <= Sources.LONGEST_FINGERPRINT)
                .orElse("");
    }
}
