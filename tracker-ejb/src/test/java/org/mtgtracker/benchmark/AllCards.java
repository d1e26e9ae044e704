package org.mtgtracker.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.mtgtracker.search.SyntheticCards;

/**
 * A file of cards in every language, such as Scryfall's largest: synthetic cards of today's size, each in English and in
 * up to four more languages, with the printed texts that those have.
 */
final class AllCards {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> LANGUAGES = List.of("en", "ja", "de", "fr", "es");
    private static final double MIB = 1 << 20;

    private AllCards() {}

    /** The shapes a catalogue file has. */
    enum Form {
        /** JSON Lines, gzip'd. */
        LINES("all-cards.jsonl.gz"),
        /** One JSON array, not packed. */
        ARRAY("all-cards.json");

        private final String file;

        Form(String file) {
            this.file = file;
        }

        private OutputStream open(Path path) throws IOException {
            OutputStream out = Files.newOutputStream(path);
            OutputStream packed = this == ARRAY ? out : new FastGzip(out);
            return new BufferedOutputStream(packed, 1 << 20);
        }
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    /** Writes so many cards into the folder; tells how much that is, and answers the file. */
    static Path write(int count, Form form, List<byte[]> real, Path folder) throws IOException {
        Path file = folder.resolve(form.file);
        long[] bytes = {0};
        try (OutputStream out = form.open(file)) {
            boolean array = form == Form.ARRAY;
            each(count, real, card -> {
                try {
                    out.write(
                            bytes[0] == 0
                                    ? (array ? "[\n" : "").getBytes(UTF_8)
                                    : (array ? ",\n" : "\n").getBytes(UTF_8));
                    out.write(card);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                bytes[0] += card.length + 1;
            });
            out.write((array ? "\n]\n" : "\n").getBytes(UTF_8));
        }
        System.out.printf(
                "%,d cards, %,.0f MiB unpacked, %,.0f MiB in %s%n",
                count, bytes[0] / MIB, Files.size(file) / MIB, file);
        return file;
    }

    private static void each(int count, List<byte[]> real, Consumer<byte[]> card) {
        int[] left = {count};
        SyntheticCards.like(real, (count + LANGUAGES.size() - 1) / LANGUAGES.size(), english -> {
            card.accept(english);
            left[0]--;
            for (String language : LANGUAGES.subList(1, Math.min(LANGUAGES.size(), left[0] + 1))) {
                card.accept(translated(english, language));
                left[0]--;
            }
        });
    }

    private static byte[] translated(byte[] english, String language) {
        try {
            ObjectNode card = (ObjectNode) JSON.readTree(english);
            card.put("id", id(card.path("id").asText(), language).toString());
            card.put("lang", language);
            card.putObject("prices");
            printed(card, language);
            card.path("card_faces").forEach(face -> printed((ObjectNode) face, language));
            return JSON.writeValueAsBytes(card);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void printed(ObjectNode face, String language) {
        for (String member : List.of("name", "type_line")) {
            face.put("printed_" + member, language + ' ' + face.path(member).asText());
        }
        JsonNode text = face.path("oracle_text");
        if (!text.asText().isEmpty()) {
            face.put("printed_text", language + ' ' + text.asText());
        }
    }

    private static UUID id(String english, String language) {
        return UUID.nameUUIDFromBytes((english + language).getBytes(UTF_8));
    }
}
