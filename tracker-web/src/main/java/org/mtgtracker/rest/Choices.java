package org.mtgtracker.rest;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Parameters whose values are chosen from a few. */
public final class Choices {
    private static final int LONGEST = 100;

    private Choices() {}

    /**
     * The value that a parameter chooses.
     *
     * @param key as the parameter names a value
     * @param otherwise what holds when the query does not have the parameter
     * @throws BadParameter when it is none of the values
     */
    public static <T> T one(
            Parameters parameters, String name, Collection<T> values, Function<T, String> key, T otherwise) {
        return parameters
                .text(name)
                .map(given -> chosen(name, given, values, key, ""))
                .orElse(otherwise);
    }

    /**
     * The values that a parameter chooses, separated by commas, each once and in the order of the values; all of them
     * when the query does not have it.
     *
     * @throws BadParameter when one is none of the values
     */
    public static <T> List<T> some(Parameters parameters, String name, Collection<T> values, Function<T, String> key) {
        List<T> chosen = parameters
                .text(name, LONGEST)
                .map(given -> Arrays.stream(given.split(",", -1))
                        .map(part -> chosen(name, part.strip(), values, key, ", several of them separated by commas"))
                        .toList())
                .orElseGet(() -> List.copyOf(values));
        return values.stream().filter(chosen::contains).toList();
    }

    private static <T> T chosen(
            String name, String given, Collection<T> values, Function<T, String> key, String andSo) {
        return values.stream()
                .filter(value -> key.apply(value).equals(given))
                .findFirst()
                .orElseThrow(() -> new BadParameter(
                        name, given, "one of " + values.stream().map(key).collect(Collectors.joining(", ")) + andSo));
    }
}
