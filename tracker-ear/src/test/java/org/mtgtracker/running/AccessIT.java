package org.mtgtracker.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Calls everything that the table in docs/access.md has, as whoever might try. */
@ExtendWith(SharedTracker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIT {
    private static final Path TABLE = Path.of("..", "docs", "access.md");
    private static final Pattern ROW = Pattern.compile("\\| `(/[^`]*)` \\| ([A-Z]+) \\| ([^|]+) \\| ([a-z:]+) \\|");
    private static final Set<Integer> REFUSED = Set.of(401, 403);

    /** What ends the session that asks, or the account, or is refused for an id of others: not for who may. */
    private static final Set<String> NOT_WALKED = Set.of(
            "POST /api/v2/auth/sign-out",
            "POST /api/v2/auth/sign-out-everywhere",
            "DELETE /api/v2/me",
            "POST /api/v1/users/signout",
            "PATCH /api/v1/users/{id}");

    private final RunningTracker tracker;
    private final List<Row> rows = new ArrayList<>();
    private People.Person user;
    private People.Person admin;

    AccessIT(RunningTracker tracker) {
        this.tracker = tracker;
    }

    private record Row(String path, String method, List<String> who, String scope) {
        /** An address with ids that nothing has: who may come finds nothing, and changes nothing. */
        String address() {
            return path.replaceAll("\\{name[^}]*}", "nonsense")
                    .replaceAll("\\{[^}]+}", "00000000-0000-4000-8000-000000000000");
        }

        boolean open() {
            return who.equals(List.of("everybody"));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeAll
    void prepare() throws IOException {
        Matcher matcher = ROW.matcher(Files.readString(TABLE));
        while (matcher.find()) {
            rows.add(new Row(
                    matcher.group(1),
                    matcher.group(2),
                    Arrays.asList(matcher.group(3).split(", ")),
                    matcher.group(4)));
        }
        assertThat(rows).hasSizeGreaterThan(40);
        People people = new People(tracker);
        user = people.somebody();
        admin = people.admin();
    }

    @Test
    void nobody_comes_only_where_everybody_may() {
        for (Row row : rows) {
            HttpResponse<String> answer = call(tracker.api(), row);
            if (row.open()) {
                assertThat(problem(answer)).as("%s: %s", row, answer.body()).isNotEqualTo("credentials-missing");
                assertThat(answer.statusCode()).as("%s: %s", row, answer.body()).isNotEqualTo(403);
            } else {
                assertThat(answer.statusCode()).as("%s: %s", row, answer.body()).isEqualTo(401);
                assertThat(problem(answer)).isEqualTo("credentials-missing");
                assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                        .contains("Bearer ", "ApiKey ");
            }
        }
    }

    @Test
    void a_user_comes_only_where_users_may() {
        walk(user.api(), "USER");
    }

    @Test
    void an_administrator_comes_where_administrators_and_users_may() {
        walk(admin.api(), "ADMIN", "USER");
    }

    private void walk(Api api, String... roles) {
        for (Row row : rows) {
            boolean may = row.open() || row.who().stream().anyMatch(Arrays.asList(roles)::contains);
            if (may && NOT_WALKED.contains(row.toString())) {
                continue;
            }
            HttpResponse<String> answer = call(api, row);
            if (may) {
                assertNotRefused(row, answer);
            } else {
                assertThat(answer.statusCode()).as("%s: %s", row, answer.body()).isEqualTo(403);
                assertThat(problem(answer)).isEqualTo("not-allowed");
            }
        }
    }

    /** A wrong password or token in an empty body is not looked at: the body is refused before. */
    private static void assertNotRefused(Row row, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as("%s: %s", row, answer.body()).isNotIn(REFUSED);
        assertThat(answer.statusCode()).as("%s: %s", row, answer.body()).isLessThan(500);
    }

    @Test
    void a_key_comes_only_where_its_scopes_reach() {
        Api reader = tracker.api().withKey(People.key(admin, "\"cards:read\""));
        Api overseer = tracker.api().withKey(People.key(admin, "\"admin:read\""));
        Api everything = tracker.api()
                .withKey(People.key(
                        admin,
                        "\"cards:read\", \"collection:read\", \"collection:write\", \"listings:read\","
                                + " \"listings:write\", \"admin:read\", \"admin:write\""));
        for (Row row : rows) {
            expect(row, reader, row.scope().equals("cards:read"));
            expect(row, overseer, row.scope().equals("admin:read"));
            expect(row, everything, !row.scope().equals("none"));
        }
    }

    @Test
    void a_users_key_never_does_what_is_for_administrators() {
        Api key = tracker.api().withKey(People.key(user, "\"cards:read\", \"collection:read\""));
        for (Row row : rows) {
            expect(row, key, row.scope().equals("cards:read") || row.scope().equals("collection:read"));
        }
    }

    private static void expect(Row row, Api api, boolean may) {
        HttpResponse<String> answer = call(api, row);
        if (may) {
            assertNotRefused(row, answer);
        } else {
            assertThat(answer.statusCode()).as("%s: %s", row, answer.body()).isEqualTo(403);
            assertThat(problem(answer)).isIn("not-allowed", "insufficient-scope");
        }
    }

    @Test
    void a_token_that_is_not_good_is_a_401_everywhere_and_says_why() {
        ForgedTokens forged = new ForgedTokens(admin.accessToken(), tracker.data());
        assertThat(tracker.api().withToken(forged.good()).get("/api/v2/me").statusCode())
                .isEqualTo(200);
        for (Map.Entry<String, String> token : forged.all().entrySet()) {
            for (Row row : rows) {
                HttpResponse<String> answer = call(tracker.api().withToken(token.getValue()), row);
                assertThat(answer.statusCode())
                        .as("%s, %s: %s", token.getKey(), row, answer.body())
                        .isEqualTo(401);
                assertThat(problem(answer)).isEqualTo("bad-access-token");
                assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                        .contains("error=\"invalid_token\"");
            }
        }
    }

    private static HttpResponse<String> call(Api api, Row row) {
        return api.call(
                row.method(),
                row.address(),
                row.method().equals("GET") || row.method().equals("DELETE") ? null : "{\"nonsense\": 1}");
    }

    private static String problem(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")
                ? Api.parsed(answer.body()).path("type").asText().replace("/problems/", "")
                : "";
    }
}
