package org.mtgtracker.catalog.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class GzipTest {
    @Test
    void what_is_not_packed_stays_as_it_is() throws IOException {
        assertThat(unpacked("date".getBytes(UTF_8))).isEqualTo("date");
        assertThat(unpacked(new byte[0])).isEmpty();
        assertThat(unpacked(new byte[] {0x1f})).isEqualTo("\u001f");
    }

    @Test
    void parts_are_joined_also_when_the_network_has_nothing_ready_between_them() throws IOException {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        for (String part : new String[] {"one ", "", "two ", "three"}) {
            parts.write(packed(part));
        }
        assertThat(unpacked(parts.toByteArray())).isEqualTo("one two three");
    }

    private static String unpacked(byte[] bytes) throws IOException {
        // gives a byte at a time, and never says that there is another
        InputStream slow = new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(length, 1));
            }

            @Override
            public int available() {
                return 0;
            }
        };
        return new String(Gzip.off(slow).readAllBytes(), UTF_8);
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
