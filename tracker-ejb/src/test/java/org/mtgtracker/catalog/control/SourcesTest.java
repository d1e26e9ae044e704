package org.mtgtracker.catalog.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtgtracker.catalog.boundary.UnusableSource;

/** What a source is named by, and what tells its content from another. */
class SourcesTest extends LocalWeb {
    @Test
    void a_file_without_a_time_is_known_by_its_tag() throws IOException {
        page("/bulk-data", list("jsonl_download_uri", url("/files/x")).replaceAll("\"updated_at\":\"[^\"]*\",", ""));
        answer("/files/x", exchange -> {
            exchange.getResponseHeaders().add("ETag", "\"one\"");
            boolean known = "\"one\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.sendResponseHeaders(known ? 304 : 200, -1);
        });
        String fingerprint;
        try (Source.Opened opened = sources.named("scryfall").open("").orElseThrow()) {
            fingerprint = opened.fingerprint();
        }
        assertThat(sources.named("scryfall").open(fingerprint)).isEmpty();
    }

    @Test
    void a_file_that_grows_or_shrinks_while_it_is_read_is_not_taken_for_whole() throws IOException {
        Path file = Files.writeString(folder.resolve("cards.jsonl"), "one card\n");
        try (Source.Opened opened = sources.named(file.toString()).open("").orElseThrow()) {
            Files.writeString(file, "one card\nanother card\n");
            assertThatThrownBy(() -> opened.stream().readAllBytes())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("has changed while it was read: it had 9 bytes and then 22");
        }
        try (Source.Opened opened = sources.named(file.toString()).open("").orElseThrow()) {
            Files.writeString(file, "one card\n");
            assertThatThrownBy(() -> opened.stream().readAllBytes()).hasMessageContaining("has changed");
        }
    }

    @Test
    void a_file_is_named_by_path_or_address() throws IOException {
        Path file = Files.writeString(folder.resolve("my cards.json"), "the cards");
        assertThat(content(file.toString())).isEqualTo("the cards");
        assertThat(content(file.toUri().toString())).isEqualTo("the cards");
        assertThat(sources.named("  " + file + " ").name()).isEqualTo(file.toString());
    }

    @Test
    void another_content_has_another_fingerprint() throws IOException {
        Path file = Files.writeString(folder.resolve("cards.json"), "one");
        Optional<String> before = sources.named(file.toString()).fingerprint();
        Files.writeString(file, "three");
        assertThat(before)
                .isPresent()
                .isNotEqualTo(sources.named(file.toString()).fingerprint());
    }

    @Test
    void the_demo_is_a_file_the_launcher_brought() throws IOException {
        Path file = Files.writeString(folder.resolve("demo.json"), "the demo");
        sources = new Sources(Optional.of(file.toString()), url(""), new Web(), ImportingTracker.once());
        assertThat(content("demo")).isEqualTo("the demo");
        assertThat(sources.named("demo").name()).isEqualTo("demo");
    }

    @ParameterizedTest
    @CsvSource({
        "'',The source is empty",
        "demo,started without the demo catalogue",
        "/no/such/file.json,There is no file /no/such/file.json on the server",
        "/,/ is not a file",
        "file:///no/such/file.json,There is no file /no/such/file.json on the server",
        "file:cards,does not name a file",
        "ftp://example.org/cards,'begins with ftp:, which is not supported'",
        "https:cards,names no host",
        "https://me:secret@example.org/cards,holds a user name or password",
        "https://exa mple.org/,is not a valid address"
    })
    void what_is_no_source_is_refused_with_what_is(String name, String reason) {
        assertThatThrownBy(() -> sources.named(name))
                .isInstanceOf(UnusableSource.class)
                .hasMessageContaining(reason);
    }
}
