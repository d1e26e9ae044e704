package org.mtgtracker.jobs.control;

import java.util.UUID;

/** What a server calls itself in leases and history: told apart from every other one, and from its own last start. */
final class ServerName {
    private static final int LONGEST_HOST = 120;

    private ServerName() {}

    static String madeUp() {
        String host = System.getenv().getOrDefault("HOSTNAME", "server");
        String random = UUID.randomUUID().toString().substring(0, 8);
        return host.substring(0, Math.min(host.length(), LONGEST_HOST)) + "/"
                + ProcessHandle.current().pid() + "/" + random;
    }
}
