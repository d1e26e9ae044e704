package org.mtgtracker.catalog.boundary;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * An answer's body as a stream that fails when nothing arrives for too long. HttpClient's own limit ends with the
 * headers: a server that falls silent later would hold whoever reads for ever. Pieces are asked for one by one, so at most
 * one waits in memory.
 */
public final class TimedBody extends InputStream implements BodySubscriber<InputStream> {
    /** Bytes a second that must come while they are waited for. */
    private static final int SLOWEST = 1000;

    private static final long SECOND = 1_000_000_000L;
    private static final Piece LAST = new Piece(List.of(), null);

    private final Duration longestWait;
    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private final CompletableFuture<InputStream> body = CompletableFuture.completedFuture(this);
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    /** How long was waited for how much, since that was last looked at. */
    private long waited;

    private long came;
    private Piece piece = new Piece(List.of(), null);
    private int at;

    private record Piece(List<ByteBuffer> buffers, Throwable failure) {}

    /** @param longestWait for each further piece */
    public TimedBody(Duration longestWait) {
        this.longestWait = longestWait;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription.complete(given);
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        pieces.add(new Piece(buffers, null));
    }

    @Override
    public void onError(Throwable failure) {
        pieces.add(new Piece(List.of(), failure));
    }

    @Override
    public void onComplete() {
        pieces.add(LAST);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (true) {
            while (at < piece.buffers.size() && !piece.buffers.get(at).hasRemaining()) {
                at++;
            }
            if (at < piece.buffers.size()) {
                ByteBuffer buffer = piece.buffers.get(at);
                int count = Math.min(length, buffer.remaining());
                buffer.get(target, offset, count);
                return count;
            }
            if (piece == LAST) {
                return -1;
            }
            take();
        }
    }

    @Override
    public void close() {
        subscription.thenAccept(Flow.Subscription::cancel);
    }

    /** Who sends a byte now and then never falls silent, and would hold the reader for ever all the same. */
    private void refuseTrickle(Piece taken) throws HttpTimeoutException {
        for (ByteBuffer buffer : taken.buffers) {
            came += buffer.remaining();
        }
        if (waited > longestWait.toNanos()) {
            if (taken != LAST && came < SLOWEST * waited / SECOND) {
                throw new HttpTimeoutException("the download trickles: " + came + " bytes came in "
                        + TimeUnit.NANOSECONDS.toSeconds(waited) + " s of waiting");
            }
            waited = 0;
            came = 0;
        }
    }

    private void take() throws IOException {
        try {
            long asked = System.nanoTime();
            Piece taken = pieces.poll(longestWait.toMillis(), TimeUnit.MILLISECONDS);
            waited += System.nanoTime() - asked;
            if (taken == null) {
                throw new HttpTimeoutException(
                        "the download stopped: nothing came for " + longestWait.toSeconds() + " s");
            }
            refuseTrickle(taken);
            if (taken.failure != null) {
                throw new IOException("the download broke off: " + taken.failure.getMessage(), taken.failure);
            }
            piece = taken;
            at = 0;
            if (piece != LAST) {
                subscription.join().request(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the download was interrupted");
        }
    }
}
