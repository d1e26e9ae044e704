package org.mtgtracker.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Read pages and cards of one edition or the other without a pause, and see to it that nobody ever gets a mixture, or
 * misses a card that is in both.
 */
final class EditionReaders implements AutoCloseable {
    private static final Duration WITHIN = Duration.ofSeconds(180);
    private static final int PAGES_IN_A_ROW = 5;
    private static final int[] IN_BOTH = IntStream.range(0, Edition.NUMBERS)
            .filter(number -> Edition.DAWN.has(number) && Edition.DUSK.has(number))
            .toArray();

    private final List<Reader> readers;
    private final List<CompletableFuture<Void>> reading;
    private volatile boolean enough;

    private EditionReaders(List<Api> servers) {
        this.readers = servers.stream()
                .flatMap(server -> Stream.of(new PageReader(server), new CardReader(server)))
                .toList();
        this.reading = readers.stream()
                .map(reader -> CompletableFuture.runAsync(
                        () -> {
                            while (!enough) {
                                reader.read();
                            }
                        },
                        work -> new Thread(work, "reader").start()))
                .toList();
    }

    /** A reader of pages and one of cards for each server; they begin at once. */
    static EditionReaders of(List<Api> servers) {
        return new EditionReaders(servers);
    }

    /** Waits until every one of them has been answered with this edition; fails when one has read what must not be. */
    void awaitAllSaw(Edition edition) {
        await().atMost(WITHIN).until(() -> {
            refuseFaults(CompletableFuture::isCompletedExceptionally);
            return readers.stream().allMatch(reader -> reader.saw(edition));
        });
    }

    /** Lets them come to their end; fails when one has read what must not be. */
    @Override
    public void close() {
        enough = true;
        refuseFaults(each -> true);
    }

    private void refuseFaults(Predicate<CompletableFuture<Void>> which) {
        reading.stream().filter(which).forEach(each -> {
            try {
                each.join();
            } catch (CompletionException e) {
                throw new AssertionError(e.getCause().getMessage(), e.getCause());
            }
        });
    }

    private abstract static class Reader {
        final Api server;
        final Random random = new Random(1);
        private volatile Set<Edition> seen = EnumSet.noneOf(Edition.class);

        Reader(Api server) {
            this.server = server;
        }

        abstract void read();

        boolean saw(Edition edition) {
            return seen.contains(edition);
        }

        void note(Edition edition) {
            if (!seen.contains(edition)) {
                Set<Edition> more = EnumSet.of(edition);
                more.addAll(seen);
                seen = more;
            }
        }
    }

    private static final class PageReader extends Reader {
        PageReader(Api server) {
            super(server);
        }

        @Override
        void read() {
            String address = "/api/v2/cards?q=lantern&limit=" + (1 + random.nextInt(200));
            for (int page = 0; page < PAGES_IN_A_ROW; page++) {
                JsonNode answer = server.json(address);
                List<String> names = answer.path("data").findValuesAsText("name");
                Edition edition = Stream.of(Edition.values())
                        .filter(each -> each.hasNamed(names.get(0)))
                        .findFirst()
                        .orElseThrow();
                assertThat(names).as("names on a page").allMatch(edition::hasNamed);
                assertThat(answer.path("total").asInt()).isEqualTo(edition.size());
                note(edition);
                address = answer.path("next").asText();
            }
        }
    }

    private static final class CardReader extends Reader {
        CardReader(Api server) {
            super(server);
        }

        @Override
        void read() {
            int number = IN_BOTH[random.nextInt(IN_BOTH.length)];
            HttpResponse<String> answer = server.get("/api/v2/cards/" + Edition.id(number));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            Edition edition = Stream.of(Edition.values())
                    .filter(each -> each.object(number).equals(answer.body()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("Of neither edition: " + answer.body()));
            note(edition);
        }
    }
}
