package org.mtgtracker.running;

import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;
import static org.awaitility.Awaitility.await;

import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * As many pages as the server can give to fifty people: each of those that everybody reads, as they are ready for whoever
 * is not signed in and as they are made for whoever is, a bare stateless Facelets page in the same application that shows
 * the same text, and the REST answer that holds the same cards, one after another.
 * How to start it is in docs/performance-pages.md.
 */
public final class PageLoad extends Simulation {
    private static final String NAME = "page-load";
    private static final int PEOPLE = Integer.getInteger("pages.people", 50);
    /** Of a session that may be over: its page is made for it. */
    private static final String SESSION = "TRACKER_SESSION=of-somebody";

    private static final String MADE = " made";
    private static final Duration WARMING = Duration.ofSeconds(Integer.getInteger("pages.warming", 5));
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("pages.measured", 8));

    /** A page and the REST answer that tells of the same. */
    private record Measured(String name, String page, String answer) {}

    /** How many answers there were to each path in its time. */
    private final Map<String, AtomicLong> counted = new LinkedHashMap<>();

    private final Map<String, Integer> bytes = new LinkedHashMap<>();
    private final List<Measured> all = new ArrayList<>();
    private final RunningTracker tracker;

    public PageLoad() {
        try {
            tracker = start();
            String card = tracker.api()
                    .json("/api/v2/cards?limit=1&q=%21%22Lightning%20Bolt%22%20set:m10")
                    .path("data")
                    .path(0)
                    .path("id")
                    .asText();
            all.add(new Measured("home", "/", "/api/v2/trending?timeframe=24h&limit=6"));
            all.add(new Measured("search", "/search?q=t%3Aangel", "/api/v2/cards?q=t%3Aangel&limit=60"));
            all.add(new Measured("card", "/card?id=" + card, "/api/v2/cards/" + card));
            all.add(new Measured("set", "/set?code=m19", "/api/v2/cards?q=set%3Am19&unique=prints&order=set&limit=60"));
            all.add(new Measured("trending", "/trending?timeframe=7d", "/api/v2/trending?timeframe=7d&limit=50"));
            for (Measured one : all) {
                byte[] page = send(request(one.page()).build());
                bytes.put(one.name(), page.length);
                send(request("/bare-text/" + one.name())
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(page))
                        .build());
            }
            HttpProtocolBuilder protocol =
                    http.baseUrl(tracker.address().toString()).disableCaching().shareConnections();
            setUp(inTurn())
                    .protocols(protocol)
                    .assertions(global().failedRequests().count().is(0L));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each for a while to warm it, and then for a while that counts. */
    private PopulationBuilder inTurn() {
        List<PopulationBuilder> turns = new ArrayList<>();
        for (Measured one : all) {
            for (String path : List.of(one.page(), one.page() + MADE, bare(one), one.answer())) {
                turns.add(asked("warming " + one.name() + turns.size(), path, new AtomicLong(), WARMING));
            }
        }
        for (Measured one : all) {
            turns.add(asked("page " + one.name(), one.page(), counter(one.page()), MEASURED));
            String made = one.page() + MADE;
            turns.add(asked("made " + one.name(), made, counter(made), MEASURED));
            turns.add(asked("bare " + one.name(), bare(one), counter(bare(one)), MEASURED));
            turns.add(asked("answer " + one.name(), one.answer(), counter(one.answer()), MEASURED));
        }
        PopulationBuilder last = turns.get(turns.size() - 1);
        for (int at = turns.size() - 2; at >= 0; at--) {
            last = turns.get(at).andThen(last);
        }
        return last;
    }

    private static String bare(Measured one) {
        return "/bare.xhtml?of=" + one.name();
    }

    private AtomicLong counter(String path) {
        return counted.computeIfAbsent(path, key -> new AtomicLong());
    }

    private static PopulationBuilder asked(String name, String path, AtomicLong counter, Duration time) {
        HttpRequestActionBuilder request = path.endsWith(MADE)
                ? http(name).get(path.substring(0, path.length() - MADE.length())).header("Cookie", SESSION)
                : http(name).get(path);
        return scenario(name)
                .exec(request.check(status().is(200)))
                .exec(session -> {
                    counter.incrementAndGet();
                    return session;
                })
                .injectClosed(constantConcurrentUsers(PEOPLE).during(time));
    }

    @Override
    public void after() {
        tracker.close();
        double seconds = MEASURED.toSeconds();
        for (Measured one : all) {
            double page = counter(one.page()).get() / seconds;
            double made = counter(one.page() + MADE).get() / seconds;
            double bare = counter(bare(one)).get() / seconds;
            double answer = counter(one.answer()).get() / seconds;
            System.out.printf(
                    Locale.ROOT,
                    "%s: %,d bytes; %.0f bare pages a second; %.0f ready ones, a share of %.2f; %.0f made ones, %.2f;"
                            + " %.0f REST answers; the ready page %.2f of those%n",
                    one.name(),
                    bytes.get(one.name()),
                    bare,
                    page,
                    page / bare,
                    made,
                    made / bare,
                    answer,
                    page / answer);
        }
    }

    /** With the real cards and their prices of 27 days; or with what a folder of an earlier start has. */
    private static RunningTracker start() throws IOException {
        Path ear = MeasuredEar.of(
                Path.of(System.getProperty("tracker.application")),
                TrackerCommand.folder(NAME).resolve("measured.ear"));
        TrackerCommand command = TrackerCommand.named(NAME).with("--ear=" + ear);
        String kept = System.getProperty("load.data", "");
        if (!kept.isEmpty()) {
            RunningTracker started = command.data(Path.of(kept)).launch().awaitReady();
            // an index that is being built says so by a status that is no success
            await("the cards")
                    .atMost(Duration.ofMinutes(5))
                    .until(() ->
                            started.api().get("/api/v2/cards?limit=1&q=t:angel").statusCode() == 200);
            priced(started);
            return started;
        }
        String data = System.getenv("TRACKER_DATA");
        if (data == null) {
            throw new IllegalStateException("Set TRACKER_DATA to the folder of real data.");
        }
        RunningTracker started = command.with("--catalogue=" + data + "/scryfall/default-cards-2019-09.json.gz")
                .launchAnew()
                .awaitReady();
        started.awaitFirstCard();
        send(HttpRequest.newBuilder(URI.create(started.address() + "/api/v2/price-files?name=prices"))
                .header("X-API-Key", started.apiKey().orElseThrow())
                .header("Content-Type", "application/gzip")
                .POST(HttpRequest.BodyPublishers.ofFile(
                        Path.of(data, "prices", "scryfall-usd-daily-2026-01-19_2026-02-14.csv.gz")))
                .build());
        priced(started);
        return started;
    }

    private static void priced(RunningTracker tracker) {
        await("what moves")
                .atMost(Duration.ofMinutes(5))
                .until(() -> tracker.api()
                                .json("/api/v2/trending?timeframe=7d&limit=1")
                                .path("total")
                                .asInt()
                        > 1000);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(tracker.address() + path));
    }

    private static byte[] send(HttpRequest request) throws IOException {
        try {
            HttpResponse<byte[]> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new IOException(request.uri() + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
