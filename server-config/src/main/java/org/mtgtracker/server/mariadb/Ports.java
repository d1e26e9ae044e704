package org.mtgtracker.server.mariadb;

import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The TCP ports of the pair: those that were asked for, else those of the last start, else free ones.
 *
 * @param primary the primary's
 * @param replica the replica's
 */
record Ports(int primary, int replica) {

    /** Chooses, and keeps the choice in the file for the next start. */
    static Ports choose(Path kept, MariaDbSettings settings) {
        try {
            Ports last = lastTime(kept);
            int primary = choose(Role.PRIMARY, settings.primaryPort(), last.primary(), settings.replicaPort());
            int replica = choose(Role.REPLICA, settings.replicaPort(), last.replica(), primary);
            Ports chosen = new Ports(primary, replica);
            if (!chosen.equals(last)) {
                OwnerOnly.write(kept, "primary=" + primary + "\nreplica=" + replica + "\n");
            }
            return chosen;
        } catch (IOException e) {
            throw new DatabaseFailure(
                    "No ports can be chosen for the databases (" + e + "): see whether " + kept + " can be written.",
                    e);
        }
    }

    /** Any free port of the loopback address. */
    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
            return socket.getLocalPort();
        }
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(loopback(), port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int choose(Role role, int asked, int last, int taken) throws IOException {
        if (asked != 0) {
            if (!isFree(asked)) {
                throw new DatabaseFailure("Port " + asked + " of 127.0.0.1, asked for as that of the " + role.word()
                        + " database, is taken by another program: stop that one or name another port.");
            }
            return asked;
        }
        if (last != 0 && last != taken && isFree(last)) {
            return last;
        }
        int chosen = free();
        while (chosen == taken) {
            chosen = free();
        }
        return chosen;
    }

    private static Ports lastTime(Path kept) throws IOException {
        if (!Files.exists(kept)) {
            return new Ports(0, 0);
        }
        try {
            Properties properties = new Properties();
            properties.load(new StringReader(Files.readString(kept)));
            return new Ports(port(properties, "primary"), port(properties, "replica"));
        } catch (IllegalArgumentException e) {
            return new Ports(0, 0); // only a preference: what cannot be read is as good as absent
        }
    }

    private static int port(Properties properties, String name) {
        int port = Integer.parseInt(properties.getProperty(name, "0"));
        return port < 0 || port > 65_535 ? 0 : port;
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }
}
