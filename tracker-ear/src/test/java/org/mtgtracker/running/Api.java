package org.mtgtracker.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Asks a server over HTTP, with or without a key. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final URI address;
    private final String key;
    private final String token;

    Api(URI address, String key) {
        this(address, key, null);
    }

    private Api(URI address, String key, String token) {
        this.address = address;
        this.key = key;
        this.token = token;
    }

    /** The same server asked with an access token and no key. */
    public Api withToken(String accessToken) {
        return new Api(address, null, accessToken);
    }

    /** The answer to any method, with a JSON body or none. */
    public HttpResponse<String> call(String method, String path, String json, String... headers) {
        HttpRequest.Builder request = request(path, headers);
        if (json == null) {
            return send(
                    request.method(method, HttpRequest.BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        }
        return send(
                request.header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The same server asked with another key. */
    public Api withKey(String other) {
        return new Api(address, other);
    }

    /** The answer whatever its status; the headers come in pairs of name and value. */
    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build(), BodyHandlers.ofString());
    }

    /** The answer's body as it came over the wire, packed or not. */
    public HttpResponse<byte[]> getBytes(String path, String... headers) {
        return send(request(path, headers).GET().build(), BodyHandlers.ofByteArray());
    }

    /** The body of an answer that must be 200. */
    public JsonNode json(String path) {
        HttpResponse<String> response = get(path, "Accept", "application/json");
        assertThat(response.statusCode()).as("%s: %s", path, response.body()).isEqualTo(200);
        return parsed(response.body());
    }

    /** The answer to a JSON body. */
    public HttpResponse<String> post(String path, String json, String... headers) {
        return send(
                request(path, headers)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The answer to a body of any type. */
    public HttpResponse<String> send(String path, String mediaType, byte[] body) {
        return send(
                request(path)
                        .header("Content-Type", mediaType)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** The answer to any request; without a media type there is no body. */
    public HttpResponse<String> call(
            String method, String path, String mediaType, String body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path);
        headers.forEach(request::header);
        if (mediaType == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", mediaType).method(method, HttpRequest.BodyPublishers.ofString(body));
        }
        return send(request.build(), BodyHandlers.ofString());
    }

    /** The answer to a wish for an import. */
    public HttpResponse<String> startImport(String source, String... headers) {
        try {
            return post("/api/v2/imports", JSON.writeValueAsString(Map.of("source", source)), headers);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + json, e);
        }
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
        if (key != null) {
            request.header("X-API-Key", key);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return CLIENT.send(request, body);
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking " + request.uri(), e);
        }
    }
}
