package org.mtgtracker.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Imports on a running server, by its administrator, one after the other. */
final class Imports {
    private static final Duration WITHIN = Duration.ofSeconds(180);

    private final Api admin;

    private Imports(Api admin) {
        this.admin = admin;
    }

    static Imports of(RunningTracker tracker) {
        return new Imports(tracker.asAdmin());
    }

    /** The answer to the wish, once no other import is in its way. */
    HttpResponse<String> started(String source, String requestId) {
        return await().atMost(WITHIN)
                .until(
                        () -> admin.startImport(source, "X-Request-Id", requestId),
                        response -> response.statusCode() != 409);
    }

    /** The import after its end. */
    JsonNode finished(String source) {
        HttpResponse<String> response = started(source, "an-import");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        String address = response.headers().firstValue("Location").orElseThrow();
        return await().atMost(WITHIN).until(() -> admin.json(address), run -> !run.path("outcome")
                .asText()
                .equals("running"));
    }
}
