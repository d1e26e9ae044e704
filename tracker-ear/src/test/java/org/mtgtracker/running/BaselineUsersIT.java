package org.mtgtracker.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Users as clients of the tracker that was there before know them. */
@ExtendWith(SharedTracker.class)
class BaselineUsersIT {
    private static final String USERS = "/api/v1/users";

    private final RunningTracker tracker;
    private final String name = "b" + UUID.randomUUID().toString().substring(0, 12);

    BaselineUsersIT(RunningTracker tracker) {
        this.tracker = tracker;
    }

    @Test
    void somebody_signs_up_in_and_out() {
        HttpResponse<String> made = signedUp();
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        assertThat(Api.parsed(made.body()).path("role").asText()).isEqualTo("user");
        assertThat(Api.parsed(made.body()).path("is_active").asBoolean()).isTrue();
        assertThat(made.body()).doesNotContain(People.PASSWORD);

        HttpResponse<String> in = signedIn();
        assertThat(in.statusCode()).as(in.body()).isEqualTo(200);
        Api self = tracker.api().withToken(Api.parsed(in.body()).path("token").asText());
        assertThat(self.json("/api/users/currentuser")
                        .path("currentUser")
                        .path("name")
                        .asText())
                .isEqualTo(name);

        assertThat(self.post(USERS + "/signout", "{}").statusCode()).isEqualTo(200);
        assertThat(self.get(USERS + "/currentuser").statusCode()).isEqualTo(401);
    }

    @Test
    void nobody_is_nobody() {
        assertThat(tracker.api()
                        .json(USERS + "/currentuser")
                        .path("currentUser")
                        .isNull())
                .isTrue();
        assertThat(tracker.api().post(USERS + "/signout", "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void everybody_changes_himself_alone_and_no_role() {
        JsonNode made = Api.parsed(signedUp().body());
        Api self = tracker.api()
                .withToken(Api.parsed(signedIn().body()).path("token").asText());
        String own = USERS + "/" + made.path("id").asText();

        HttpResponse<String> changed = self.call("PATCH", own, "{\"email\": \"" + name + "@example.org\"}");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
        assertThat(self.call("PATCH", own, "{\"role\": \"admin\"}").statusCode())
                .isEqualTo(400);
        assertThat(self.call("PATCH", USERS + "/" + UUID.randomUUID(), "{\"email\": null}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(tracker.api().call("PATCH", own, "{\"email\": null}").statusCode())
                .isEqualTo(401);
    }

    private HttpResponse<String> signedUp() {
        return tracker.api()
                .post(USERS + "/newuser", "{\"name\": \"%s\", \"password\": \"%s\"}".formatted(name, People.PASSWORD));
    }

    private HttpResponse<String> signedIn() {
        return tracker.api()
                .post(USERS + "/signin", "{\"name\": \"%s\", \"password\": \"%s\"}".formatted(name, People.PASSWORD));
    }
}
