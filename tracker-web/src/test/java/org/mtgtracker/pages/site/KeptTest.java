package org.mtgtracker.pages.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class KeptTest {
    private final AtomicInteger made = new AtomicInteger();
    private final Kept<Integer, String> kept = new Kept<>(10);

    private String get(String state, int key) {
        return kept.get(state, key, number -> number + " of " + state + " made " + made.incrementAndGet());
    }

    @Test
    void an_answer_is_made_once_for_each_state() {
        assertThat(get("a", 1)).isEqualTo("1 of a made 1");
        assertThat(get("a", 1)).isEqualTo("1 of a made 1");
        assertThat(get("b", 1)).isEqualTo("1 of b made 2");
        assertThat(kept.peek("b", 1)).isNotNull();
        assertThat(kept.peek("c", 1)).isNull();
    }

    @Test
    void there_are_never_many_more_than_wanted() {
        for (int key = 0; key < 1000; key++) {
            get("a", key);
        }

        assertThat(kept.size()).isPositive().isLessThanOrEqualTo(10);
    }

    @Test
    void what_was_made_of_an_earlier_state_is_forgotten() {
        get("a", 1);
        get("a", 2);

        get("b", 1);

        assertThat(kept.size()).isEqualTo(1);
    }

    @Test
    void no_answer_is_not_kept() {
        assertThat(kept.get("a", 1, key -> null)).isNull();
        assertThat(get("a", 1)).isEqualTo("1 of a made 1");
    }
}
