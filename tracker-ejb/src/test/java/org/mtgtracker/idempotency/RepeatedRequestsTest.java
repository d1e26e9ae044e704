package org.mtgtracker.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.idempotency.boundary.Claim;
import org.mtgtracker.idempotency.boundary.KeptAnswer;
import org.mtgtracker.idempotency.boundary.RepeatedRequests;
import org.mtgtracker.idempotency.control.AnswerRows;
import org.mtgtracker.idempotency.control.AnswerSettings;
import org.mtgtracker.persistence.boundary.Rows;

@OnEachDatabase
class RepeatedRequestsTest {
    private static final byte[] ASKED = filled(1);

    private final DataSource source;
    private final RepeatedRequests requests;
    private final Claim.Id id = new Claim.Id("ann", UUID.randomUUID().toString());

    RepeatedRequestsTest(DatabaseUnderTest database) {
        source = database.schema("idempotency");
        requests = new RepeatedRequests(
                new AnswerRows(new Rows(source, source)), new AnswerSettings(name -> Optional.empty()));
    }

    @Test
    void a_request_is_done_once_and_answered_as_often_as_it_comes() {
        Claim.First first = (Claim.First) requests.claim(id, ASKED);
        assertThat(requests.claim(id, ASKED)).isEqualTo(new Claim.AtWork());

        requests.done(first, new KeptAnswer(202, "application/json", "/imports/1", null, "{}".getBytes(UTF_8)));

        assertThat(requests.claim(id, ASKED)).isInstanceOfSatisfying(Claim.Done.class, done -> {
            assertThat(done.answer().status()).isEqualTo(202);
            assertThat(done.answer().contentType()).hasValue("application/json");
            assertThat(done.answer().location()).hasValue("/imports/1");
            assertThat(done.answer().entityTag()).isEmpty();
            assertThat(done.answer().body()).asString(UTF_8).isEqualTo("{}");
        });
    }

    @Test
    void another_request_with_the_same_key_is_told_apart() {
        requests.claim(id, ASKED);

        assertThat(requests.claim(id, filled(2))).isEqualTo(new Claim.Different());
    }

    @Test
    void another_asker_with_the_same_key_is_another() {
        requests.claim(id, ASKED);

        assertThat(requests.claim(new Claim.Id("bob", id.key()), ASKED)).isInstanceOf(Claim.First.class);
    }

    @Test
    void what_did_nothing_may_be_tried_again() {
        Claim.First first = (Claim.First) requests.claim(id, ASKED);

        requests.undone(first);

        assertThat(requests.claim(id, ASKED)).isInstanceOf(Claim.First.class);
    }

    @Test
    void a_request_whose_server_died_is_taken_over_and_its_late_answer_passed_over() throws SQLException {
        Claim.First lost = (Claim.First) requests.claim(id, ASKED);
        execute("update idempotency set held_until = now(3) - interval 1 second");

        assertThat(requests.claim(id, filled(2))).isEqualTo(new Claim.Different());
        Claim.First next = (Claim.First) requests.claim(id, ASKED);
        requests.done(lost, new KeptAnswer(200, null, null, null, new byte[0]));
        assertThat(requests.claim(id, ASKED)).isEqualTo(new Claim.AtWork());
        requests.done(next, new KeptAnswer(201, null, null, null, new byte[0]));

        assertThat(requests.claim(id, ASKED)).isInstanceOfSatisfying(Claim.Done.class, done -> assertThat(
                        done.answer().status())
                .isEqualTo(201));
    }

    @Test
    void an_answer_that_is_too_old_is_no_answer() throws SQLException {
        Claim.First first = (Claim.First) requests.claim(id, ASKED);
        requests.done(first, new KeptAnswer(200, null, null, null, new byte[0]));
        execute("update idempotency set expires_at = now(3) - interval 1 second");

        assertThat(requests.claim(id, filled(2))).isInstanceOf(Claim.First.class);
    }

    @Test
    void of_many_at_the_same_time_one_is_the_first() throws Exception {
        ExecutorService pods = Executors.newFixedThreadPool(8);
        try {
            Callable<Claim> attempt = () -> requests.claim(id, ASKED);
            List<Future<Claim>> claims =
                    pods.invokeAll(Stream.generate(() -> attempt).limit(24).toList());

            int first = 0;
            for (Future<Claim> claim : claims) {
                first += claim.get() instanceof Claim.First ? 1 : 0;
            }
            assertThat(first).isEqualTo(1);
        } finally {
            pods.shutdownNow();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static byte[] filled(int with) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) with);
        return bytes;
    }
}
