package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.ToIntFunction;

/**
 * Reads the card objects of a file in other threads, some heaps of them ahead of whoever takes them, and hands them out in
 * their order. Memory is that of these heaps, whatever the file's size.
 */
final class CardObjects {
    private static final int HEAP_OBJECTS = 200;
    private static final int HEAP_BYTES = 1 << 19;
    private static final int HEAPS_AHEAD = 3;

    private final JsonObjects objects;
    private final Executor threads;
    private final ToIntFunction<ContentHash> known;
    private final Deque<CompletableFuture<List<ReadObject>>> ahead = new ArrayDeque<>();
    private Iterator<ReadObject> heap = Collections.emptyIterator();
    private boolean ended;
    private IOException interrupted;
    private RuntimeException failed;

    /** @param known the place of the known card with a content, which need not be read; -1 when there is none */
    CardObjects(JsonObjects objects, Executor threads, ToIntFunction<ContentHash> known) {
        this.objects = requireNonNull(objects, "objects is null");
        this.threads = requireNonNull(threads, "threads is null");
        this.known = requireNonNull(known, "known is null");
    }

    /**
     * The next object; empty after the last one. What ends the reading of the file is thrown when all that was before it
     * has been handed out.
     *
     * @throws BrokenCatalogue when the text cannot be followed any further
     * @throws IOException when the source stops answering
     */
    Optional<ReadObject> next() throws IOException {
        while (!heap.hasNext()) {
            while (!ended && ahead.size() < HEAPS_AHEAD) {
                List<Object> cut = cut();
                ahead.add(CompletableFuture.supplyAsync(() -> read(cut), threads));
            }
            if (ahead.isEmpty()) {
                rethrow();
                return Optional.empty();
            }
            heap = Finished.of(ahead.remove()).iterator();
        }
        return Optional.of(heap.next());
    }

    private void rethrow() throws IOException {
        if (interrupted != null) {
            throw interrupted;
        }
        if (failed != null) {
            throw failed;
        }
    }

    /** The next objects, and what was none of them. */
    private List<Object> cut() {
        List<Object> cut = new ArrayList<>();
        int bytes = 0;
        while (!ended && cut.size() < HEAP_OBJECTS && bytes < HEAP_BYTES) {
            try {
                ended = !objects.next();
                if (!ended) {
                    JsonObject object = objects.object();
                    bytes += object.bytes().length;
                    cut.add(object);
                }
            } catch (BrokenObject e) {
                cut.add(new ReadObject.Broken(e.problem()));
            } catch (IOException e) {
                ended = true;
                interrupted = e;
            } catch (BrokenCatalogue e) {
                ended = true;
                failed = e;
            }
        }
        return cut;
    }

    private List<ReadObject> read(List<Object> cut) {
        Reading reading = new Reading();
        return cut.stream()
                .map(one -> one instanceof JsonObject object ? reading.of(object) : (ReadObject) one)
                .toList();
    }

    /** Reads one object after the other in one thread. */
    private final class Reading {
        private final ContentHash.Digest digest = new ContentHash.Digest();
        private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        private final CharBuffer decoded = CharBuffer.allocate(1 << 12);

        ReadObject of(JsonObject object) {
            try {
                ContentHash hash = object.isCompact() ? hash(object) : null;
                int place = hash == null ? -1 : known.applyAsInt(hash);
                if (place >= 0) {
                    return new ReadObject.Same(object, hash, place);
                }
                CardColumns columns = CardReader.read(object.bytes(), 0, object.bytes().length);
                checkText(object.bytes());
                object.compact();
                return new ReadObject.Card(object, columns, hash == null ? hash(object) : hash);
            } catch (BrokenCard e) {
                return new ReadObject.Broken(object.problem(e));
            }
        }

        private ContentHash hash(JsonObject object) {
            return digest.of(object.bytes(), 0, object.bytes().length);
        }

        private void checkText(byte[] text) {
            utf8.reset();
            ByteBuffer bytes = ByteBuffer.wrap(text);
            CoderResult result;
            do {
                decoded.clear();
                result = utf8.decode(bytes, decoded, true);
            } while (result.isOverflow());
            if (result.isError()) {
                throw new BrokenCard("it is not UTF-8 text: " + result, bytes.position(), null);
            }
        }
    }
}
