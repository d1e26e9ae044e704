package org.mtgtracker.server.demo;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Word lists by section, read from the text files that lie beside these classes. */
final class WordLists {
    private final String resource;
    private final Map<String, List<String>> sections = new HashMap<>();
    private final Map<String, List<String[]>> fields = new HashMap<>();

    private WordLists(String resource) {
        this.resource = resource;
    }

    /** Lists whose entries stand one on a line. */
    static WordLists ofLines(String resource) {
        return read(resource, false);
    }

    /** Lists whose entries are separated by commas. */
    static WordLists ofWords(String resource) {
        return read(resource, true);
    }

    private static WordLists read(String resource, boolean commas) {
        WordLists lists = new WordLists(resource);
        List<String> section = null;
        for (String line : text(resource).split("\n")) {
            if (line.startsWith("[")) {
                section = new ArrayList<>();
                lists.sections.put(line.substring(1, line.indexOf(']')), section);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                List<String> entries = commas ? List.of(line.split(",")) : List.of(line);
                requireNonNull(section, "an entry stands before the first section")
                        .addAll(entries.stream()
                                .map(String::strip)
                                .filter(entry -> !entry.isEmpty())
                                .toList());
            }
        }
        return lists;
    }

    private static String text(String resource) {
        try (InputStream in = WordLists.class.getResourceAsStream(resource)) {
            requireNonNull(in, () -> resource + " is missing from the class path");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }

    /** The entries of a section, in the file's order. */
    List<String> of(String section) {
        return requireNonNull(sections.get(section), () -> resource + " has no section " + section);
    }

    /** The entries of a section, each cut at its bars. */
    List<String[]> fields(String section) {
        return fields.computeIfAbsent(
                section,
                name -> of(name).stream().map(entry -> entry.split("\\|", -1)).toList());
    }
}
