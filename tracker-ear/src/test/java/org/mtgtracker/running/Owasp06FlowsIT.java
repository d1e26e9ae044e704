package org.mtgtracker.running;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** API6:2023, unrestricted access to sensitive business flows: who carries the catalogue off is slowed. */
@ExtendWith(SharedTracker.class)
class Owasp06FlowsIT {
    private final Api api;

    Owasp06FlowsIT(RunningTracker tracker) {
        this.api = tracker.api();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v2/cards?limit=1, 198.51.100.1",
        "/api/v2/cards/random, 198.51.100.2",
        "/api/v2/cards/named?fuzzy=a, 198.51.100.3",
        "/api/v1/search?limit=1, 198.51.100.4",
        "/api/search?limit=1, 198.51.100.5"
    })
    void whichever_way_one_searches_it_counts_as_a_search(String path, String client) {
        int status = 0;
        for (int search = 0; search <= 30; search++) {
            status = api.get(path, "X-Forwarded-For", client).statusCode();
        }

        assertThat(status).isEqualTo(429);
    }
}
