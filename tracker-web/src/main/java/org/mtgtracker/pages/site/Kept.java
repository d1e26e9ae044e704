package org.mtgtracker.pages.site;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;

/**
 * Answers that hold as long as the cards and prices do: all are forgotten when those change, and the ones that nobody
 * asked for lately are forgotten when there are many. A page of sixty cards is otherwise sixty JSON objects to read.
 */
public final class Kept<K, V> {
    private final Cache<Key<K>, V> answers;
    private volatile String newest = "";

    private record Key<K>(String state, K key) {
        Key {
            requireNonNull(state, "state is null");
            requireNonNull(key, "key is null");
        }
    }

    /** @param most how many answers are kept at most */
    public Kept(int most) {
        answers = Caffeine.newBuilder().maximumSize(most).build();
    }

    /**
     * The answer that is kept for a key, made anew when there is none of this state; null when it is made null. Who asks
     * for the same while it is made waits for it.
     */
    public V get(String state, K key, Function<? super K, ? extends V> make) {
        return answers.get(of(state, key), one -> make.apply(one.key()));
    }

    /** The answer that is kept for a key; null when there is none of this state. */
    public V peek(String state, K key) {
        return answers.getIfPresent(of(state, key));
    }

    /** Keeps an answer. */
    public void put(String state, K key, V value) {
        answers.put(of(state, key), value);
    }

    /** How many answers are kept. */
    long size() {
        answers.cleanUp();
        return answers.estimatedSize();
    }

    /** The key names the state, so that an answer is never that of another one, whoever comes late. */
    private Key<K> of(String state, K key) {
        if (!newest.equals(state)) {
            newest = state;
            answers.invalidateAll();
        }
        return new Key<>(state, key);
    }
}
