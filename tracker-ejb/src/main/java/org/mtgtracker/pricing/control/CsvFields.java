package org.mtgtracker.pricing.control;

import java.util.ArrayList;
import java.util.List;

/** The fields of a line of CSV (RFC 4180), without the blanks around them. A field does not go on in the next line. */
final class CsvFields {
    private static final char QUOTE = '"';
    private static final char COMMA = ',';

    private CsvFields() {}

    /** @throws BrokenPriceLine when a quotation mark is never closed, or more follows in its field */
    static String[] of(String line) {
        if (line.indexOf(QUOTE) < 0) {
            String[] fields = line.split(",", -1);
            for (int i = 0; i < fields.length; i++) {
                fields[i] = fields[i].strip();
            }
            return fields;
        }
        List<String> fields = new ArrayList<>();
        for (int at = 0; at <= line.length(); ) {
            int start = at;
            while (start < line.length() && line.charAt(start) != COMMA && Character.isWhitespace(line.charAt(start))) {
                start++;
            }
            boolean quoted = start < line.length() && line.charAt(start) == QUOTE;
            int end = quoted ? closing(line, start) + 1 : start;
            int comma = line.indexOf(COMMA, end);
            int next = comma < 0 ? line.length() : comma;
            if (quoted && !line.substring(end, next).isBlank()) {
                throw new BrokenPriceLine("after the quoted field " + Quoted.of(line.substring(start + 1, end - 1))
                        + " there is more than a comma; a quotation mark inside must be doubled");
            }
            fields.add(
                    quoted
                            ? line.substring(start + 1, end - 1)
                                    .replace("\"\"", "\"")
                                    .strip()
                            : line.substring(at, next).strip());
            at = next + 1;
        }
        return fields.toArray(String[]::new);
    }

    private static int closing(String line, int opening) {
        for (int i = opening + 1; i < line.length(); i++) {
            if (line.charAt(i) == QUOTE) {
                if (i + 1 == line.length() || line.charAt(i + 1) != QUOTE) {
                    return i;
                }
                i++;
            }
        }
        throw new BrokenPriceLine("a quotation mark is not closed; a field must end in the line it begins in");
    }
}
