package org.mtgtracker.pricing.control;

import java.io.IOException;
import java.io.InputStream;
import org.mtgtracker.catalog.boundary.CountedStream;

/** A price file of which there may be only so much: a small one may unpack to any size, and an address may never end. */
final class BoundedStream extends CountedStream {
    private final String name;
    private final long longest;

    BoundedStream(InputStream in, String name, long longest) {
        super(in);
        this.name = name;
        this.longest = longest;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (count() > longest) {
            throw new EndlessPriceFile(name, longest);
        }
        return read;
    }
}
