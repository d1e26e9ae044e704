package org.mtgtracker.catalog.control;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Takes gzip off where there is some: known by its first two bytes (RFC 1952), whatever the file is called. */
final class Unpacked {
    private static final int BUFFER = 1 << 16;
    private static final int MAGIC_1 = 0x1f;
    private static final int MAGIC_2 = 0x8b;

    private Unpacked() {}

    /** The text of a stream; reading it fails with EOFException or ZipException when the gzip'd data is damaged. */
    static InputStream text(InputStream stream) throws IOException {
        BufferedInputStream in = new BufferedInputStream(stream, BUFFER);
        in.mark(2);
        boolean packed = in.read() == MAGIC_1 && in.read() == MAGIC_2;
        in.reset();
        return packed ? new GZIPInputStream(in, BUFFER) : in;
    }
}
