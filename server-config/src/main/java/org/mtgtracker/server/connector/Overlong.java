package org.mtgtracker.server.connector;

import java.util.Objects;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpProbe;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.util.HttpStatus;

/** Tells an address or headers that are too long from a request that is no HTTP: the server answers 400 to all of them. */
final class Overlong extends HttpProbe.Adapter {
    private static final HttpStatus HEADERS = HttpStatus.newHttpStatus(431, "Request Header Fields Too Large");

    @Override
    @SuppressWarnings("rawtypes")
    public void onErrorEvent(Connection connection, HttpPacket packet, Throwable error) {
        if (packet instanceof HttpRequestPacket request
                && request.getResponse() != null
                && Objects.requireNonNullElse(error.getMessage(), "").contains("too large")) {
            boolean inAddress =
                    request.getRequestURIRef().getOriginalRequestURIBC().isNull();
            (inAddress ? HttpStatus.REQUEST_URI_TOO_LONG_414 : HEADERS).setValues(request.getResponse());
        }
    }
}
