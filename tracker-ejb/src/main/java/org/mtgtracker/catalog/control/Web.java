package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.mtgtracker.catalog.boundary.TimedBody;

/**
 * Asks once, with the headers that Scryfall wants of every program, at its pace, and a limit to every wait. Scryfall's
 * servers stand behind a circuit breaker: while they fail again and again nobody asks them.
 */
@ApplicationScoped
public class Web {
    private static final String USER_AGENT = "MTGTracker/1.0";

    /** Scryfall allows ten questions a second (its API documentation, "Rate limits"). */
    private static final Duration PACE = Duration.ofMillis(100);

    private final HttpClient client;
    private final Duration longestWait;
    private final Pause pause;
    private final Clock clock;
    private long nextTurn = System.nanoTime();

    public Web() {
        this(Duration.ofSeconds(10), Duration.ofSeconds(60));
    }

    /**
     * @param connecting limit for a connection to come about
     * @param longestWait limit for the answer to begin, and for each further piece of it to arrive
     */
    Web(Duration connecting, Duration longestWait) {
        this(connecting, longestWait, Pause.SLEEPING, Clock.systemUTC());
    }

    /** @param clock tells how long it is to the moment until which a server wants silence */
    Web(Duration connecting, Duration longestWait, Pause pause, Clock clock) {
        this.client = HttpClient.newBuilder()
                .connectTimeout(requireNonNull(connecting, "connecting is null"))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        this.longestWait = requireNonNull(longestWait, "longestWait is null");
        this.pause = requireNonNull(pause, "pause is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** One way of asking: Scryfall's, or anybody else's. */
    @FunctionalInterface
    interface Line {
        Answer ask(URI address, Map<String, String> headers) throws IOException;
    }

    /**
     * What a server answered.
     *
     * @param body fails when the server falls silent; to be closed
     */
    record Answer(int status, Map<String, String> headers, InputStream body) {
        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }

        /** How long the body is; empty where the server does not say. */
        OptionalLong length() {
            try {
                return header("content-length")
                        .map(Long::parseLong)
                        .map(OptionalLong::of)
                        .orElse(OptionalLong.empty());
            } catch (NumberFormatException e) {
                return OptionalLong.empty();
            }
        }
    }

    /** A server that did not answer, or answered that it cannot at the moment. */
    static final class NoAnswer extends IOException {
        private final transient Duration silence;

        NoAnswer(String message, Throwable cause, Duration silence) {
            super(message, cause);
            this.silence = silence;
        }

        /** For how long it does not want to be asked; zero when it did not say. */
        Duration silence() {
            return silence;
        }
    }

    /**
     * Asks one of Scryfall's servers.
     *
     * @throws NoAnswer when it does not answer, or with 408, 429 or 5xx, or has asked for a long silence before
     */
    @CircuitBreaker(
            failOn = NoAnswer.class,
            requestVolumeThreshold = 10,
            failureRatio = 0.8,
            // five minutes, in the default unit: Payara takes the number of any other one for milliseconds
            delay = 300_000)
    public Answer scryfall(URI address, Map<String, String> headers) throws IOException {
        awaitTurn();
        try {
            return other(address, headers);
        } catch (NoAnswer e) {
            beSilent(e.silence());
            throw e;
        }
    }

    /**
     * Asks any server.
     *
     * @throws NoAnswer when it does not answer, or with 408, 429 or 5xx
     */
    public Answer other(URI address, Map<String, String> headers) throws IOException {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(address)
                    .header("User-Agent", USER_AGENT)
                    .timeout(longestWait)
                    .GET();
            headers.forEach(request::header);
            HttpResponse<InputStream> response = client.send(request.build(), info -> new TimedBody(longestWait));
            Answer answer = new Answer(response.statusCode(), Headers.of(response.headers()), response.body());
            if (Status.isPassing(answer.status())) {
                answer.body().close();
                throw new NoAnswer(
                        Status.sentence(address, answer.status()), null, Status.silence(answer, clock.instant()));
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The download of " + address + " was interrupted");
        } catch (IllegalArgumentException e) {
            // also from a redirect, whose address is the server's
            throw new IOException(address + " is, or leads to, an address that cannot be asked: " + e.getMessage(), e);
        } catch (NoAnswer e) {
            throw e;
        } catch (IOException e) {
            throw new NoAnswer(address + " does not answer: " + Problem.of(e), e, Duration.ZERO);
        }
    }

    private void awaitTurn() throws IOException {
        Duration wait = turn();
        if (wait.compareTo(Status.LONGEST_SILENCE) > 0) {
            // a circuit breaker that is half open must not take it for an answer
            throw new NoAnswer("Scryfall still wants silence", null, wait);
        }
        pause.of(wait);
    }

    private synchronized Duration turn() {
        long now = System.nanoTime();
        long wait = Math.max(0, nextTurn - now);
        if (wait <= Status.LONGEST_SILENCE.toNanos()) {
            nextTurn = now + wait + PACE.toNanos();
        }
        return Duration.ofNanos(wait);
    }

    /** Whoever on this server wants to ask Scryfall, and has no turn yet, waits as well. */
    private synchronized void beSilent(Duration silence) {
        nextTurn = Math.max(nextTurn, System.nanoTime() + silence.toNanos());
    }
}
