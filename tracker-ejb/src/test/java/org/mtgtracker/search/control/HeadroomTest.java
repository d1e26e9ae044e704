package org.mtgtracker.search.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HeadroomTest {
    private static final long GIB = 1L << 30;
    private static final long PRINTINGS = GIB / 2 / Headroom.BYTES_A_PRINTING;

    private final AtomicLong used = new AtomicLong();

    @Test
    void an_index_that_fits_is_let_through_without_a_collection() {
        used.set(GIB / 4);
        assertThatCode(() -> new Headroom(GIB, used::get, () -> used.set(-1)).check(PRINTINGS))
                .doesNotThrowAnyException();
        assertThat(used).hasValue(GIB / 4);
    }

    @Test
    void garbage_does_not_keep_an_index_from_being_built() {
        used.set(GIB);
        assertThatCode(() -> new Headroom(GIB, used::get, () -> used.set(GIB / 4)).check(PRINTINGS))
                .doesNotThrowAnyException();
    }

    @Test
    void one_that_would_end_the_process_is_refused_with_the_heap_that_it_needs() {
        used.set(GIB);
        assertThatThrownBy(() -> new Headroom(GIB, used::get, () -> used.set(3 * GIB / 4)).check(PRINTINGS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("takes up to 511 MiB")
                .hasMessageContaining("1,024 MiB, of which 768 are taken")
                .hasMessageContaining("JAVA_OPTS=-Xmx1598m");
    }
}
