package org.mtgtracker.pages.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The answers to the forms of the last minutes. In this pod's memory: who works on a page is on one pod, where the session
 * is, and an answer may show what is kept nowhere else, as a new API key.
 */
@ApplicationScoped
public class GivenAnswers {
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 500;
    private static final int SECONDS_TO_WAIT = 30;

    private final Cache<String, CompletableFuture<Optional<GivenAnswer>>> answers =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    /** What the first one that claimed this key will have been answered: {@code mine} when that is the caller. */
    CompletableFuture<Optional<GivenAnswer>> claim(String key, CompletableFuture<Optional<GivenAnswer>> mine) {
        CompletableFuture<Optional<GivenAnswer>> first = answers.asMap().putIfAbsent(key, mine);
        return first == null ? mine : first;
    }

    /** Tells whoever waits what was answered. Without an answer, nothing was done, and the key is free again. */
    void keep(String key, CompletableFuture<Optional<GivenAnswer>> mine, Optional<GivenAnswer> answer) {
        if (answer.isEmpty() && !mine.isDone()) {
            answers.asMap().remove(key, mine);
        }
        mine.complete(answer);
    }

    /** The answer to the first one, when it is there; empty when there is none to be had. */
    Optional<GivenAnswer> await(CompletableFuture<Optional<GivenAnswer>> first) {
        try {
            return first.get(SECONDS_TO_WAIT, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            return Optional.of(GivenAnswer.STILL_AT_WORK);
        } catch (ExecutionException e) {
            throw new IllegalStateException("An answer is always completed by a value", e);
        }
        return Optional.of(GivenAnswer.STILL_AT_WORK);
    }
}
