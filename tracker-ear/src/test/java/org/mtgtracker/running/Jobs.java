package org.mtgtracker.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Jobs on a running server, by its administrator. */
final class Jobs {
    private static final Duration WITHIN = Duration.ofSeconds(180);

    private final Api admin;

    Jobs(Api admin) {
        this.admin = admin;
    }

    /** The answer to the wish, whatever it is. */
    HttpResponse<String> start(String job, String... headers) {
        return admin.post("/api/v2/jobs/" + job + "/runs", "{}", headers);
    }

    /** The address of a run that began because of this wish. */
    String begun(String job, String... headers) {
        HttpResponse<String> response = start(job, headers);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return response.headers().firstValue("Location").orElseThrow();
    }

    /** The run after its end. */
    JsonNode ended(String address) {
        return await().atMost(WITHIN).until(() -> admin.json(address), run -> !run.path("outcome")
                .asText()
                .equals("running"));
    }

    JsonNode run(String address) {
        return admin.json(address);
    }

    JsonNode job(String name) {
        return admin.json("/api/v2/jobs/" + name);
    }

    JsonNode newest(String job) {
        return admin.json("/api/v2/jobs/" + job + "/runs?limit=1").path("data").path(0);
    }
}
