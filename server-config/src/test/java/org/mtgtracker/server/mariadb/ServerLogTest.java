package org.mtgtracker.server.mariadb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
    @TempDir
    Path temp;

    private ServerLog log;

    @BeforeEach
    void anEarlierRun() throws IOException {
        log = new ServerLog(temp.resolve("primary.log"));
        log.open();
        say("2026-11-24  1:19:26 0 [ERROR] of an earlier run");
    }

    @Test
    void the_first_error_of_this_run_is_the_reason() throws IOException {
        long begin = log.open();
        say("2026-11-24  1:19:27 0 [Note] Starting MariaDB");
        say("2026-11-24  1:19:27 0 [ERROR] InnoDB: Unable to lock ./ibdata1 error: 11");
        say("2026-11-24  1:19:28 0 [ERROR] Aborting");

        assertThat(log.complaint(begin)).contains("InnoDB: Unable to lock ./ibdata1 error: 11");
    }

    @Test
    void a_missing_library_is_the_reason_although_the_loader_says_more() throws IOException {
        long begin = log.open();
        say("dyld[1]: Library not loaded: libssl.3.dylib");
        say("  Reason: tried: everywhere");

        assertThat(log.complaint(begin)).contains("dyld[1]: Library not loaded: libssl.3.dylib");
    }

    @Test
    void progress_is_no_reason() throws IOException {
        long begin = log.open();
        say("2026-11-24  1:19:27 0 [Note] Starting MariaDB");
        say("2026-11-24  1:19:27 0 [Warning] Could not increase number of max_open_files");

        assertThat(log.complaint(begin)).isEmpty();
    }

    @Test
    void a_large_file_is_put_aside() throws IOException {
        Files.write(log.file(), new byte[(16 << 20) + 1]);

        assertThat(log.open()).isZero();
        assertThat(temp.resolve("primary.log.1")).hasSize((16 << 20) + 1);
    }

    private void say(String line) throws IOException {
        Files.writeString(log.file(), line + "\n", StandardOpenOption.APPEND);
    }
}
