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

/** Asks the running application over HTTP, as a user would. */
final class Answers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String address;

    Answers(int port) {
        this.address = "http://127.0.0.1:" + port;
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
