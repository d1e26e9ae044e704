package org.mtgtracker.values.boundary;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sha256Test {
    /** FIPS 180-4's example. */
    @Test
    void it_is_what_the_standard_says() {
        assertThat(HexFormat.of().formatHex(Sha256.of("abc".getBytes(US_ASCII))))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void texts_are_told_apart_by_where_they_end() {
        assertThat(Sha256.digest("ab", "c").digest())
                .isEqualTo(Sha256.of("ab\0c\0".getBytes(US_ASCII)))
                .isNotEqualTo(Sha256.digest("a", "bc").digest());
    }
}
