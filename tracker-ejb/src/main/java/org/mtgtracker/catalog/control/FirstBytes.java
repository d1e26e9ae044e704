package org.mtgtracker.catalog.control;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** Says what a file is that does not begin as JSON does, so that whoever took the wrong one sees which one it was. */
final class FirstBytes {
    private static final int SHOWN = 16;

    private enum Kind {
        PNG("89504e47", "a PNG image"),
        JPEG("ffd8ff", "a JPEG image"),
        GIF("47494638", "a GIF image"),
        PDF("25504446", "a PDF document"),
        ZIP("504b0304", "a ZIP archive: unpack it first"),
        ZSTD("28b52ffd", "zstd-compressed: unpack it first"),
        XZ("fd377a58", "xz-compressed: unpack it first"),
        BZIP2("425a68", "bzip2-compressed: unpack it first"),
        GZIP("1f8b", "gzip'd twice: unpack it once"),
        SQLITE("53514c697465", "an SQLite database"),
        UTF_16_BIG("feff", "UTF-16 text"),
        UTF_16_LITTLE("fffe", "UTF-16 text");

        private final String prefix;
        private final String description;

        Kind(String prefix, String description) {
            this.prefix = prefix;
            this.description = description;
        }
    }

    private FirstBytes() {}

    /** A clause that begins with a verb: {@code "is a PNG image"}, {@code "begins with \"date,usd\""}. */
    static String describe(byte[] bytes) {
        String hex = HexFormat.of().formatHex(bytes);
        for (Kind kind : Kind.values()) {
            if (hex.startsWith(kind.prefix)) {
                return "is " + kind.description;
            }
        }
        String text = new String(bytes, StandardCharsets.UTF_8).strip();
        if (text.startsWith("<")) {
            String start = text.toLowerCase(Locale.ROOT);
            return start.startsWith("<!doctype html") || start.startsWith("<html")
                    ? "is an HTML page"
                    : "is XML or HTML";
        }
        String line = text.lines().findFirst().orElse("");
        String shown = line.substring(0, Math.min(SHOWN, line.length()));
        boolean printable = shown.chars().noneMatch(c -> c < ' ' || c == '\uFFFD');
        return printable
                ? "is not JSON: it begins with \"" + shown + "\""
                : "is not JSON: it begins with the bytes " + hex.substring(0, Math.min(2 * SHOWN, hex.length()));
    }
}
