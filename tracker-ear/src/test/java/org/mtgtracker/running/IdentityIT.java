package org.mtgtracker.running;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Accounts, sessions, keys, users and the audit log over HTTP. */
@ExtendWith(SharedTracker.class)
class IdentityIT {
    private final RunningTracker tracker;
    private final People people;

    IdentityIT(RunningTracker tracker) {
        this.tracker = tracker;
        this.people = new People(tracker);
    }

    @Test
    void somebody_signs_up_signs_in_goes_on_and_signs_out() {
        People.Person jaya = people.somebody();
        JsonNode me = jaya.api().json("/api/v2/me");
        assertThat(me.path("name").asText()).isEqualTo(jaya.name());
        assertThat(me.path("role").asText()).isEqualTo("USER");
        assertThat(me.has("email")).isFalse();
        assertThat(me.toString()).doesNotContain("assword");

        HttpResponse<String> next = refresh(jaya.refreshToken());
        assertThat(next.statusCode()).as(next.body()).isEqualTo(200);
        assertThat(next.headers().firstValue("Cache-Control")).contains("no-store");
        JsonNode tokens = Api.parsed(next.body());
        assertThat(tokens.path("tokenType").asText()).isEqualTo("Bearer");
        assertThat(tokens.path("expiresIn").asInt()).isEqualTo(900);
        Api renewed = tracker.api().withToken(tokens.path("accessToken").asText());
        assertThat(renewed.json("/api/v2/whoami").path("roles").toString()).isEqualTo("[\"USER\"]");

        assertThat(renewed.post("/api/v2/auth/sign-out", "{}").statusCode()).isEqualTo(204);
        assertThat(renewed.get("/api/v2/me").statusCode()).isEqualTo(401);
        assertThat(refresh(tokens.path("refreshToken").asText()).statusCode()).isEqualTo(401);
    }

    @Test
    void a_refresh_token_that_comes_twice_ends_the_session() {
        People.Person jaya = people.somebody();
        String second = Api.parsed(refresh(jaya.refreshToken()).body())
                .path("refreshToken")
                .asText();

        HttpResponse<String> again = refresh(jaya.refreshToken());

        problem(again, 401, "bad-refresh-token");
        assertThat(refresh(second).statusCode()).isEqualTo(401);
        assertThat(jaya.api().get("/api/v2/me").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> refresh(String token) {
        return tracker.api().post("/api/v2/auth/refresh", "{\"refreshToken\": \"" + token + "\"}");
    }

    @Test
    void a_wrong_password_and_an_unknown_name_are_the_same_answer() {
        People.Person jaya = people.somebody();

        HttpResponse<String> wrong = people.signIn(jaya.name(), "freeze it all");
        HttpResponse<String> unknown = people.signIn(jaya.name() + "x", "freeze it all");

        problem(wrong, 401, "bad-credentials");
        assertThat(wrong.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(Api.parsed(unknown.body()).path("detail"))
                .isEqualTo(Api.parsed(wrong.body()).path("detail"));
        assertThat(unknown.statusCode()).isEqualTo(401);
    }

    @Test
    void guessing_is_slowed_until_an_administrator_lets_the_owner_in() {
        People.Person jaya = people.somebody();
        HttpResponse<String> answer = people.signIn(jaya.name(), "wrong");
        for (int i = 0; i < 15 && answer.statusCode() == 401; i++) {
            answer = people.signIn(jaya.name(), "wrong");
        }
        problem(answer, 429, "too-many-attempts");
        assertThat(answer.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();

        // whoever guesses keeps nobody out who is in
        assertThat(jaya.api().get("/api/v2/me").statusCode()).isEqualTo(200);
        assertThat(refresh(jaya.refreshToken()).statusCode()).isEqualTo(200);

        HttpResponse<String> unlocked =
                tracker.asAdmin().call("POST", "/api/v2/admin/users/" + jaya.id() + "/unlock", null);

        assertThat(unlocked.statusCode()).as(unlocked.body()).isEqualTo(204);
        assertThat(people.signIn(jaya.name(), People.PASSWORD).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | name",
                "{\"name\": \"x\", \"password\": \"all my mountains burn\"} | name",
                "{\"name\": \"<script>alert(1)</script>\", \"password\": \"all my mountains burn\"} | name",
                "{\"name\": 1, \"password\": \"all my mountains burn\"} | name",
                "{\"name\": \"chandra\", \"password\": \"password\"} | password",
                "{\"name\": \"chandra\", \"password\": \"all my mountains burn\", \"email\": \"x\"} | email",
                "{\"name\": \"chandra\", \"password\": \"all my mountains burn\", \"role\": \"ADMIN\"} | role",
            })
    void a_wrong_detail_is_named(String body, String field) {
        HttpResponse<String> answer = tracker.api().post("/api/v2/auth/sign-up", body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        JsonNode problem = Api.parsed(answer.body());
        assertThat(problem.path("field").asText()
                        + problem.path("fields").path(0).asText())
                .isEqualTo(field);
    }

    @Test
    void a_taken_name_is_told() {
        People.Person jaya = people.somebody();

        problem(
                tracker.api().post("/api/v2/auth/sign-up", """
                        {"name": "%s", "password": "%s"}""".formatted(
                                jaya.name().toUpperCase(Locale.ROOT), People.PASSWORD)),
                409,
                "name-taken");
    }

    @Test
    void nobody_sees_or_ends_what_is_anothers() {
        People.Person jaya = people.somebody();
        People.Person other = people.somebody();
        String session = jaya.api()
                .json("/api/v2/me/sessions")
                .path("data")
                .path(0)
                .path("id")
                .asText();
        People.key(jaya, "\"cards:read\"");
        String key = jaya.api()
                .json("/api/v2/me/api-keys")
                .path("data")
                .path(0)
                .path("id")
                .asText();

        problem(other.api().call("DELETE", "/api/v2/me/sessions/" + session, null), 404, "unknown-session");
        problem(other.api().get("/api/v2/me/api-keys/" + key), 404, "unknown-api-key");
        problem(other.api().get("/api/v2/me/api-keys/" + key + "/usage"), 404, "unknown-api-key");
        problem(other.api().call("DELETE", "/api/v2/me/api-keys/" + key, null), 404, "unknown-api-key");
        problem(
                other.api().call("PATCH", "/api/v2/admin/users/" + jaya.id(), "{\"role\": \"ADMIN\"}"),
                403,
                "not-allowed");
        assertThat(other.api().json("/api/v2/me/api-keys").path("total").asInt())
                .isZero();
        assertThat(jaya.api().json("/api/v2/me/sessions").path("total").asInt()).isEqualTo(1);
    }

    @Test
    void a_key_is_used_counted_and_revoked() {
        People.Person jaya = people.somebody();
        Api program = tracker.api().withKey(People.key(jaya, "\"cards:read\""));
        assertThat(program.json("/api/v2/whoami").path("roles").toString()).isEqualTo("[\"API_CLIENT\"]");
        assertThat(program.get("/api/v2/cards?limit=1").statusCode()).isEqualTo(200);
        JsonNode key = jaya.api().json("/api/v2/me/api-keys").path("data").path(0);
        String address = "/api/v2/me/api-keys/" + key.path("id").asText();
        assertThat(key.has("key")).isFalse();

        await().atMost(20, SECONDS).untilAsserted(() -> assertThat(jaya.api()
                        .json(address + "/usage")
                        .path("data")
                        .path(0)
                        .path("requests")
                        .asLong())
                .isEqualTo(2));
        assertThat(jaya.api().json(address).has("lastUsedAt")).isTrue();

        assertThat(jaya.api().call("DELETE", address, null).statusCode()).isEqualTo(204);
        problem(program.get("/api/v2/cards?limit=1"), 401, "bad-api-key");
    }

    @Test
    void two_credentials_are_one_too_many() {
        People.Person jaya = people.somebody();

        problem(
                tracker.asAdmin().get("/api/v2/whoami", "Authorization", "Bearer " + jaya.accessToken()),
                400,
                "two-credentials");
        problem(tracker.api().get("/api/v2/me", "Authorization", "Basic amF5YTpqYXlh"), 401, "bad-access-token");
    }

    @Test
    void a_new_password_ends_the_other_sessions() {
        People.Person jaya = people.somebody();
        People.Person desk = people.signedIn(jaya.name(), People.PASSWORD);
        String change = """
                {"currentPassword": "%s", "newPassword": "islands dream of deeper water"}""";

        problem(jaya.api().call("PUT", "/api/v2/me/password", change.formatted("wrong")), 400, "bad-field");
        HttpResponse<String> changed = jaya.api().call("PUT", "/api/v2/me/password", change.formatted(People.PASSWORD));

        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
        assertThat(jaya.api().get("/api/v2/me").statusCode()).isEqualTo(200);
        assertThat(desk.api().get("/api/v2/me").statusCode()).isEqualTo(401);
        assertThat(people.signIn(jaya.name(), People.PASSWORD).statusCode()).isEqualTo(401);
        assertThat(people.signIn(jaya.name(), "islands dream of deeper water").statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_administrator_finds_disables_and_helps_people_and_all_of_it_is_in_the_audit_log() {
        People.Person jaya = people.somebody();
        Api admin = people.admin().api();
        String address = "/api/v2/admin/users/" + jaya.id();
        assertThat(admin.json("/api/v2/admin/users?q=" + jaya.name())
                        .path("data")
                        .path(0)
                        .path("id")
                        .asText())
                .isEqualTo(jaya.id());

        assertThat(admin.call("PATCH", address, "{\"active\": false}").statusCode())
                .isEqualTo(200);
        assertThat(jaya.api().get("/api/v2/me").statusCode()).isEqualTo(401);
        assertThat(people.signIn(jaya.name(), People.PASSWORD).statusCode()).isEqualTo(401);
        assertThat(admin.call("PATCH", address, "{\"active\": true, \"role\": \"ADMIN\"}")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> token = admin.call("POST", address + "/password-reset", null);
        assertThat(token.statusCode()).as(token.body()).isEqualTo(201);
        HttpResponse<String> reset = tracker.api().call("PUT", "/api/v2/auth/password-reset", """
                {"token": "%s", "password": "islands dream of deeper water"}""".formatted(
                        Api.parsed(token.body()).path("token").asText()));
        assertThat(reset.statusCode()).as(reset.body()).isEqualTo(204);
        assertThat(people.signedIn(jaya.name(), "islands dream of deeper water")
                        .api()
                        .get("/api/v2/admin/users?limit=1")
                        .statusCode())
                .isEqualTo(200);
        assertThat(admin.call("DELETE", address, null).statusCode()).isEqualTo(204);

        JsonNode log = admin.json("/api/v2/admin/audit?limit=500&subject=" + jaya.id());
        assertThat(log.path("data").findValuesAsText("act"))
                .contains(
                        "signed-up",
                        "signed-in",
                        "disabled",
                        "sign-in-failed",
                        "enabled",
                        "role-changed",
                        "reset-token-made",
                        "password-reset",
                        "account-deleted");
        assertThat(log.toString()).doesNotContain(jaya.name());
        JsonNode page = admin.json("/api/v2/admin/audit?limit=2&subject=" + jaya.id());
        JsonNode next = admin.json(page.path("next").asText());
        assertThat(next.path("data").path(0).path("id").asLong())
                .isLessThan(page.path("data").path(1).path("id").asLong());
        for (String wrong : new String[] {"act=nonsense", "actor=1", "from=yesterday", "cursor=%25", "limit=501"}) {
            problem(admin.get("/api/v2/admin/audit?" + wrong), 400, "bad-parameter");
        }
    }

    @Test
    void a_person_takes_everything_away_and_is_forgotten() {
        People.Person jaya = people.somebody();
        String key = People.key(jaya, "\"cards:read\"");

        HttpResponse<String> export = jaya.api().get("/api/v2/me/export");
        assertThat(export.statusCode()).as(export.body()).isEqualTo(200);
        assertThat(export.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        JsonNode taken = Api.parsed(export.body());
        assertThat(taken.path("account").path("name").asText()).isEqualTo(jaya.name());
        assertThat(taken.path("apiKeys")).hasSize(1);
        assertThat(export.body()).doesNotContain(key, "PBKDF2");

        assertThat(jaya.api().call("DELETE", "/api/v2/me", null).statusCode()).isEqualTo(204);
        assertThat(jaya.api().get("/api/v2/me").statusCode()).isEqualTo(401);
        assertThat(people.signIn(jaya.name(), People.PASSWORD).statusCode()).isEqualTo(401);
        people.named(jaya.name());
    }

    @Test
    void the_keys_are_published_and_have_no_private_half() {
        people.somebody();
        JsonNode keys = tracker.api().json("/api/v2/.well-known/jwks.json").path("keys");

        assertThat(keys).isNotEmpty();
        for (JsonNode key : keys) {
            assertThat(key.path("kty").asText()).isEqualTo("RSA");
            assertThat(key.path("alg").asText()).isEqualTo("RS256");
            assertThat(key.path("use").asText()).isEqualTo("sig");
            assertThat(key.has("kid")).isTrue();
            assertThat(key.has("d")).isFalse();
        }
    }

    @Test
    void a_change_may_say_what_it_is_based_on() {
        People.Person jaya = people.somebody();
        HttpResponse<String> read = jaya.api().get("/api/v2/me");
        String tag = read.headers().firstValue("ETag").orElseThrow();
        assertThat(jaya.api().get("/api/v2/me", "If-None-Match", tag).statusCode())
                .isEqualTo(304);

        HttpResponse<String> changed =
                jaya.api().call("PATCH", "/api/v2/me", "{\"email\": \"a@example.org\"}", "If-Match", tag);
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        String next = changed.headers().firstValue("ETag").orElseThrow();
        assertThat(next).isNotEqualTo(tag);
        assertThat(jaya.api().get("/api/v2/me").headers().firstValue("ETag")).hasValue(next);

        String user = "/api/v2/admin/users/" + jaya.id();
        Api admin = tracker.asAdmin();
        HttpResponse<String> stale = admin.call("PATCH", user, "{\"active\": false}", "If-Match", tag);
        problem(stale, 412, "precondition-failed");
        assertThat(stale.headers().firstValue("ETag")).hasValue(next);
        problem(admin.call("DELETE", user, null, "If-Match", tag), 412, "precondition-failed");
        problem(jaya.api().call("DELETE", "/api/v2/me", null, "If-Match", "\"x\""), 412, "precondition-failed");
        problem(jaya.api().call("DELETE", "/api/v2/me", null, "If-Match", "W/" + next), 412, "precondition-failed");

        assertThat(jaya.api()
                        .call("DELETE", "/api/v2/me", null, "If-Match", next)
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void a_key_that_was_used_since_it_was_looked_at_may_be_left_alone() {
        People.Person jaya = people.somebody();
        String key = People.key(jaya, "\"cards:read\"");
        String path = "/api/v2/me/api-keys/"
                + jaya.api()
                        .json("/api/v2/me/api-keys")
                        .path("data")
                        .path(0)
                        .path("id")
                        .asText();
        String unused = jaya.api().get(path).headers().firstValue("ETag").orElseThrow();

        tracker.api().withKey(key).json("/api/v2/whoami");
        await().atMost(60, SECONDS).until(() -> jaya.api().json(path).has("lastUsedAt"));

        problem(jaya.api().call("DELETE", path, null, "If-Match", unused), 412, "precondition-failed");
        assertThat(jaya.api().call("DELETE", path, null, "If-Match", "*").statusCode())
                .isEqualTo(204);
    }

    @Test
    void a_session_or_somebodys_key_that_is_not_as_it_is_meant_stays() {
        People.Person jaya = people.somebody();
        People.key(jaya, "\"cards:read\"");
        String session = "/api/v2/me/sessions/" + firstId(jaya.api(), "/api/v2/me/sessions");
        String keys = "/api/v2/admin/users/" + jaya.id() + "/api-keys";
        String key = keys + "/" + firstId(tracker.asAdmin(), keys);

        problem(tracker.asAdmin().call("DELETE", key, null, "If-Match", "\"x\""), 412, "precondition-failed");
        HttpResponse<String> stale = jaya.api().call("DELETE", session, null, "If-Match", "\"x\"");
        problem(stale, 412, "precondition-failed");

        assertThat(tracker.asAdmin().call("DELETE", key, null, "If-Match", "*").statusCode())
                .isEqualTo(204);
        assertThat(jaya.api()
                        .call(
                                "DELETE",
                                session,
                                null,
                                "If-Match",
                                stale.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(204);
    }

    private static String firstId(Api api, String list) {
        return api.json(list).path("data").path(0).path("id").asText();
    }

    @Test
    void what_administrators_start_by_hand_is_in_the_audit_log() {
        Api admin = tracker.asAdmin();
        HttpResponse<String> run = admin.call("POST", "/api/v2/jobs/identity-cleaning/runs", "{}");
        assertThat(run.statusCode()).as(run.body()).isIn(202, 409);
        assertThat(admin.startImport("file:///nowhere/cards.json").statusCode()).isIn(409, 422);
        assertThat(admin.call(
                                "POST",
                                "/api/v2/price-files",
                                "{\"source\": \"https://u:p@example.invalid/p.csv?key=k\"}")
                        .statusCode())
                .isIn(202, 409, 422);

        assertThat(newest(admin, "job-asked").path("detail").asText()).isEqualTo("identity-cleaning");
        assertThat(newest(admin, "import-asked").path("detail").asText()).isEqualTo("file:///nowhere/cards.json");
        assertThat(newest(admin, "prices-asked").path("detail").asText())
                .isEqualTo("prices: https://example.invalid/p.csv");
        assertThat(newest(admin, "first-admin-made").path("subjectName").asText())
                .isEqualTo("admin");
        assertThat(newest(admin, "signing-key-published").path("detail").asText())
                .startsWith("key ");
    }

    private static JsonNode newest(Api admin, String act) {
        return admin.json("/api/v2/admin/audit?limit=1&act=" + act).path("data").path(0);
    }

    @Test
    void a_token_that_is_none_is_told_so() {
        problem(
                tracker.api().call("POST", "/api/v2/auth/email-verification", "{\"token\": \"nonsense\"}"),
                400,
                "bad-token");
    }

    private static void problem(HttpResponse<String> answer, int status, String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Api.parsed(answer.body()).path("type").asText()).isEqualTo("/problems/" + type);
    }
}
