package org.mtgtracker.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** API3:2023, broken object property level authorization: nothing is told or taken that does not belong there. */
@ExtendWith(SharedTracker.class)
class Owasp03PropertiesIT {
    private final RunningTracker tracker;

    Owasp03PropertiesIT(RunningTracker tracker) {
        this.tracker = tracker;
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v2/imports, '{\"source\": \"demo\", \"outcome\": \"succeeded\"}', outcome",
        "/api/v2/jobs/history/runs, '{\"outcome\": \"succeeded\"}', outcome",
        "/api/v2/price-files, '{\"source\": \"x\", \"id\": 1}', id",
        "/api/v2/cards/collection, '{\"identifiers\": [], \"role\": \"ADMIN\"}', role"
    })
    void a_field_that_nobody_may_set_is_refused_by_its_name(String path, String body, String field) {
        HttpResponse<String> answer = tracker.asAdmin().post(path, body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(Api.parsed(answer.body()).path("fields").toString()).contains('"' + field + '"');
    }

    @Test
    void nobody_makes_himself_an_administrator() {
        People.Person somebody = new People(tracker).somebody();

        for (String path : new String[] {"/api/v2/auth/sign-up", "/api/v1/users/newuser"}) {
            HttpResponse<String> answer = tracker.api()
                    .post(
                            path,
                            "{\"name\": \"mallory\", \"password\": \"" + People.PASSWORD + "\", \"role\": \"ADMIN\"}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        }
        assertThat(somebody.api()
                        .call("PATCH", "/api/v2/me", "{\"role\": \"ADMIN\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(somebody.api().json("/api/v2/me").path("role").asText()).isEqualTo("USER");
    }

    @Test
    void who_one_is_is_told_without_anything_secret() {
        assertThat(tracker.asAdmin().json("/api/v2/whoami").fieldNames())
                .toIterable()
                .doesNotContain("password", "passwordHash", "hash", "secret", "key");
        assertThat(tracker.asAdmin().get("/api/v2/whoami").body())
                .doesNotContain(tracker.apiKey().orElseThrow())
                .doesNotContain("PBKDF2");
    }

    @Test
    void what_everybody_sees_names_no_folder_of_the_server() {
        assertThat(tracker.api().get("/api/v2/catalogue").body())
                .doesNotContain(tracker.data().toString())
                .doesNotContain("jdbc:", "password");
    }
}
