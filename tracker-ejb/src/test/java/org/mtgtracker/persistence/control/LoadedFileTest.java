package org.mtgtracker.persistence.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full, before any server is asked. */
class LoadedFileTest {
    @TempDir
    Path folder;

    @Test
    void a_full_disk_is_said_as_the_system_says_it_and_leaves_no_file() throws IOException {
        assertThatThrownBy(() -> LoadedFile.load(
                        null, new BulkFolder(folder), "card", List.of("id"), List.of(1), (row, values) -> {
                            throw new UncheckedIOException(new IOException("No space left on device"));
                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("Rows cannot be written to .*\\.tsv: No space left on device")
                .hasCauseInstanceOf(IOException.class);
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void a_folder_that_cannot_be_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> new BulkFolder(file.resolve("load")).newFile())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(file.toString())
                .hasCauseInstanceOf(IOException.class);
    }
}
