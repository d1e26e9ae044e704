package org.mtgtracker.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
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

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
