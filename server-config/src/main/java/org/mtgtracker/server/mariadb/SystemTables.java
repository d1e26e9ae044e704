package org.mtgtracker.server.mariadb;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Makes the unfinished data of a server: MariaDB's system tables, the tracker's database and the accounts, no
 * anonymous account and no test database. It does what mariadb-install-db does, without its shell script, so that it
 * is one way on every platform and the passwords go through a pipe.
 */
record SystemTables(DataFolder folder, ServerCommand command, Accounts accounts) {
    /** A server that is bootstrapped reads no privileges; FLUSH makes it, and with it account statements work. */
    private static final String NO_ACCOUNTS = """
            DELETE FROM mysql.global_priv WHERE User <> 'mariadb.sys';
            DELETE FROM mysql.proxies_priv;
            DELETE FROM mysql.db;
            FLUSH PRIVILEGES;
            """;

    /** Leaves it complete in {@link DataFolder#unfinished(Role)}. */
    void create(Role role) throws InterruptedException {
        Path data = folder.unfinished(role);
        ServerLog log = folder.log(role);
        Process process = null;
        try {
            FolderTree.delete(data);
            OwnerOnly.folder(data);
            OwnerOnly.folder(ServerCommand.temporary(data));
            long begin = log.open();
            process = new ProcessBuilder(command.bootstrap(data))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()))
                    .start();
            IOException broken = feed(process);
            if (!process.waitFor(command.settings().startLimit().toMillis(), TimeUnit.MILLISECONDS)) {
                throw failure(
                        role, log, "it took longer than " + command.settings().startLimit(), null);
            }
            if (process.exitValue() != 0 || broken != null) {
                String reason = log.complaint(begin).orElse("exit code " + process.exitValue());
                throw failure(role, log, reason, broken);
            }
        } catch (IOException e) {
            throw failure(role, log, e.toString(), e);
        } finally {
            if (process != null) {
                process.destroyForcibly();
            }
        }
    }

    /** A server that ends early breaks the pipe: what it said then matters more than that. */
    private IOException feed(Process process) {
        try (OutputStream input = process.getOutputStream()) {
            say(input, "CREATE DATABASE mysql;\nUSE mysql;\n");
            say(input, "SET @auth_root_socket=NULL;\n");
            for (Path script : command.installation().systemTables()) {
                Files.copy(script, input);
                say(input, "\n");
            }
            say(input, NO_ACCOUNTS);
            say(input, accounts.statements());
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private static void say(OutputStream input, String sql) throws IOException {
        input.write(sql.getBytes(StandardCharsets.UTF_8));
    }

    private static DatabaseFailure failure(Role role, ServerLog log, String reason, Throwable cause) {
        return new DatabaseFailure(
                "The " + role.word() + " database could not be initialised (" + reason + "): see " + log.file()
                        + ", remove the cause and start again.",
                cause);
    }
}
