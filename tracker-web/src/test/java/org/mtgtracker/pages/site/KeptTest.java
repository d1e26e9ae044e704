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
    void the_ones_that_nobody_asked_for_lately_are_forgotten() {
        for (int key = 0; key < 100; key++) {
            get("a", key);
        }

        assertThat(kept.peek("a", 0)).isNull();
        assertThat(kept.peek("a", 99)).isNotNull();
    }

    @Test
    void no_answer_is_not_kept() {
        assertThat(kept.get("a", 1, key -> null)).isNull();
        assertThat(get("a", 1)).isEqualTo("1 of a made 1");
    }
}
