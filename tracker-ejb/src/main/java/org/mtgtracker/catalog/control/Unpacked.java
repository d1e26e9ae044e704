package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Takes gzip off where there is some: known by its first two bytes (RFC 1952), whatever the file is called. */
final class Unpacked {
    /** Scryfall's largest file, all cards in all languages, has 2.5 GB; what has twenty times that is none of theirs. */
    static final long LARGEST = 50L << 30;

    /** Card objects are packed to a fifth or a tenth; a file that unpacks to more than this many times is made to harm. */
    static final int HIGHEST_RATIO = 150;

    /** So much is let through whatever the ratio: small files may well repeat themselves. */
    static final long HARMLESS = 256L << 20;

    private static final int BUFFER = 1 << 16;
    private static final int MAGIC_1 = 0x1f;
    private static final int MAGIC_2 = 0x8b;

    private Unpacked() {}

    /**
     * The text of a stream; reading it fails with EOFException or ZipException when the gzip'd data is damaged, and with
     * BrokenCatalogue when it unpacks to more than a catalogue can have.
     */
    static InputStream text(InputStream stream, String source) throws IOException {
        Counted packed = new Counted(stream);
        BufferedInputStream in = new BufferedInputStream(packed, BUFFER);
        in.mark(2);
        boolean zipped = in.read() == MAGIC_1 && in.read() == MAGIC_2;
        in.reset();
        return new Bounded(zipped ? new GZIPInputStream(in, BUFFER) : in, packed, source);
    }

    /** Counts what goes through. */
    static class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(requireNonNull(in, "in is null"));
        }

        /** Bytes read so far. */
        long count() {
            return count;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(0, read);
            return read;
        }

        @Override
        public long skip(long n) throws IOException {
            long skipped = super.skip(n);
            count += skipped;
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }

    private static final class Bounded extends Counted {
        private final Counted packed;
        private final String source;

        Bounded(InputStream text, Counted packed, String source) {
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
