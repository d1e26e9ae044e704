package org.mtgtracker.server.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that was never started is as dead as one can be: no process is needed here. */
class WatchTest {
    private final MariaDbServer dead = new MariaDbServer(Role.PRIMARY, Path.of("nowhere"), 1, null, null, null);
    private final Logger logger = Logger.getLogger(Watch.class.getName());
    private final List<LogRecord> logged = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void listenNoMore() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    @Test
    void a_server_that_dies_five_times_in_a_row_is_given_up() {
        AtomicInteger revivals = new AtomicInteger();
        try (Watch watch = watch(() -> {
            revivals.incrementAndGet();
            throw new DatabaseFailure("it does not start");
        })) {
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> logged.stream().anyMatch(line -> line.getLevel() == Level.SEVERE));
            assertThat(revivals).hasValue(5);
            assertThat(watch.isAlive()).isFalse();
        }
    }

    @Test
    void a_copy_that_cannot_be_made_is_tried_for_as_long_as_it_takes() {
        AtomicInteger revivals = new AtomicInteger();
        try (Watch watch = watch(() -> {
            revivals.incrementAndGet();
            throw new SeedingFailure("the primary does not answer");
        })) {
            await().atMost(Duration.ofSeconds(10)).until(() -> revivals.get() > 8);
            assertThat(watch.isAlive()).isTrue();
            assertThat(logged).noneMatch(line -> line.getLevel() == Level.SEVERE);
        }
    }

    @Test
    void an_error_of_ours_does_not_end_the_watch() {
        AtomicInteger revivals = new AtomicInteger();
        try (Watch watch = watch(() -> {
            if (revivals.incrementAndGet() == 1) {
                throw new IllegalStateException("unforeseen");
            }
            throw new SeedingFailure("the primary does not answer");
        })) {
            await().atMost(Duration.ofSeconds(10)).until(() -> revivals.get() > 2);
            assertThat(watch.isAlive()).isTrue();
        }
    }

    @Test
    void nothing_is_revived_after_the_close() {
        AtomicInteger revivals = new AtomicInteger();
        Watch watch = watch(() -> {
            revivals.incrementAndGet();
            throw new SeedingFailure("the primary does not answer");
        });
        watch.close();
        int atClose = revivals.get();

        assertThat(watch.isAlive()).isFalse();
        assertThat(revivals).hasValue(atClose);
    }

    private Watch watch(Runnable revival) {
        Watch watch = new Watch(dead, Duration.ofMillis(1), new Watch.Care() {
            @Override
            public void revive(int deaths) {
                revival.run();
            }

            @Override
            public void check() {
                throw new AssertionError("a dead server is not looked after");
            }
        });
        watch.begin();
        return watch;
    }
}
