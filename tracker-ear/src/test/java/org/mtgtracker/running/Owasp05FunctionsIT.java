package org.mtgtracker.running;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** API5:2023, broken function level authorization: what an administrator may, nobody else may. */
@ExtendWith(SharedTracker.class)
class Owasp05FunctionsIT {
    private final RunningTracker tracker;

    Owasp05FunctionsIT(RunningTracker tracker) {
        this.tracker = tracker;
    }

    @Test
    void every_operation_that_asks_for_a_name_refuses_the_nameless() {
        JsonNode paths =
                Api.parsed(tracker.api().get("/openapi?format=json").body()).path("paths");
        List<String> refused = new ArrayList<>();
        paths.properties().forEach(path -> path.getValue().properties().forEach(operation -> {
            if (!operation.getValue().path("security").isEmpty()) {
                String address = path.getKey().replaceAll("\\{[^}]*}", "1");
                String method = operation.getKey().toUpperCase(Locale.ROOT);
                boolean body = method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
                int status = tracker.api()
                        .call(method, address, body ? "application/json" : null, body ? "{}" : null, Map.of())
                        .statusCode();
                assertThat(status).as("%s %s", method, address).isEqualTo(401);
                refused.add(method + ' ' + address);
            }
        }));

        assertThat(refused).contains("POST /api/v2/imports", "GET /api/v2/jobs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
    void a_header_does_not_change_the_method(String header) {
        assertThat(tracker.api()
                        .call("GET", "/api/v2/imports", null, null, Map.of(header, "OPTIONS"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(tracker.asAdmin()
                        .call("GET", "/api/v2/imports", null, null, Map.of(header, "POST"))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/imports/", "/api/v2//imports", "/api/v2/./imports", "/api/v2/cards/../imports"})
    void another_way_to_write_an_address_is_no_way_round(String path) {
        assertThat(new RawHttp(tracker.address())
                        .send("GET " + path + " HTTP/1.1")
                        .status())
                .isIn(400, 401, 404);
    }

    @Test
    void pages_for_administrators_send_others_to_sign_in() {
        assertThat(tracker.api().get("/admin/imports").statusCode()).isIn(302, 303, 401, 403);
    }
}
