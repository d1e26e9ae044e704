package org.mtgtracker.search.control;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The Scryfall objects of one catalogue version as ready bytes, behind one another in a file that is mapped into
 * memory: they take no heap, and the page cache keeps what is asked for. An answer that still holds one of its objects
 * can go on reading it when the file was given up.
 */
public final class ObjectFile implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ObjectFile.class.getName());
    /** One mapping is at most 2 GB; all cards in all languages are more. */
    private static final long LARGEST_SEGMENT = 1L << 30;

    private final Path file;
    private final long[] starts;
    private final int[] segmentOf;
    private final long[] segmentStarts;
    private final List<MappedByteBuffer> segments;

    private ObjectFile(
            Path file, long[] starts, int[] segmentOf, long[] segmentStarts, List<MappedByteBuffer> segments) {
        this.file = file;
        this.starts = starts;
        this.segmentOf = segmentOf;
        this.segmentStarts = segmentStarts;
        this.segments = segments;
    }

    /**
     * Begins a file in a folder, which is made when it is missing.
     *
     * @throws UncheckedIOException when the folder cannot be written to
     */
    public static Writer in(Path folder, long version) {
        requireNonNull(folder, "folder is null");
        try {
            Files.createDirectories(folder);
            return new Writer(Files.createTempFile(folder, "cards-" + version + "-", ".jsonl"));
        } catch (IOException e) {
            throw new UncheckedIOException("The search cannot write to its folder " + folder, e);
        }
    }

    /** The object that was written as the so-many-th, counted from 0; read only, with a position of its own. */
    public ByteBuffer object(int sequence) {
        int segment = segmentOf[sequence];
        int from = (int) (starts[sequence] - segmentStarts[segment]);
        int length = (int) (starts[sequence + 1] - starts[sequence]) - 1;
        return segments.get(segment).slice(from, length);
    }

    /** How many bytes the file has. */
    public long bytes() {
        return starts[starts.length - 1];
    }

    /** Gives the file up. */
    @Override
    public void close() {
        delete(file);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // a system that does not let go of mapped files: the end of the process does it
            file.toFile().deleteOnExit();
            LOG.log(Level.FINE, e, () -> "The file " + file + " is deleted at the end only");
        }
    }

    /** Writes the objects, and then maps them. */
    public static final class Writer implements AutoCloseable {
        private static final int BUFFER = 1 << 16;

        private final Path file;
        private final OutputStream output;
        private long[] starts = new long[1 << 10];
        private int[] segmentOf = new int[1 << 10];
        private final List<Long> segmentStarts = new ArrayList<>(List.of(0L));
        private int count;
        private boolean done;

        Writer(Path file) throws IOException {
            this.file = file;
            output = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        }

        /** Adds the next object. */
        public void add(byte[] object) {
            long start = starts[count];
            long end = start + object.length + 1;
            if (end - segmentStarts.get(segmentStarts.size() - 1) > LARGEST_SEGMENT) {
                segmentStarts.add(start);
            }
            if (count + 1 == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count + 2);
                segmentOf = Arrays.copyOf(segmentOf, 2 * count + 2);
            }
            segmentOf[count] = segmentStarts.size() - 1;
            starts[++count] = end;
            try {
                output.write(object);
                output.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException("The search cannot write its file " + file, e);
            }
        }

        /** The file with all objects that were added. */
        public ObjectFile map() {
            try (output) {
                output.flush();
                List<MappedByteBuffer> segments = new ArrayList<>();
                long[] first = segmentStarts.stream().mapToLong(Long::longValue).toArray();
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                    for (int segment = 0; segment < first.length; segment++) {
                        long end = segment + 1 < first.length ? first[segment + 1] : starts[count];
                        segments.add(channel.map(FileChannel.MapMode.READ_ONLY, first[segment], end - first[segment]));
                    }
                }
                done = true;
                return new ObjectFile(
                        file, Arrays.copyOf(starts, count + 1), Arrays.copyOf(segmentOf, count), first, segments);
            } catch (IOException e) {
                throw new UncheckedIOException("The search cannot map its file " + file, e);
            }
        }

        /** Gives up a file that was not mapped. */
        @Override
        public void close() {
            if (!done) {
                try {
                    output.close();
                } catch (IOException e) {
                    LOG.log(Level.FINE, e, () -> "The file " + file + " could not be closed");
                }
                delete(file);
            }
        }
    }
}
