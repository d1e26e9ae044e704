package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import org.mtgtracker.catalog.boundary.CountedStream;

/**
 * A file that must not grow or shrink while it is read: half a catalogue, of a copy that was still going on, would
 * retire the other half.
 */
final class UnchangingFile extends CountedStream {
    private final long size;
    private final String name;

    UnchangingFile(InputStream file, long size, String name) {
        super(file);
        this.size = size;
        this.name = requireNonNull(name, "name is null");
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        return b < 0 ? ended() : b;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        return read < 0 ? ended() : read;
    }

    private int ended() throws IOException {
        if (count() != size) {
            throw new IOException(name + " has changed while it was read: it had " + size + " bytes and then " + count()
                    + "; import it again when it is complete");
        }
        return -1;
    }
}
