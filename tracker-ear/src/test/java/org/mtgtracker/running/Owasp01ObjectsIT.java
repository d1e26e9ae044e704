package org.mtgtracker.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** API1:2023, broken object level authorization: an id alone opens nothing. */
@ExtendWith(SharedTracker.class)
class Owasp01ObjectsIT {
    private final RunningTracker tracker;

    Owasp01ObjectsIT(RunningTracker tracker) {
        this.tracker = tracker;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v2/imports/1",
                "/api/v2/imports/1/problems",
                "/api/v2/imports/1/changes",
                "/api/v2/price-files/1",
                "/api/v2/jobs/history/runs/1",
                "/api/v2/imports/999999"
            })
    void who_may_not_see_a_thing_does_not_even_hear_whether_it_is_there(String path) {
        for (String method : new String[] {"GET", "HEAD"}) {
            assertThat(tracker.api().call(method, path, null, null, Map.of()).statusCode())
                    .as("%s %s", method, path)
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v2/imports/1?admin=true", "/api/v2/imports/1?user=admin", "/api/v2/imports/1;role=ADMIN"})
    void what_a_request_says_of_its_sender_is_no_proof(String path) {
        assertThat(tracker.api()
                        .get(path, "X-User", "admin", "X-Forwarded-User", "admin", "X-Remote-User", "admin")
                        .statusCode())
                .isIn(401, 404);
    }

    @Test
    void a_key_of_somebody_else_is_neither_seen_nor_revoked_by_any_way() {
        People people = new People(tracker);
        People.Person one = people.somebody();
        People.Person other = people.somebody();
        People.key(one, "\"cards:read\"");
        String id = one.api()
                .json("/api/v2/me/api-keys")
                .path("data")
                .path(0)
                .path("id")
                .asText();
        String own = "/api/v2/me/api-keys/" + id;
        String overUser = "/api/v2/admin/users/" + one.id() + "/api-keys";

        for (String path : new String[] {own, own + "/usage"}) {
            assertThat(other.api().get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(other.api().call("DELETE", own, null, "If-Match", "*").statusCode())
                .isEqualTo(404);
        for (String path : new String[] {overUser, overUser + "/" + id + "/usage"}) {
            assertThat(other.api().get(path).statusCode()).as(path).isEqualTo(403);
            assertThat(tracker.asAdmin().get(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(other.api().call("DELETE", overUser + "/" + id, null).statusCode())
                .isEqualTo(403);
        // an administrator, too, finds it only where it is
        String elsewhere = "/api/v2/admin/users/" + other.id() + "/api-keys/" + id;
        assertThat(tracker.asAdmin().call("DELETE", elsewhere, null).statusCode())
                .isEqualTo(404);
        assertThat(one.api().json(own).has("revokedAt")).isFalse();
    }

    /** A new path of one's own that is named by an id has to be tried above, and then named here. */
    @Test
    void everything_of_ones_own_that_has_an_id_is_tried_here() {
        JsonNode paths =
                Api.parsed(tracker.api().get("/openapi?format=json").body()).path("paths");

        assertThat(paths.fieldNames())
                .toIterable()
                .filteredOn(path -> path.startsWith("/api/v2/me/") && path.contains("{"))
                .containsExactlyInAnyOrder(
                        "/api/v2/me/api-keys/{id}", "/api/v2/me/api-keys/{id}/usage", "/api/v2/me/sessions/{id}");
    }

    @Test
    void what_is_somebodys_own_is_nobody_elses_whoever_knows_its_id() {
        People people = new People(tracker);
        People.Person one = people.somebody();
        People.Person other = people.somebody();
        String session = one.api()
                .json("/api/v2/me/sessions")
                .path("data")
                .path(0)
                .path("id")
                .asText();

        assertThat(other.api()
                        .call("DELETE", "/api/v2/me/sessions/" + session, null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(other.api().get("/api/v2/admin/users/" + one.id()).statusCode())
                .isIn(403, 404);
        assertThat(other.api()
                        .call("PATCH", "/api/v1/users/" + one.id(), "{\"email\": null}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(one.api().json("/api/v2/me").path("name").asText()).isEqualTo(one.name());
    }
}
