package org.mtgtracker.catalog.control;

import java.io.IOException;
import java.io.InputStream;
import org.mtgtracker.catalog.boundary.CountedStream;
import org.mtgtracker.catalog.boundary.Gzip;

/** The text of a catalogue file, packed or not, of which there may be only so much. */
final class Unpacked {
    /** Scryfall's largest file, all cards in all languages, has 2.5 GB; what has twenty times that is none of theirs. */
    static final long LARGEST = 50L << 30;

    /** Card objects are packed to a fifth or a tenth; a file that unpacks to more than this many times is made to harm. */
    static final int HIGHEST_RATIO = 150;

    /** So much is let through whatever the ratio: small files may well repeat themselves. */
    static final long HARMLESS = 256L << 20;

    private Unpacked() {}

    /**
     * The text of a stream; reading it fails with EOFException or ZipException when the gzip'd data is damaged, and with
     * BrokenCatalogue when it unpacks to more than a catalogue can have.
     */
    static InputStream text(InputStream stream, String source) throws IOException {
        CountedStream packed = new CountedStream(stream);
        return new Bounded(Gzip.off(packed), packed, source);
    }

    private static final class Bounded extends CountedStream {
        private final CountedStream packed;
        private final String source;

        Bounded(InputStream text, CountedStream packed, String source) {
            super(text);
            this.packed = packed;
            this.source = source;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            if (count() > LARGEST) {
                throw BrokenCatalogue.whole(source, "unpacks to more than " + (LARGEST >> 30) + " GiB");
            }
            if (count() > HARMLESS && count() / HIGHEST_RATIO > packed.count()) {
                throw BrokenCatalogue.whole(
                        source, "unpacks to more than " + HIGHEST_RATIO + " times its size, as no card objects do");
            }
            return read;
        }
    }
}
