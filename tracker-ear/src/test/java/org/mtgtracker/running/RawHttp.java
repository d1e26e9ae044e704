package org.mtgtracker.running;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sends what no HTTP client would, byte for byte, and reads what comes back. */
final class RawHttp {
    private static final int PATIENCE = 30_000;

    private final URI address;
    private final String local;

    RawHttp(URI address) {
        this(address, null);
    }

    private RawHttp(URI address, String local) {
        this.address = address;
        this.local = local;
    }

    /** The same server, spoken to from another address of this machine. */
    RawHttp from(String other) {
        return new RawHttp(address, other);
    }

    /** An answer; status 0 when the server closed the connection without any. */
    record Answer(int status, Map<String, String> headers, String body) {}

    /** Sends these bytes alone, as they are. */
    Answer sendBare(String text) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    /** Sends a request's lines, without a body; Host and Connection are added. */
    Answer send(String... lines) {
        return send(lines, out -> {});
    }

    /** What is written after the head. */
    @FunctionalInterface
    interface Body {
        void to(OutputStream out) throws IOException;
    }

    Answer send(String[] lines, Body body) {
        try (Socket socket = new Socket()) {
            if (local != null) {
                socket.bind(new InetSocketAddress(local, 0));
            }
            socket.connect(new InetSocketAddress(address.getHost(), address.getPort()), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            OutputStream out = socket.getOutputStream();
            String head = String.join("\r\n", lines) + "\r\nHost: " + address.getAuthority()
                    + "\r\nConnection: close\r\n\r\n";
            out.write(head.getBytes(ISO_8859_1));
            try {
                body.to(out);
                out.flush();
            } catch (SocketException e) {
                // the server has heard enough; what it says is read below
            }
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(lines[0], e);
        }
    }

    private static Answer read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] part = new byte[8192];
        try {
            for (int read = in.read(part); read >= 0; read = in.read(part)) {
                all.write(part, 0, read);
            }
        } catch (SocketException e) {
            // reset because it did not read all that was sent; what came before counts
        }
        String text = all.toString(ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, Map.of(), text);
        }
        String[] head = text.substring(0, end).split("\r\n");
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int at = 1; at < head.length; at++) {
            int colon = head[at].indexOf(':');
            headers.put(
                    head[at].substring(0, colon).toLowerCase(Locale.ROOT),
                    head[at].substring(colon + 1).strip());
        }
        return new Answer(Integer.parseInt(head[0].split(" ")[1]), headers, text.substring(end + 4));
    }
}
