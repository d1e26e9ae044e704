package org.mtgtracker.rest;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mtgtracker.identity.boundary.Scope;

/**
 * The table of docs/access.md is what the resources' annotations say. {@code -Dtracker.docs.write=true} writes it anew.
 */
class AccessReferenceTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "access.md");
    private static final String START = "<!-- the rest is written by AccessReferenceTest -->\n";

    @Test
    void the_table_in_the_docs_is_what_the_annotations_say() throws IOException {
        String document = Files.readString(DOCUMENT);
        int start = document.indexOf(START) + START.length();
        assertThat(start).isGreaterThan(START.length());
        if (Boolean.getBoolean("tracker.docs.write")) {
            Files.writeString(DOCUMENT, document.substring(0, start) + table());
        } else {
            assertThat(document.substring(start))
                    .as("run this test with -Dtracker.docs.write=true")
                    .isEqualTo(table());
        }
    }

    private static String table() {
        return Stream.of(new ApiV1(), new ApiV2())
                .flatMap(AccessReferenceTest::rows)
                .sorted()
                .collect(joining("", "\n| path | method | who | scope of a key |\n|---|---|---|---|\n", ""));
    }

    private static Stream<String> rows(Application version) {
        String base = version.getClass().getAnnotation(ApplicationPath.class).value();
        return version.getClasses().stream()
                .filter(type -> type.isAnnotationPresent(jakarta.ws.rs.Path.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .flatMap(method -> row("/" + base, method));
    }

    private static Stream<String> row(String base, Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(java.util.Objects::nonNull)
                .map(verb -> "| `%s` | %s | %s | %s |\n"
                        .formatted(
                                base + path(method),
                                verb.value(),
                                who(Access.to(method.getDeclaringClass(), method)),
                                Access.scope(method.getDeclaringClass(), method)
                                        .map(Scope::word)
                                        .orElse("none")));
    }

    private static String path(Method method) {
        jakarta.ws.rs.Path below = method.getAnnotation(jakarta.ws.rs.Path.class);
        return Stream.of(
                        method.getDeclaringClass()
                                .getAnnotation(jakarta.ws.rs.Path.class)
                                .value(),
                        below == null ? "" : below.value())
                .filter(part -> !part.isEmpty())
                .map(part -> "/" + part.replaceAll("^/|/$", ""))
                .collect(joining());
    }

    private static String who(Access access) {
        if (access instanceof Access.Having having) {
            return having.roles().stream().sorted().collect(joining(", "));
        }
        return access instanceof Access.Everybody ? "everybody" : "nobody";
    }
}
