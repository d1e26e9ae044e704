package org.mtgtracker.persistence.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdTableTest {
    @Test
    void ids_are_numbered_as_they_come() {
        IdTable ids = new IdTable(0);
        UUID first = new UUID(7, 1);
        UUID second = new UUID(7, 2);

        assertThat(ids.add(first)).isZero();
        assertThat(ids.add(second)).isEqualTo(1);
        assertThat(ids.add(first)).isZero();

        assertThat(ids.size()).isEqualTo(2);
        assertThat(ids.numberOf(second)).isEqualTo(1);
        assertThat(ids.numberOf(new UUID(8, 1))).isEqualTo(-1);
        assertThat(ids.numberOf(new UUID(1, 7))).isEqualTo(-1);
        assertThat(ids.id(1)).isEqualTo(second);
    }

    @Test
    void an_empty_table_knows_none() {
        assertThat(new IdTable(0).numberOf(new UUID(0, 0))).isEqualTo(-1);
    }

    @Test
    void it_grows_with_ids_that_differ_in_their_last_bits_or_in_their_first() {
        IdTable ids = new IdTable(10);
        for (int i = 0; i < 50_000; i++) {
            assertThat(ids.add(0, i)).isEqualTo(2 * i);
            assertThat(ids.add((long) (i + 1) << 47, 0)).isEqualTo(2 * i + 1);
        }
        for (int i = 0; i < 50_000; i++) {
            assertThat(ids.numberOf(0, i)).isEqualTo(2 * i);
            assertThat(ids.numberOf((long) (i + 1) << 47, 0)).isEqualTo(2 * i + 1);
        }
    }

    @Test
    void halves_are_an_id() {
        UUID id = new UUID(0x0123456789abcdefL, 0xfedcba9876543210L);
        IdTable ids = new IdTable(1);
        ids.add(id);
        assertThat(ids.numberOf(id.getMostSignificantBits(), id.getLeastSignificantBits()))
                .isZero();
    }
}
