package org.mtgtracker.rest.search;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.mtgtracker.rest.BadParameter;

/** Takes the members of the cards of one answer that a caller wants, in the order that the cards have them. */
final class FieldFilter {
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,40}");
    private static final int MOST = 100;

    private final Set<String> wanted;
    private final Set<String> met = new TreeSet<>();

    private FieldFilter(Set<String> wanted) {
        this.wanted = requireNonNull(wanted, "wanted is null");
    }

    /**
     * Reads names with commas between them.
     *
     * @throws BadParameter when there is none, or one that no member can have
     */
    static FieldFilter of(String names) {
        Set<String> wanted = new TreeSet<>();
        for (String name : names.split(",", -1)) {
            if (!NAME.matcher(name.strip()).matches() || wanted.size() == MOST) {
                throw new BadParameter("fields", names, "1 to " + MOST + " names of members, as id,name,prices");
            }
            wanted.add(name.strip());
        }
        return new FieldFilter(wanted);
    }

    /** The object with the wanted members alone. */
    byte[] apply(byte[] object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(object.length / 2);
        try (JsonParser from = JSON.createParser(object);
                JsonGenerator to = JSON.createGenerator(bytes)) {
            from.nextToken();
            to.writeStartObject();
            for (String field = from.nextFieldName(); field != null; field = from.nextFieldName()) {
                from.nextToken();
                if (wanted.contains(field)) {
                    met.add(field);
                    to.writeFieldName(field);
                    to.copyCurrentStructure(from);
                } else {
                    from.skipChildren();
                }
            }
            to.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("A card of the catalogue is not JSON", e);
        }
        return bytes.toByteArray();
    }

    /** What was wanted and no card so far has had: perhaps it is misspelt. */
    List<String> neverMet() {
        return wanted.stream().filter(field -> !met.contains(field)).toList();
    }
}
