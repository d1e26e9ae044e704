package org.mtgtracker.server.mariadb;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command lines of the server program. They hold no secrets: every user of the machine can read them. */
record ServerCommand(MariaDbInstallation installation, MariaDbSettings settings) {
    /** Begins the argument by which a running server is recognised; see {@link Orphans}. */
    static final String DATA_ARGUMENT = "--datadir=";

    private static final List<String> ALIKE = List.of(
            "--bind-address=" + Accounts.HOST,
            // loopback only: no file socket to clash over, no TLS, whose key takes seconds to make at every start
            "--socket=",
            "--skip-ssl",
            "--skip-name-resolve",
            "--pid-file=mariadbd.pid",
            "--log-bin=binlog",
            "--relay-log=relay",
            "--relay-log-recovery=ON",
            "--binlog-format=ROW",
            // the application's own account makes triggers in its own database
            "--log-bin-trust-function-creators=ON",
            "--gtid-strict-mode=ON",
            "--sync-binlog=1",
            "--innodb-flush-log-at-trx-commit=1",
            "--binlog-expire-logs-seconds=259200",
            "--skip-slave-start",
            "--character-set-server=utf8mb4",
            "--collation-server=utf8mb4_unicode_520_ci",
            "--default-time-zone=+00:00",
            // MySQL's own default, so that both kinds of server take the same SQL
            "--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
                    + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
            "--local-infile=ON",
            "--max-allowed-packet=64M",
            "--max-connections=300",
            "--performance-schema=OFF",
            "--key-buffer-size=8M",
            "--aria-pagecache-buffer-size=16M");

    /**
     * Where the server over that data has its temporary files. It must be its own: a server that starts deletes the
     * temporary tables that it finds, another's in use included.
     */
    static Path temporary(Path data) {
        return data.resolveSibling("tmp").resolve(requireNonNull(data.getFileName()));
    }

    /** Runs a server over its data. */
    List<String> run(Role role, Path data, int port) {
        List<String> command = over(data);
        command.add("--port=" + port);
        command.add("--server-id=" + role.serverId());
        command.add("--innodb-buffer-pool-size=" + settings.bufferPool(role) + "M");
        command.addAll(ALIKE);
        if (role == Role.REPLICA) {
            command.add("--read-only=ON");
            command.add("--log-slave-updates=ON");
        }
        return command;
    }

    /** Reads SQL from its input, without a network, and ends with it. */
    List<String> bootstrap(Path data) {
        List<String> command = over(data);
        command.add("--bootstrap");
        command.add("--skip-log-bin");
        command.add("--innodb-buffer-pool-size=64M");
        return command;
    }

    private List<String> over(Path data) {
        List<String> command = new ArrayList<>();
        command.add(installation.server().toString());
        command.add("--no-defaults");
        command.add(DATA_ARGUMENT + data);
        command.add("--tmpdir=" + temporary(data));
        command.add("--basedir=" + installation.folder());
        command.add("--lc-messages-dir=" + installation.share());
        command.add("--character-sets-dir=" + installation.share().resolve("charsets"));
        if ("root".equals(System.getProperty("user.name"))) {
            // the server refuses to run as root unless told to in so many words
            command.add("--user=root");
        }
        return command;
    }
}
