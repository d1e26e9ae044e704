package org.mtgtracker.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.jobs.boundary.Job;
import org.mtgtracker.jobs.boundary.JobRun;
import org.mtgtracker.jobs.boundary.Lease;
import org.mtgtracker.jobs.boundary.Schedule;

@OnEachDatabase
class ClockworkTest {
    private final DataSource source;
    private final AtomicBoolean down = new AtomicBoolean();

    ClockworkTest(DatabaseUnderTest database) {
        source = database.schema("clockwork");
    }

    @BeforeEach
    void reset() throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS probe (what VARCHAR(100) NOT NULL)");
            for (String table : List.of("job_run", "job_beat", "job_lease")) {
                statement.execute("DELETE FROM " + table);
            }
        }
    }

    @Test
    void a_primary_that_is_down_is_told_once_and_so_is_its_return() {
        try (Pod pod = new Pod("a", sometimesDown(), daily("probe"))) {
            List<String> lines = LogOf.during(Clockwork.class, () -> {
                down.set(true);
                pod.tick();
                pod.tick();
                pod.tick();
                down.set(false);
                pod.tick();
                pod.tick();
            });

            assertThat(lines).hasSize(2);
            assertThat(lines.get(0)).startsWith("WARNING").contains("primary", "no route");
            assertThat(lines.get(1)).startsWith("INFO").contains("answers");
            assertThat(pod.jobs().all()).hasSize(1);
        }
    }

    @Test
    void a_job_that_cannot_be_started_is_told_once_and_does_not_keep_others_from_it() throws SQLException {
        Job unrecorded = new Job() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public Schedule schedule() {
                return Schedule.every(Duration.ofDays(1));
            }

            @Override
            public String run(Lease lease) {
                return "Well.";
            }

            @Override
            public void recorded(Connection connection, JobRun run) {
                throw new IllegalStateException("no table");
            }
        };
        try (Pod pod = new Pod("a", source, unrecorded, daily("probe"))) {
            pod.tick();
            settle();
            List<String> lines = LogOf.during(Clockwork.class, () -> {
                pod.tick();
                pod.tick();
            });

            assertThat(lines)
                    .singleElement()
                    .satisfies(line -> assertThat(line).startsWith("SEVERE").contains("broken"));
            assertThat(pod.jobs().newest("broken", 10)).as("rolled back").isEmpty();
            assertThat(pod.jobs().newest("probe", 10)).hasSize(1);
        }
    }

    @Test
    void names_are_fit_for_addresses_and_told_apart() {
        for (String name : List.of("", "Cards", "cards/new", "1cards", "c".repeat(41))) {
            assertThatThrownBy(() -> list(daily(name)).all())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(name);
        }
        assertThatThrownBy(() -> list(daily("cards"), daily("cards")).all())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cards");
        assertThat(list(daily("sets"), daily("cards")).all())
                .extracting(scheduled -> scheduled.job().name())
                .containsExactly("cards", "sets");
    }

    private static JobList list(Job... jobs) {
        return new JobList(() -> List.of(jobs), new JobSettings(name -> Optional.empty()));
    }

    private static Job daily(String name) {
        return new Job() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Schedule schedule() {
                return Schedule.every(Duration.ofDays(1));
            }

            @Override
            public String run(Lease lease) {
                return "Well.";
            }
        };
    }

    private void settle() throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE job_lease SET settled_at = settled_at - INTERVAL 3 DAY");
        }
    }

    private DataSource sometimesDown() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (down.get()) {
                        throw new SQLTransientConnectionException("no route");
                    }
                    return method.invoke(source, arguments);
                });
    }
}
