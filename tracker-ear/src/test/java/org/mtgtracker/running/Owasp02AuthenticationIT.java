package org.mtgtracker.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** API2:2023, broken authentication: only a whole and right key is a key, and only where keys belong. */
@ExtendWith(SharedTracker.class)
class Owasp02AuthenticationIT {
    private static final String WHOAMI = "/api/v2/whoami";

    private final RunningTracker tracker;
    private final String key;

    Owasp02AuthenticationIT(RunningTracker tracker) {
        this.tracker = tracker;
        this.key = tracker.apiKey().orElseThrow();
    }

    @Test
    void the_right_key_is_known() {
        assertThat(tracker.asAdmin().get(WHOAMI).statusCode()).isEqualTo(200);
    }

    @Test
    void a_key_that_is_nearly_right_is_wrong() {
        String prefix = key.substring(0, key.lastIndexOf('_') + 1);
        for (String wrong : new String[] {
            key.substring(0, key.length() - 1),
            key + "a",
            prefix,
            prefix + "a".repeat(32),
            key.toUpperCase(Locale.ROOT),
            "%" + key,
            key.replace('_', '-')
        }) {
            HttpResponse<String> answer = tracker.api().withKey(wrong).get(WHOAMI);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(401);
            assertThat(answer.body()).doesNotContain(wrong);
        }
    }

    @Test
    void a_key_that_there_is_not_and_one_with_a_wrong_secret_are_told_apart_by_nothing() {
        String wrongSecret = key.substring(0, key.lastIndexOf('_') + 1) + "x".repeat(40);
        String unknown = "mtg_zzzzzzzz_" + "x".repeat(40);

        assertThat(Api.parsed(tracker.api().withKey(unknown).get(WHOAMI).body()).path("detail"))
                .isEqualTo(Api.parsed(
                                tracker.api().withKey(wrongSecret).get(WHOAMI).body())
                        .path("detail"));
    }

    @Test
    void a_key_in_the_address_or_in_a_cookie_is_none() {
        assertThat(tracker.api()
                        .get(WHOAMI + "?X-API-Key=" + key + "&api_key=" + key)
                        .statusCode())
                .isEqualTo(401);
        assertThat(tracker.api().get(WHOAMI, "Cookie", "X-API-Key=" + key).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"alg\":\"none\"}", "{\"alg\":\"none\",\"typ\":\"JWT\"}", "{\"alg\":\"HS256\",\"typ\":\"JWT\"}"
            })
    void a_token_that_anybody_can_write_is_none(String head) {
        String token =
                base64(head) + "." + base64("{\"sub\":\"admin\",\"upn\":\"admin\",\"groups\":[\"ADMIN\"]}") + ".";

        assertThat(tracker.api().get(WHOAMI, "Authorization", "Bearer " + token).statusCode())
                .isEqualTo(401);
        assertThat(tracker.api()
                        .get(WHOAMI, "Authorization", "Basic " + base64("admin:admin"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void what_a_token_says_of_its_own_key_is_not_believed() {
        People.Person jaya = new People(tracker).somebody();
        String jwks = tracker.api().get("/api/v2/.well-known/jwks.json").body();
        ForgedTokens forged = new ForgedTokens(jaya.accessToken(), tracker.data());
        assertThat(tracker.api().withToken(forged.good()).get(WHOAMI).statusCode())
                .isEqualTo(200);

        forged.tricks(jwks).forEach((trick, token) -> {
            HttpResponse<String> answer = tracker.api().withToken(token).get(WHOAMI);
            assertThat(answer.statusCode()).as("%s: %s", trick, answer.body()).isEqualTo(401);
        });
    }

    @Test
    void a_token_of_one_kind_is_none_of_another() {
        People.Person jaya = new People(tracker).somebody();

        assertThat(tracker.api().withToken(jaya.refreshToken()).get(WHOAMI).statusCode())
                .isEqualTo(401);
        assertThat(tracker.api().withKey(jaya.accessToken()).get(WHOAMI).statusCode())
                .isEqualTo(401);
        for (String token : new String[] {jaya.accessToken(), jaya.refreshToken()}) {
            for (String path : new String[] {"/api/v2/auth/password-reset", "/api/v2/auth/email-verification"}) {
                boolean reset = path.endsWith("reset");
                String body = reset
                        ? "{\"token\": \"%s\", \"password\": \"%s\"}".formatted(token, People.PASSWORD)
                        : "{\"token\": \"%s\"}".formatted(token);
                assertThat(tracker.api()
                                .call(reset ? "PUT" : "POST", path, body)
                                .statusCode())
                        .as(path)
                        .isEqualTo(400);
            }
        }
        assertThat(tracker.api()
                        .post("/api/v2/auth/refresh", "{\"refreshToken\": \"" + jaya.accessToken() + "\"}")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_pages_session_is_no_way_into_the_api_and_a_page_takes_nothing_that_its_form_did_not_send() {
        People.Person jaya = new People(tracker).somebody();
        Browser browser = new Browser(tracker.address());
        String signedIn = browser.submit(
                browser.open("/sign-in?next=%2Faccount%2Fprofile"),
                "in",
                "sign-in",
                Map.of("name", jaya.name(), "password", People.PASSWORD));
        assertThat(signedIn).contains("E-mail address", jaya.name());

        // the cookie alone, as a page of a stranger would send it
        assertThat(browser.status("GET", "/api/v2/me", "")).isEqualTo(401);
        assertThat(browser.status("DELETE", "/api/v2/me", "")).isEqualTo(401);
        assertThat(browser.status(
                        "POST", "/account/profile", "email-form=email-form&email=mallory%40example.org&change-email="))
                .isLessThan(500);
        assertThat(browser.status("POST", "/account/profile", "delete-form=delete-form&sure=on&delete="))
                .isLessThan(500);
        assertThat(jaya.api().json("/api/v2/me").has("email")).isFalse();
    }

    @Test
    void who_asks_for_a_new_password_does_not_hear_whether_there_is_such_an_account() {
        People.Person jaya = new People(tracker).somebody();
        String wish = "{\"name\": \"%s\"}";

        HttpResponse<String> known = tracker.api().post("/api/v2/auth/password-reset", wish.formatted(jaya.name()));
        HttpResponse<String> unknown =
                tracker.api().post("/api/v2/auth/password-reset", wish.formatted(jaya.name() + "x"));

        assertThat(known.statusCode()).isEqualTo(202).isEqualTo(unknown.statusCode());
        assertThat(known.body()).isEqualTo(unknown.body());
        assertThat(known.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
    }

    @Test
    void signing_in_leads_to_no_other_site() {
        People.Person jaya = new People(tracker).somebody();
        for (String next :
                new String[] {"//evil.example/", "/%5Cevil.example", "https://evil.example/", "/%09/evil.example"}) {
            Browser browser = new Browser(tracker.address());
            String page = browser.submit(
                    browser.open("/sign-in?next=" + next),
                    "in",
                    "sign-in",
                    Map.of("name", jaya.name(), "password", People.PASSWORD));
            assertThat(page).as(next).contains("MTG Tracker");
            // the hidden field is a parameter as well
            Browser other = new Browser(tracker.address());
            page = other.submit(
                    other.open("/sign-in"),
                    "in",
                    "sign-in",
                    Map.of("name", jaya.name(), "password", People.PASSWORD, "next", "//evil.example/"));
            assertThat(page).as(next).contains("MTG Tracker");
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
