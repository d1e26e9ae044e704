package org.mtgtracker.running;

import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Searching over HTTP: two hundred people who pause a second between searches, and then as much as the server can do,
 * beside a bare resource in the same server that returns the same bytes. Starts the distribution by itself, with the
 * real cards; the load comes from the same machine. How to start it is in docs/performance-search.md.
 */
public final class SearchLoad extends Simulation {
    private static final String NAME = "search-load";
    private static final int REAL_CARDS = 45_851;
    private static final int PEOPLE = Integer.getInteger("search.people", 200);
    private static final int CONNECTIONS = 16;
    private static final int CARDS_ON_A_PAGE = 20;
    private static final Duration WARMING = Duration.ofSeconds(Integer.getInteger("search.warming", 20));
    private static final Duration SEARCHING = Duration.ofSeconds(Integer.getInteger("search.searching", 40));
    private static final Duration SATURATED = Duration.ofSeconds(Integer.getInteger("search.saturated", 15));
    private static final int P95_MILLIS = 30;
    private static final String ONE_SEARCH = "/api/v2/cards?q=t%3Aangel&limit=" + CARDS_ON_A_PAGE;
    private static final String ONE_CARD = "/api/v2/cards/named?exact=Lightning+Bolt";

    private final Map<String, AtomicLong> answered = new ConcurrentHashMap<>();
    private final AtomicLong asked = new AtomicLong();
    private final RunningTracker tracker;

    public SearchLoad() {
        try {
            tracker = start();
            List<Map<String, Object>> queries = queries();
            HttpProtocolBuilder protocol = http.baseUrl(tracker.address().toString())
                    .header("X-API-Key", tracker.apiKey().orElseThrow())
                    .acceptHeader("application/json")
                    .disableCaching()
                    .shareConnections();
            bare("page", ONE_SEARCH);
            byte[] card = bare("card", ONE_CARD);
            String byId = "/api/v2/cards/"
                    + new ObjectMapper().readTree(card).path("id").asText();
            setUp(scenario("warming")
                    .feed(listFeeder(queries).circular())
                    .exec(newSearch())
                    .injectClosed(constantConcurrentUsers(CONNECTIONS).during(WARMING))
                    .andThen(people(queries)
                            .injectOpen(rampUsers(PEOPLE).during(Duration.ofSeconds(5)))
                            .andThen(saturated("bare page", "/bare/page")
                                    .andThen(saturated("ready page", ONE_SEARCH)
                                            .andThen(saturated("made page", ONE_SEARCH + "&n=#{n}")
                                                    .andThen(saturated("bare card", "/bare/card")
                                                            .andThen(saturated("ready card", ONE_CARD)
                                                                    .andThen(saturated("card by id", byId)))))))))
                    .protocols(protocol)
                    .assertions(
                            details("search").responseTime().percentile(95).lte(P95_MILLIS),
                            global().failedRequests().count().is(0L));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void after() {
        tracker.close();
        double seconds = SATURATED.toSeconds();
        answered.forEach((what, count) ->
                System.out.printf(Locale.ROOT, "%s: %.0f a second%n", what, count.get() / seconds));
        System.out.printf(
                Locale.ROOT,
                "Shares of the bare resource: a ready page %.2f, a made one %.2f, a ready card %.2f, one by id %.2f%n",
                share("ready page", "bare page"),
                share("made page", "bare page"),
                share("ready card", "bare card"),
                share("card by id", "bare card"));
    }

    private double share(String ours, String bare) {
        return (double) answered.get(ours).get() / answered.get(bare).get();
    }

    /** Each searches and pauses for a second, again and again; what somebody asked before may be ready. */
    private ScenarioBuilder people(List<Map<String, Object>> queries) {
        return scenario("people")
                .during(SEARCHING)
                .on(feed(listFeeder(queries).random())
                        .exec(search("search"))
                        .pause(Duration.ofSeconds(1)));
    }

    /** Warms what makes answers, and keeps none that people ask for. */
    private ChainBuilder newSearch() {
        return exec(this::numbered).exec(search("warming").queryParam("n", "#{n}"));
    }

    private static HttpRequestActionBuilder search(String name) {
        return http(name)
                .get("/api/v2/cards")
                .queryParam("q", "#{query}")
                .queryParam("limit", String.valueOf(CARDS_ON_A_PAGE))
                .check(status().is(200));
    }

    /** A number that no other request has, for a parameter that means nothing: an answer that is ready does not fit. */
    private Session numbered(Session session) {
        return session.set("n", asked.incrementAndGet());
    }

    /** As many requests as are answered. */
    private PopulationBuilder saturated(String name, String path) {
        AtomicLong count = answered.computeIfAbsent(name, unknown -> new AtomicLong());
        return scenario(name)
                .exec(this::numbered)
                .exec(http(name).get(path).check(status().is(200)))
                .exec(session -> {
                    count.incrementAndGet();
                    return session;
                })
                .injectClosed(constantConcurrentUsers(CONNECTIONS).during(SATURATED));
    }

    private static RunningTracker start() throws IOException {
        Path data = data();
        Path ear = MeasuredEar.of(
                Path.of(System.getProperty("tracker.application")),
                TrackerCommand.folder(NAME).resolve("measured.ear"));
        RunningTracker started = TrackerCommand.named(NAME)
                // requests are counted as everywhere, and the key's limit is one that nobody reaches
                .environment("TRACKER_RATELIMIT_TRUSTED_CLIENTS", "192.0.2.1")
                .environment("TRACKER_RATELIMIT_GENERAL_ADMIN", "1000000/PT1M")
                .environment("TRACKER_RATELIMIT_SEARCH_ADMIN", "1000000/PT1M")
                .with("--catalogue=" + data.resolve("scryfall/default-cards-2019-09.json.gz"), "--ear=" + ear)
                .launchAnew()
                .awaitReady();
        await("the real cards").atMost(Duration.ofMinutes(5)).until(() -> {
            JsonNode found = started.asAdmin().json("/api/v2/cards?q=++%20include:extras&limit=1".replace("+", "%2B"));
            return found.path("total").asInt() == REAL_CARDS;
        });
        return started;
    }

    /** Gives the bare resource what we answer, and answers that. */
    private byte[] bare(String name, String path) throws IOException {
        byte[] bytes = send(HttpRequest.newBuilder(URI.create(tracker.address() + path))
                .header("X-API-Key", tracker.apiKey().orElseThrow())
                .build());
        send(HttpRequest.newBuilder(URI.create(tracker.address() + "/bare/" + name))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build());
        return bytes;
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

    private static List<Map<String, Object>> queries() throws IOException {
        List<Map<String, Object>> queries = new ArrayList<>();
        for (String line : Files.readAllLines(data().resolve("search/queries.jsonl"))) {
            JsonNode assertion = new ObjectMapper().readTree(line);
            String query = assertion.path("query").asText();
            if (!assertion.path("kind").asText().equals("parse_error") && !query.equals("t:")) {
                queries.add(Map.of("query", query));
            }
        }
        return queries;
    }

    private static Path data() {
        String data = System.getenv("TRACKER_DATA");
        if (data == null) {
            throw new IllegalStateException("Set TRACKER_DATA to the folder of real data.");
        }
        return Path.of(data);
    }
}
