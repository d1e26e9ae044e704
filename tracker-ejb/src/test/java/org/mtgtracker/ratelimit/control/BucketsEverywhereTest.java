package org.mtgtracker.ratelimit.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mtgtracker.ratelimit.boundary.Limit;
import redis.embedded.RedisServer;

class BucketsEverywhereTest {
    private static final Limit LIMIT = new Limit(100, Duration.ofMinutes(15));

    private final CountedRefusals figures = new CountedRefusals();

    @Test
    void pods_count_together_and_each_for_itself_while_redis_is_away() throws IOException {
        int port = freePort();
        RedisServer redis = RedisServer.newRedisServer()
                .port(port)
                .setting("bind 127.0.0.1")
                .build();
        redis.start();
        try (BucketsEverywhere one = pod(port);
                BucketsEverywhere other = pod(port)) {
            // a pod that has only just begun counts for itself until it is connected
            await().untilAsserted(() -> {
                long before = one.take("a", LIMIT).getRemainingTokens();
                assertThat(other.take("a", LIMIT).getRemainingTokens()).isEqualTo(before - 1);
            });
            long left = one.take("a", LIMIT).getRemainingTokens();
            one.giveBack("a", LIMIT);
            assertThat(other.take("a", LIMIT).getRemainingTokens()).isEqualTo(left);
            assertThat(other.take("b", LIMIT).getRemainingTokens()).isEqualTo(99);

            redis.stop();

            assertThat(one.take("a", LIMIT).isConsumed()).isTrue();
            assertThat(other.take("c", LIMIT).getRemainingTokens()).isEqualTo(99);
            assertThat(figures.counted()).contains("redis");
        } finally {
            redis.stop();
        }
    }

    @Test
    void a_redis_that_was_never_there_keeps_nobody_waiting() throws IOException {
        try (BucketsEverywhere pod = pod(freePort())) {
            for (int left = 99; left >= 0; left--) {
                assertThat(pod.take("a", LIMIT).getRemainingTokens()).isEqualTo(left);
            }
            assertThat(pod.take("a", LIMIT).isConsumed()).isFalse();
        }
    }

    private BucketsEverywhere pod(int port) {
        return new BucketsEverywhere(
                URI.create("redis://127.0.0.1:" + port),
                Duration.ofSeconds(2),
                new BucketsHere(1000),
                figures.figures());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
