package org.mtgtracker.pages.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** An answer that is held back until it is complete, so that it can be kept before its sender sees it. */
final class RecordedResponse extends HttpServletResponseWrapper {
    /** What is larger is not kept. */
    private static final int LARGEST = 1 << 17;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private PrintWriter writer;
    private Optional<String> location = Optional.empty();
    private boolean failed;

    RecordedResponse(HttpServletResponse response) {
        super(requireNonNull(response, "response is null"));
    }

    /** The answer, to be kept; empty when it is an error or too large. */
    Optional<GivenAnswer> answer() {
        flush();
        boolean success = !failed && getStatus() < SC_INTERNAL_SERVER_ERROR && !super.isCommitted();
        return success && body.size() <= LARGEST
                ? Optional.of(new GivenAnswer(
                        getStatus(),
                        location,
                        requireNonNullElse(getContentType(), "text/html;charset=UTF-8"),
                        List.copyOf(getHeaders("Set-Cookie")),
                        body.toByteArray()))
                : Optional.empty();
    }

    /** Sends what was held back. */
    void send() throws IOException {
        if (failed) {
            return;
        }
        flush();
        if (location.isPresent()) {
            super.sendRedirect(location.get());
        } else if (body.size() > 0) {
            super.setContentLength(body.size());
            body.writeTo(super.getOutputStream());
        }
    }

    private void flush() {
        if (writer != null) {
            writer.flush();
        }
    }

    @Override
    public void sendRedirect(String to) {
        location = Optional.of(to);
        resetBuffer();
    }

    @Override
    public void sendError(int status) throws IOException {
        failed = true;
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        failed = true;
        super.sendError(status, message);
    }

    @Override
    public boolean isCommitted() {
        return location.isPresent() || super.isCommitted();
    }

    @Override
    public void flushBuffer() {
        flush();
    }

    @Override
    public void resetBuffer() {
        flush();
        body.reset();
    }

    @Override
    public void reset() {
        resetBuffer();
        super.reset();
    }

    @Override
    public void setBufferSize(int size) {
        // all of it is buffered
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(body, UTF_8));
        }
        return writer;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new IllegalStateException("What is held back is not written asynchronously");
            }

            @Override
            public void write(int one) {
                body.write(one);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                body.write(bytes, from, length);
            }
        };
    }
}
