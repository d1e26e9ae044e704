package org.mtgtracker.pages.admin;

import static java.util.Objects.requireNonNull;

import jakarta.inject.Inject;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpoint;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.mtgtracker.identity.boundary.Role;
import org.mtgtracker.pages.site.OwnPages;

/**
 * Where the pages of imports, price files and jobs listen. It lies below {@code /admin}, so only an administrator's session comes here; a page of
 * another host does not, although a browser would send the session along.
 */
@ServerEndpoint(value = "/admin/progress", configurator = ImportProgressEndpoint.Handshake.class)
public class ImportProgressEndpoint {
    private static final Logger LOG = Logger.getLogger(ImportProgressEndpoint.class.getName());
    private static final long LONGEST_SILENCE_MILLIS = 600_000;

    @Inject
    private ImportProgress progress;

    /** For the container. */
    public ImportProgressEndpoint() {}

    ImportProgressEndpoint(ImportProgress progress) {
        this.progress = requireNonNull(progress, "progress is null");
    }

    @OnOpen
    public void open(Session session) {
        session.setMaxIdleTimeout(LONGEST_SILENCE_MILLIS);
        progress.begin(session);
    }

    @OnClose
    public void close(Session session) {
        progress.end(session);
    }

    @OnError
    public void failed(Session session, Throwable reason) {
        LOG.log(Level.FINE, "A watching browser is gone", reason);
        progress.end(session);
    }

    /** Looks at who asks, and from whose page; without our acceptance a browser ends the connection unheard. */
    public static class Handshake extends ServerEndpointConfig.Configurator {
        @Override
        public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
            if (!request.isUserInRole(Role.ADMIN.name()) || !isOwn(request)) {
                response.getHeaders().put(HandshakeResponse.SEC_WEBSOCKET_ACCEPT, List.of());
            }
        }

        private static boolean isOwn(HandshakeRequest request) {
            return OwnPages.sameHost(header(request, "Origin"), header(request, "Host"));
        }

        private static String header(HandshakeRequest request, String name) {
            return request.getHeaders().entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue())
                    .filter(values -> values.size() == 1)
                    .map(List::iterator)
                    .map(values -> values.next())
                    .findFirst()
                    .orElse("");
        }
    }
}
