package org.mtgtracker.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Asks the running application over HTTP, as a user would. */
final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where the application, in this same process, finds what the launcher's questions carry: they are not counted. */
    private static final String PASS = "tracker.launcher.pass";

    private static final String PASS_HEADER = "X-Tracker-Launcher";

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String address;
    private final String pass;

    Answers(int port) {
        this.address = "http://127.0.0.1:" + port;
        this.pass = UUID.randomUUID().toString();
        System.setProperty(PASS, pass);
    }

    String address() {
        return address;
    }

    /** True when the readiness checks of the application itself, not only the server's, are all up. */
    boolean isReady() {
        return get("/health/ready")
                .filter(health -> "UP".equals(health.path("status").asText()))
                .filter(health -> health.path("checks").findValuesAsText("name").contains("databases"))
                .isPresent();
    }

    /** What the application says of its catalogue; empty when it does not answer. */
    Optional<JsonNode> catalogue() {
        return get("/api/v2/catalogue");
    }

    private Optional<JsonNode> get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(5))
                .header("Accept", "application/json")
                .header(PASS_HEADER, pass)
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return response.statusCode() == 200 ? Optional.of(JSON.readTree(response.body())) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
