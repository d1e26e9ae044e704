package org.mtgtracker.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds out before anything is started whether the port can be had. */
final class Ports {
    private Ports() {}

    static void mustBeFree(int port) {
        if (port < 1 || port > 65535) {
            throw new StartFailure(StartFailure.Reason.WRONG_SETTING, "--port is " + port + ": 1 to 65535 is allowed.");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
        } catch (IOException e) {
            throw new StartFailure(
                    StartFailure.Reason.PORT_TAKEN,
                    "Port " + port + " is taken (" + e.getMessage()
                            + "). Stop what listens there, or name another with --port.",
                    e);
        }
    }
}
