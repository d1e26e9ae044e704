package org.mtgtracker.ratelimit.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mtgtracker.ratelimit.boundary.Limit;

/**
 * Counts in Redis, for all pods together. A Redis that does not answer, or not in time, is left alone for a while; in
 * that time this pod counts for itself, from what it has counted before.
 */
final class BucketsEverywhere implements Buckets, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(BucketsEverywhere.class.getName());
    private static final String PREFIX = "tracker:ratelimit:";
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration KEPT_AFTER_REFILL = Duration.ofSeconds(10);

    private final RedisClient client;
    private final RedisURI address;
    private final Duration patience;
    private final Buckets here;
    private final LimitFigures figures;
    private final AtomicBoolean connecting = new AtomicBoolean();
    private volatile ProxyManager<byte[]> remote;
    private volatile long silentUntil = System.nanoTime();
    private volatile boolean failing;

    BucketsEverywhere(URI redis, Duration patience, Buckets here, LimitFigures figures) {
        this.address = RedisURI.create(redis);
        this.address.setTimeout(CONNECT);
        this.client = RedisClient.create();
        this.client.setOptions(ClientOptions.builder()
                .autoReconnect(true)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(CONNECT).build())
                .build());
        this.patience = requireNonNull(patience, "patience is null");
        this.here = requireNonNull(here, "here is null");
        this.figures = requireNonNull(figures, "figures is null");
        connect();
    }

    @Override
    public ConsumptionProbe take(String key, Limit limit) {
        return remotely(key, limit, bucket -> bucket.tryConsumeAndReturnRemaining(1))
                .orElseGet(() -> here.take(key, limit));
    }

    @Override
    public void giveBack(String key, Limit limit) {
        remotely(key, limit, bucket -> {
                    bucket.addTokens(1);
                    return true;
                })
                .orElseGet(() -> {
                    here.giveBack(key, limit);
                    return true;
                });
    }

    /** What Redis answers; empty while it does not. */
    private <T> Optional<T> remotely(String key, Limit limit, Function<Bucket, T> question) {
        if (System.nanoTime() - silentUntil < 0) {
            return Optional.empty();
        }
        ProxyManager<byte[]> asked = remote;
        if (asked == null) {
            connect();
            return Optional.empty();
        }
        try {
            Bucket bucket = asked.getProxy((PREFIX + limit + ' ' + key).getBytes(UTF_8), () -> configuration(limit));
            T answer = question.apply(bucket);
            if (failing) {
                failing = false;
                LOG.info("Redis answers again: requests are counted for all pods together.");
            }
            return Optional.of(answer);
        } catch (RuntimeException e) {
            failed(e);
            return Optional.empty();
        }
    }

    private static BucketConfiguration configuration(Limit limit) {
        return BucketConfiguration.builder()
                .addLimit(bandwidth ->
                        bandwidth.capacity(limit.requests()).refillIntervally(limit.requests(), limit.period()))
                .build();
    }

    /** Begins to connect, unless somebody has; nobody waits for it. */
    private void connect() {
        if (connecting.compareAndSet(false, true)) {
            client.connectAsync(ByteArrayCodec.INSTANCE, address).whenComplete((connection, failure) -> {
                if (failure == null) {
                    remote = proxies(connection);
                } else {
                    failed(failure);
                }
                connecting.set(false);
            });
        }
    }

    private ProxyManager<byte[]> proxies(StatefulRedisConnection<byte[], byte[]> connection) {
        return Bucket4jLettuce.casBasedBuilder(connection)
                .requestTimeout(patience)
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_AFTER_REFILL))
                .build();
    }

    private void failed(Throwable failure) {
        silentUntil = System.nanoTime() + PAUSE.toNanos();
        figures.redisFailed();
        if (!failing) {
            failing = true;
            LOG.log(
                    Level.WARNING,
                    "Redis does not answer ({0}): until it does, this pod counts requests for itself.",
                    failure.toString());
        }
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, CONNECT);
    }
}
