package org.mtgtracker.catalog.control;

/**
 * Takes the white space between the tokens out of a JSON text, so that the same card has the same bytes however the file
 * is laid out. The text must be valid: there no two numbers or words stand side by side, which this would join.
 */
final class Blanks {
    private Blanks() {}

    /** Moves what stays together, from the start on; gives the new length. */
    static int removed(byte[] json, int start, int length) {
        int to = start;
        boolean inString = false;
        for (int from = start; from < start + length; from++) {
            byte b = json[from];
            if (inString) {
                if (b == '\\') {
                    json[to++] = b;
                    from++;
                    b = json[from];
                } else if (b == '"') {
                    inString = false;
                }
            } else if (b == '"') {
                inString = true;
            } else if (b <= ' ' && b >= 0) {
                continue;
            }
            json[to++] = b;
        }
        return to - start;
    }
}
