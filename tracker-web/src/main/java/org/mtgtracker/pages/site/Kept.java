package org.mtgtracker.pages.site;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Answers that hold as long as the cards and prices do: all are forgotten when those change, and the ones that nobody
 * asked for lately are forgotten when there are many. A page of sixty cards is otherwise sixty JSON objects to read.
 */
public final class Kept<K, V> {
    private final int half;
    private volatile Era<K, V> era = new Era<>("");

    /** What belongs to one state; the younger half is asked first, and becomes the older one when it is full. */
    private static final class Era<K, V> {
        private final String state;
        private volatile Map<K, V> young = new ConcurrentHashMap<>();
        private volatile Map<K, V> old = Map.of();

        Era(String state) {
            this.state = requireNonNull(state, "state is null");
        }

        V get(K key) {
            V value = young.get(key);
            return value != null ? value : old.get(key);
        }

        void put(K key, V value, int half) {
            if (young.size() >= half) {
                old = young;
                young = new ConcurrentHashMap<>();
            }
            young.put(key, value);
        }
    }

    /** @param most how many answers are kept at most, about */
    public Kept(int most) {
        half = Math.max(1, most / 2);
    }

    /** The answer that is kept for a key, made anew when there is none of this state; null when it is made null. */
    public V get(String state, K key, Function<? super K, ? extends V> make) {
        Era<K, V> now = at(state);
        V value = now.get(key);
        if (value == null) {
            value = make.apply(key);
            if (value != null) {
                now.put(key, value, half);
            }
        }
        return value;
    }

    /** The answer that is kept for a key; null when there is none of this state. */
    public V peek(String state, K key) {
        return at(state).get(key);
    }

    /** Keeps an answer. */
    public void put(String state, K key, V value) {
        at(state).put(key, value, half);
    }

    private Era<K, V> at(String state) {
        Era<K, V> now = era;
        if (!now.state.equals(state)) {
            now = new Era<>(state);
            era = now;
        }
        return now;
    }
}
