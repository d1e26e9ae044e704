package org.mtgtracker.catalog.control;

import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.TreeMap;

/** An answer's headers by name, whatever its case. */
final class Headers {
    private Headers() {}

    static Map<String, String> of(HttpHeaders headers) {
        Map<String, String> first = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.map().forEach((name, values) -> first.put(name, values.get(0)));
        return first;
    }
}
