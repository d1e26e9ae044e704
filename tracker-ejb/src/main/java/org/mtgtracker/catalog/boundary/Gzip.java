package org.mtgtracker.catalog.boundary;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Takes gzip off files where there is some: known by its first two bytes (RFC 1952), whatever a file is called. */
public final class Gzip {
    private static final int BUFFER = 1 << 16;
    private static final int MAGIC_1 = 0x1f;
    private static final int MAGIC_2 = 0x8b;

    private Gzip() {}

    /** The stream as it is, or what is packed in it; reading fails with EOFException or ZipException where it is damaged. */
    public static InputStream off(InputStream stream) throws IOException {
        Peeking in = new Peeking(stream);
        in.mark(2);
        boolean packed = in.read() == MAGIC_1 && in.read() == MAGIC_2;
        in.reset();
        return packed ? new GZIPInputStream(in, BUFFER) : in;
    }

    /**
     * Says that nothing is available only at its end. A file may be of several parts, each gzip'd; GZIPInputStream takes
     * a part for the last one when nothing is available after it, which a network says whenever it is slow.
     */
    private static final class Peeking extends BufferedInputStream {
        Peeking(InputStream in) {
            super(in, BUFFER);
        }

        @Override
        public synchronized int available() throws IOException {
            int known = super.available();
            if (known > 0) {
                return known;
            }
            mark(1);
            int next = read();
            reset();
            return next < 0 ? 0 : 1;
        }
    }
}
