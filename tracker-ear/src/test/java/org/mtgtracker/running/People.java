package org.mtgtracker.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.UUID;

/** People with accounts on a running server. */
final class People {
    static final String PASSWORD = "all my mountains burn at dawn";

    private final RunningTracker tracker;

    People(RunningTracker tracker) {
        this.tracker = tracker;
    }

    /**
     * Somebody who signed in.
     *
     * @param refreshToken the first one
     */
    record Person(String id, String name, Api api, String accessToken, String refreshToken) {}

    /** Somebody with a new account. */
    Person somebody() {
        return named("p" + UUID.randomUUID().toString().substring(0, 12));
    }

    Person named(String name) {
        HttpResponse<String> made = tracker.api().post("/api/v2/auth/sign-up", """
                {"name": "%s", "password": "%s"}""".formatted(name, PASSWORD));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return signedIn(name, PASSWORD);
    }

    /** The first administrator. */
    Person admin() {
        return signedIn("admin", tracker.password().orElseThrow());
    }

    Person signedIn(String name, String password) {
        HttpResponse<String> answer = signIn(name, password);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode tokens = Api.parsed(answer.body());
        String token = tokens.path("accessToken").asText();
        Api api = tracker.api().withToken(token);
        return new Person(
                api.json("/api/v2/me").path("id").asText(),
                name,
                api,
                token,
                tokens.path("refreshToken").asText());
    }

    HttpResponse<String> signIn(String name, String password) {
        return tracker.api().post("/api/v2/auth/sign-in", """
                {"name": "%s", "password": "%s"}""".formatted(name, password));
    }

    /** A key of that person with those scopes, as in {@code "cards:read", "admin:read"}. */
    static String key(Person owner, String scopes) {
        HttpResponse<String> made = owner.api().post("/api/v2/me/api-keys", """
                {"name": "test", "scopes": [%s]}""".formatted(scopes));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return Api.parsed(made.body()).path("key").asText();
    }
}
