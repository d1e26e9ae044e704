package org.mtgtracker.rest.ready;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.mtgtracker.rest.Exchange;
import org.mtgtracker.search.boundary.CardSearch;
import org.mtgtracker.search.boundary.FoundCard;
import org.mtgtracker.search.boundary.IndexNotReady;
import org.mtgtracker.trending.boundary.Trending;

/** Ready answers over cards and trends that a test changes, on the last second of January 2026. */
public final class ReadyAnswersFixture {
    static final Instant NOW = Instant.parse("2026-01-31T23:59:59Z");
    private static final int MEMORY = 1 << 20;

    private final Map<UUID, byte[]> objects = new HashMap<>();
    private boolean indexed = true;
    private int version = 1;
    private long generation = 7;
    private ReadyAnswers answers = answers(MEMORY);

    public ReadyAnswers answers() {
        return answers;
    }

    /** Another catalogue comes in, or other prices. */
    public void change() {
        version++;
    }

    /** A card that is searched. */
    public void card(UUID id, String object) {
        objects.put(id, object.getBytes(UTF_8));
    }

    /** As in the first moments of a pod. */
    public void withoutIndex() {
        indexed = false;
    }

    /** Trends are reckoned anew. */
    void reckonAnew() {
        generation++;
    }

    /** Begins anew with so much memory. */
    void memory(long bytes) {
        answers = answers(bytes);
    }

    private ReadyAnswers answers(long bytes) {
        return new ReadyAnswers(
                new CardSearch() {
                    @Override
                    public String state() {
                        if (!indexed) {
                            throw new IndexNotReady();
                        }
                        return "1-" + version;
                    }

                    @Override
                    public Optional<FoundCard> card(UUID id) {
                        return indexed && objects.containsKey(id)
                                ? Optional.of(new FoundCard(
                                        id, ByteBuffer.wrap(objects.get(id)).asReadOnlyBuffer(), version))
                                : Optional.empty();
                    }
                },
                new Trending() {
                    @Override
                    public long generation() {
                        return generation;
                    }
                },
                Clock.fixed(NOW, ZoneOffset.UTC),
                bytes,
                Exchange.proxy(
                        MetricRegistry.class,
                        (method, arguments) -> Exchange.proxy(Counter.class, (counting, nothing) -> null)));
    }
}
