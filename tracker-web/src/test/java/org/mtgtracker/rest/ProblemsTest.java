package org.mtgtracker.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mtgtracker.catalog.boundary.ImportRunning;
import org.mtgtracker.catalog.boundary.UnusableSource;
import org.mtgtracker.identity.boundary.BadDetail;
import org.mtgtracker.identity.boundary.NameTaken;
import org.mtgtracker.identity.boundary.NotPossible;
import org.mtgtracker.identity.boundary.StaleVersion;
import org.mtgtracker.identity.boundary.TooManyAttempts;
import org.mtgtracker.identity.boundary.UnknownThing;
import org.mtgtracker.identity.boundary.WrongCredentials;
import org.mtgtracker.jobs.boundary.JobRunning;
import org.mtgtracker.jobs.boundary.UnknownJob;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.search.boundary.BadCursor;
import org.mtgtracker.search.boundary.IndexNotReady;
import org.mtgtracker.search.boundary.QueryTooExpensive;
import org.mtgtracker.search.boundary.QueryTooLong;

class ProblemsTest {
    private static final String BASE = "/api/v2";

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new BadParameter("limit", "0", "a whole number from 1 to 1000"), 400, "bad-parameter"),
                Arguments.of(BadBody.unreadable("The body is empty."), 400, "unreadable-body"),
                Arguments.of(BadBody.tooLarge(65536), 413, "body-too-large"),
                Arguments.of(new BadCursor("no"), 400, "bad-cursor"),
                Arguments.of(new QueryTooLong(1001, 1000), 400, "query-too-long"),
                Arguments.of(new QueryTooExpensive(1000), 400, "query-too-expensive"),
                Arguments.of(Refused.nameless(), 401, "credentials-missing"),
                Arguments.of(Refused.badKey(), 401, "bad-api-key"),
                Arguments.of(Refused.lackingRole(), 403, "not-allowed"),
                Arguments.of(new EJBAccessException("org.mtgtracker.Some.method"), 403, "not-allowed"),
                Arguments.of(NothingThere.card("x"), 404, "unknown-card"),
                Arguments.of(NothingThere.run(7), 404, "unknown-import"),
                Arguments.of(new ImportRunning(7), 409, "import-running"),
                Arguments.of(NothingThere.jobRun("history", 7), 404, "unknown-run"),
                Arguments.of(new UnknownJob("x", List.of("history")), 404, "unknown-job"),
                Arguments.of(new JobRunning("history", 7), 409, "job-running"),
                Arguments.of(new UnusableSource("no"), 422, "unusable-source"),
                Arguments.of(new DatabaseUnavailable("no", null), 503, "database-unavailable"),
                Arguments.of(new EJBException(new DatabaseUnavailable("no", null)), 503, "database-unavailable"),
                Arguments.of(new IndexNotReady(), 503, "index-not-ready"),
                Arguments.of(new ParseException("Error parsing Quality value", 0), 400, "bad-header"),
                Arguments.of(new StaleVersion(), 412, "precondition-failed"),
                Arguments.of(new NotPossible(NotPossible.Reason.NO_MAIL), 409, "no-mail"),
                Arguments.of(new NotPossible(NotPossible.Reason.LAST_ADMIN), 409, "last-admin"),
                Arguments.of(new NameTaken("jaya"), 409, "name-taken"),
                Arguments.of(new TooManyAttempts(Duration.ofSeconds(2)), 429, "too-many-attempts"),
                Arguments.of(new UnknownThing(UnknownThing.Kind.API_KEY, new UUID(0, 0)), 404, "unknown-api-key"),
                Arguments.of(new BadDetail("email", "has to be an e-mail address"), 400, "bad-field"),
                Arguments.of(wrong(WrongCredentials.Kind.PASSWORD), 401, "bad-credentials"),
                Arguments.of(wrong(WrongCredentials.Kind.ACCESS_TOKEN), 401, "bad-access-token"),
                Arguments.of(wrong(WrongCredentials.Kind.REFRESH_TOKEN), 401, "bad-refresh-token"),
                Arguments.of(wrong(WrongCredentials.Kind.ONE_TIME_TOKEN), 400, "bad-token"),
                Arguments.of(new IllegalStateException("bad SQL"), 500, "internal-error"),
                Arguments.of(new StackOverflowError(), 500, "internal-error"));
    }

    private static WrongCredentials wrong(WrongCredentials.Kind kind) {
        return new WrongCredentials(kind, "It is wrong.");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void every_failure_is_a_problem_with_a_name_of_its_own(Throwable failure, int status, String name) {
        Problem problem = Problems.of(failure, BASE);

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.type()).isEqualTo("/problems/" + name);
    }

    @Test
    void a_problem_is_told_in_the_members_that_rfc_9457_names() throws Exception {
        Map<String, Object> body = Answers.json(new BadParameter("limit", "0", "a whole number from 1 to 1000")
                .problem()
                .json("/api/v2/cards", "request-1"));

        assertThat(body.keySet())
                .containsExactly("type", "title", "status", "detail", "instance", "parameter", "requestId");
        assertThat(body.get("detail"))
                .isEqualTo("The parameter limit is \"0\"; allowed is a whole number from 1 to 1000.");
        assertThat(body.get("status")).isEqualTo(400);
        assertThat(body.get("instance")).isEqualTo("/api/v2/cards");
        assertThat(body.get("requestId")).isEqualTo("request-1");
    }

    @Test
    void what_a_caller_sent_is_echoed_escaped_and_in_part_only() throws Exception {
        String value = "\"}</script>\u0000" + "x".repeat(10_000);

        byte[] body = new BadParameter("limit", value, "a number").problem().json("/", "id");

        assertThat(body.length).isLessThan(700);
        assertThat((String) Answers.json(body).get("detail")).contains("\"}</script>\u0000");
    }

    @Test
    void what_comes_again_in_a_moment_says_when() {
        assertThat(Problems.of(new DatabaseUnavailable("no", null), BASE).headers())
                .containsEntry("Retry-After", "5");
        assertThat(Problems.of(new IndexNotReady(), BASE).headers()).containsEntry("Retry-After", "5");
    }

    @Test
    void a_401_says_how_to_say_who_one_is() {
        assertThat(Refused.nameless().problem().headers()).containsKey("WWW-Authenticate");
        assertThat(Refused.badKey().problem().headers()).containsKey("WWW-Authenticate");
    }

    @Test
    void an_import_in_the_way_is_named_by_its_address() {
        assertThat(Problems.of(new ImportRunning(7), BASE).more()).containsEntry("run", "/api/v2/imports/7");
    }

    @Test
    void a_run_in_the_way_is_named_by_its_address() {
        assertThat(Problems.of(new JobRunning("history", 7), BASE).more())
                .containsEntry("run", "/api/v2/jobs/history/runs/7");
    }

    @Test
    void what_went_wrong_inside_is_in_the_log_with_the_requests_id_and_not_in_the_answer() {
        Throwable failure = new IllegalStateException("You have an error in your SQL syntax near secret_table");
        Problem problem = Problems.of(failure, BASE);

        List<LogRecord> logged = logOf(() -> Problems.log(problem, failure, new RequestId("request-1")));

        assertThat(new String(problem.json("/", "request-1"), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("SQL", "secret_table", "Exception", "org.mtgtracker");
        assertThat(logged).singleElement().satisfies(entry -> {
            assertThat(entry.getMessage()).contains("request-1");
            assertThat(entry.getThrown()).isSameAs(failure);
        });
    }

    @Test
    void a_callers_mistake_is_not_logged() {
        Throwable failure = Refused.badKey();

        assertThat(logOf(() -> Problems.log(Problems.of(failure, BASE), failure, new RequestId("a"))))
                .isEmpty();
    }

    @Test
    void every_status_that_a_container_can_send_is_a_problem_of_that_status() {
        assertThat(IntStream.range(400, 500))
                .allSatisfy(
                        status -> assertThat(Problems.ofStatus(status).status()).isEqualTo(status));
        assertThat(Problems.ofStatus(502).status()).isEqualTo(500);
    }

    @Test
    void a_problem_is_never_a_success() {
        assertThatThrownBy(() -> Problem.of("x", "x", 200, "x")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<LogRecord> logOf(Runnable action) {
        List<LogRecord> entries = new java.util.ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                entries.add(entry);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(Problems.class.getName());
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            action.run();
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
        return entries;
    }
}
