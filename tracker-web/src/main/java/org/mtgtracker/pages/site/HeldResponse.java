package org.mtgtracker.pages.site;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Optional;

/** Takes an answer's body down instead of sending it. Status and headers are the answer's own. */
class HeldResponse extends HttpServletResponseWrapper {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Bytes stream;
    private PrintWriter writer;

    HeldResponse(HttpServletResponse response) {
        super(response);
    }

    /** What was written; empty when nothing was, as for an error or another address. */
    Optional<byte[]> body() {
        if (writer != null) {
            writer.flush();
        }
        return stream == null || isCommitted() ? Optional.empty() : Optional.of(bytes.toByteArray());
    }

    @Override
    public ServletOutputStream getOutputStream() {
        if (stream == null) {
            stream = new Bytes(bytes);
        }
        return stream;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer =
                    new PrintWriter(new OutputStreamWriter(getOutputStream(), Charset.forName(getCharacterEncoding())));
        }
        return writer;
    }

    /** Nothing leaves before all of it is there. */
    @Override
    public void flushBuffer() {
        if (writer != null) {
            writer.flush();
        }
    }

    @Override
    public void setContentLength(int length) {
        // it is packed later
    }

    @Override
    public void setContentLengthLong(long length) {
        // it is packed later
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        forget();
    }

    @Override
    public void reset() {
        super.reset();
        forget();
    }

    @Override
    public void sendError(int status) throws IOException {
        forget();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        forget();
        super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        forget();
        super.sendRedirect(location);
    }

    private void forget() {
        bytes.reset();
        stream = null;
        writer = null;
    }

    /** Writes to memory, which is always ready. */
    private static final class Bytes extends ServletOutputStream {
        private final ByteArrayOutputStream target;

        Bytes(ByteArrayOutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int octet) {
            target.write(octet);
        }

        @Override
        public void write(byte[] octets, int from, int length) throws IOException {
            target.write(octets, from, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("Pages are written by the thread that makes them");
        }
    }
}
