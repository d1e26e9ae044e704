package org.mtgtracker.rest.ready;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.mtgtracker.rest.CachedAnswer;
import org.mtgtracker.rest.ETag;
import org.mtgtracker.search.boundary.CardSearch;
import org.mtgtracker.search.boundary.FoundCard;
import org.mtgtracker.search.boundary.IndexNotReady;
import org.mtgtracker.trending.boundary.Trending;

/**
 * The answers that many people ask for, as the bytes that are sent: what was answered once is the answer until the
 * catalogue, its prices, the trends or the day change. The least wanted go first when they take more memory than
 * {@code tracker.ready-megabytes}.
 */
@ApplicationScoped
public class ReadyAnswers {
    static final String SETTING = "tracker.ready-megabytes";

    private static final Logger LOG = Logger.getLogger(ReadyAnswers.class.getName());
    private static final Metadata ASKED = Metadata.builder()
            .withName("tracker.ready.answers")
            .withDescription("Answers that are kept for others, by whether they were ready")
            .build();
    private static final int USUAL_MEGABYTES = 32;
    private static final int MOST_MEGABYTES = 1024;
    private static final int MEGABYTE = 1 << 20;
    /** An answer that takes more of the memory than this part is not kept: it would cost many others their place. */
    private static final int LEAST_ANSWERS = 32;

    private final CardSearch search;
    private final Trending trending;
    private final Clock clock;
    private final long bytes;
    private final Cache<String, ReadyAnswer> answers;
    private final Counter ready;
    private final Counter made;

    @Inject
    public ReadyAnswers(CardSearch search, Trending trending, Config config, MetricRegistry registry) {
        this(search, trending, Clock.systemUTC(), megabytes(config) * (long) MEGABYTE, registry);
    }

    ReadyAnswers(CardSearch search, Trending trending, Clock clock, long bytes, MetricRegistry registry) {
        this.search = requireNonNull(search, "search is null");
        this.trending = requireNonNull(trending, "trending is null");
        this.clock = requireNonNull(clock, "clock is null");
        this.bytes = bytes;
        answers = Caffeine.newBuilder()
                .maximumWeight(bytes)
                .weigher((String request, ReadyAnswer answer) -> answer.bytes() + request.length())
                .build();
        ready = registry.counter(ASKED, new Tag("ready", "true"));
        made = registry.counter(ASKED, new Tag("ready", "false"));
    }

    /** For the container's proxy. */
    protected ReadyAnswers() {
        search = null;
        trending = null;
        clock = null;
        bytes = 0;
        answers = null;
        ready = null;
        made = null;
    }

    private static int megabytes(Config config) {
        int megabytes = config.getOptionalValue(SETTING, Integer.class).orElse(USUAL_MEGABYTES);
        if (megabytes < 0 || megabytes > MOST_MEGABYTES) {
            LOG.severe(() -> "%s is %d; allowed are 0 (no answer is kept) to %d. %d holds."
                    .formatted(SETTING, megabytes, MOST_MEGABYTES, USUAL_MEGABYTES));
            return USUAL_MEGABYTES;
        }
        return megabytes;
    }

    /**
     * Stands for all that answers are made of: while it is the same, so are they.
     *
     * @throws IndexNotReady in the first moments of a pod
     */
    public String state() {
        return search.state() + ' ' + trending.generation() + ' ' + LocalDate.now(clock);
    }

    /** The same; empty in the first moments of a pod. */
    public Optional<String> stateIfAny() {
        try {
            return Optional.of(state());
        } catch (IndexNotReady e) {
            return Optional.empty();
        }
    }

    /**
     * The answer to a request, if it is ready and of this state.
     *
     * @param key as {@link #key} makes it
     */
    public Optional<ReadyAnswer> to(String key, String state) {
        ReadyAnswer answer = answers.getIfPresent(key);
        if (answer == null || !answer.state().equals(state)) {
            return Optional.empty();
        }
        ready.inc();
        return Optional.of(answer);
    }

    /**
     * The answer with one card. It is always ready, out of the index, while no newer catalogue is known of; empty where
     * the catalogue itself has to be asked.
     */
    public Optional<ReadyAnswer> card(UUID id) {
        return search.card(id).map(this::card);
    }

    /** One that was kept is right as long as the card's object is the same, in whatever version of the catalogue. */
    private ReadyAnswer card(FoundCard card) {
        String key = card.id().toString();
        ReadyAnswer kept = answers.getIfPresent(key);
        if (kept != null && ByteBuffer.wrap(kept.body()).equals(card.object())) {
            ready.inc();
            return kept;
        }
        byte[] object = card.bytes();
        ReadyAnswer answer = ReadyAnswer.json(Long.toString(card.version()), ETag.of(object), Optional.empty(), object);
        keep(key, answer);
        return answer;
    }

    /** What JAX-RS sends of an answer that was just made; it is kept for the next who asks. */
    public Response made(ReadyAnswer answer, UriInfo uri, HttpHeaders request) {
        URI address = uri.getRequestUri();
        keep(key(address.getPath(), address.getRawQuery()), answer);
        return sent(answer, request);
    }

    /** What JAX-RS sends of an answer. */
    public static Response sent(ReadyAnswer answer, HttpHeaders request) {
        Response.ResponseBuilder response = CachedAnswer.of(answer.tag(), request, answer::body);
        answer.link().ifPresent(link -> response.header(HttpHeaders.LINK, link));
        return response.build();
    }

    /** Keeps an answer that was just made; a very long one is let go. */
    public void keep(String key, ReadyAnswer answer) {
        made.inc();
        if (answer.bytes() <= bytes / LEAST_ANSWERS) {
            answers.put(key, answer);
        }
    }

    /**
     * What an answer is kept under.
     *
     * @param path decoded
     * @param query not decoded; null when there is none
     */
    public static String key(String path, String query) {
        return path + '?' + query;
    }
}
