package org.mtgtracker.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mtgtracker.identity.boundary.NotPossible;
import org.mtgtracker.identity.boundary.UnknownThing;

/** docs/api.md names every kind of problem that the sources make. */
class ProblemReferenceTest {
    private static final Pattern MADE =
            Pattern.compile("(?:Problem\\.of|badCredentials|unauthorized|new Said)\\(\\s*\"([a-z-]+[a-z])\"");
    private static final Pattern NAMED = Pattern.compile("`([a-z-]+)`");

    @Test
    void every_kind_of_problem_is_in_the_docs() throws IOException {
        Set<String> made = made();
        Stream.of(NotPossible.Reason.values()).forEach(reason -> made.add(word(reason)));
        Stream.of(UnknownThing.Kind.values()).forEach(kind -> made.add("unknown-" + word(kind)));
        String errors = Files.readString(Path.of("..", "docs", "api.md")).split("## Errors")[1];

        String rows = errors.lines().filter(line -> line.startsWith("| ")).collect(Collectors.joining("\n"));

        assertThat(made)
                .contains(
                        "bad-parameter", "last-admin", "unknown-api-key", "http-version-not-supported", "bad-api-key");
        assertThat(all(NAMED, rows)).containsAll(made);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Set<String> made() throws IOException {
        Set<String> made = new TreeSet<>();
        for (Path sources : new Path[] {Path.of("src", "main"), Path.of("..", "server-config", "src", "main")}) {
            try (Stream<Path> files = Files.walk(sources)) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> made.addAll(all(MADE, read(file))));
            }
        }
        return made;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
