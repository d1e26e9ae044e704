package org.mtgtracker.catalog.control;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipException;
import org.mtgtracker.catalog.boundary.ImportProblem;

/**
 * Cuts a file into its JSON objects without looking into them: it only follows strings and brackets, and hands out the
 * bytes as they came. So an object can be kept unchanged, every fault has a byte position, and memory is one object's
 * whatever the file's size. The form, one JSON array or objects behind each other (JSON Lines), is known by the first
 * bracket.
 *
 * <p>Behind a broken object reading goes on at the next line that begins with an object, as the lines of Scryfall's files
 * do; where no such line follows, the file as a whole is broken.
 */
final class JsonObjects implements Closeable {
    /** Real cards have up to 30 KB; what goes on for longer has lost a quote or is no card. */
    static final int LONGEST_CARD = 1 << 20;

    /** How far behind a broken object the next one is looked for. */
    private static final int FARTHEST = 1 << 26;

    private static final int FIRST_SIZE = 1 << 16;
    private static final int DESCRIBED = 64;
    private static final int END = -1;
    private static final boolean[] IN_STRINGS = meaning("\"\\\n");
    private static final boolean[] OUTSIDE_STRINGS = meaning("\"{}[]" + controlCharacters() + " ");

    private final InputStream in;
    private final String source;
    private final int longest;
    private byte[] buffer = new byte[FIRST_SIZE];
    private int next;
    private int filled;
    private long discarded;
    private long line = 1;
    private Form form;
    private boolean closed;
    private boolean inObject;
    private boolean found;

    private long number;
    private int start;
    private int length;
    private long startLine;
    private boolean blanks;

    private enum Form {
        ARRAY,
        LINES
    }

    private JsonObjects(InputStream text, String source, int longest) {
        this.in = requireNonNull(text, "text is null");
        this.source = requireNonNull(source, "source is null");
        this.longest = longest;
    }

    /**
     * The objects of a catalogue file, gzip'd or not.
     *
     * @param source for messages
     * @throws BrokenCatalogue when it is gzip'd and damaged at its very beginning
     */
    static JsonObjects in(InputStream file, String source) throws IOException {
        return in(file, source, LONGEST_CARD);
    }

    /** @param longest how many bytes an object may have */
    static JsonObjects in(InputStream file, String source, int longest) throws IOException {
        try {
            return new JsonObjects(Unpacked.text(file, source), source, longest);
        } catch (EOFException | ZipException e) {
            throw BrokenCatalogue.whole(source, "cannot be unpacked: " + damage(e));
        }
    }

    /**
     * Moves on to the next object; false after the last one.
     *
     * @throws BrokenObject when what comes is no whole object; the next call goes on behind it
     * @throws BrokenCatalogue when the text cannot be followed any further, or the packed data is damaged
     * @throws IOException when the source stops answering
     */
    boolean next() throws IOException {
        start = next;
        length = 0;
        int first = found ? peek() : form == null ? begin() : separator();
        found = false;
        if (first == END) {
            return false;
        }
        number++;
        if (first != '{') {
            throw recovered(problem("it begins with \"" + (char) first + "\"; a card object begins with {"));
        }
        start = next;
        startLine = line;
        inObject = true;
        scan();
        inObject = false;
        return true;
    }

    /** The object that was just found. */
    JsonObject object() {
        return new JsonObject(
                number, startLine, discarded + start, Arrays.copyOfRange(buffer, start, start + length), blanks);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** The first character of the first object, which is not consumed; END when there is none. */
    private int begin() throws IOException {
        if (peek() == 0xef && ahead(1) == 0xbb && ahead(2) == 0xbf) {
            next += 3; // a byte order mark says nothing in UTF-8
        }
        int first = significant();
        if (first == END) {
            throw BrokenCatalogue.whole(source, "is empty");
        }
        if (first == '{') {
            form = Form.LINES;
            return first;
        }
        if (first != '[') {
            ahead(DESCRIBED);
            byte[] described = Arrays.copyOfRange(buffer, next, Math.min(next + DESCRIBED, filled));
            throw BrokenCatalogue.whole(source, FirstBytes.describe(described));
        }
        form = Form.ARRAY;
        next++;
        first = significant();
        return first == ']' ? end() : first == END ? endsEarly() : first;
    }

    /** What stands between two objects; answers as {@link #begin()} does. */
    private int separator() throws IOException {
        int between = significant();
        if (form == Form.LINES || closed) {
            return between;
        }
        if (between == ']') {
            return end();
        }
        if (between == END) {
            return endsEarly();
        }
        if (between != ',') {
            number++;
            throw recovered(problem(
                    "it is separated from the one before by \"" + (char) between + "\"; a comma must stand there"));
        }
        next++;
        between = significant();
        return between == END ? endsEarly() : between;
    }

    private int end() throws IOException {
        next++;
        closed = true;
        int after = significant();
        if (after != END) {
            number++;
            throw BrokenCatalogue.at(source, problem("there is text behind the closing ] of the array"));
        }
        return END;
    }

    private int endsEarly() {
        number++;
        throw BrokenCatalogue.at(source, problem("the text ends before the closing ] of the array"));
    }

    /** Finds the object's end. Of most bytes it only learns that they mean nothing to it. */
    private void scan() throws IOException {
        int depth = 0;
        blanks = false;
        while (true) {
            next = pastOrdinary(OUTSIDE_STRINGS);
            if (next == filled) {
                more();
                continue;
            }
            byte b = buffer[next++];
            if (b == '"') {
                string();
            } else if (b == '{' || b == '[') {
                depth++;
            } else if (b == '}' || b == ']') {
                if (--depth == 0) {
                    length = next - start;
                    return;
                }
            } else {
                blanks = true;
                line += b == '\n' ? 1 : 0;
            }
        }
    }

    /** Goes on behind the end of a string. */
    private void string() throws IOException {
        while (true) {
            next = pastOrdinary(IN_STRINGS);
            if (next == filled) {
                more();
                continue;
            }
            byte b = buffer[next++];
            if (b == '"') {
                return;
            }
            if (b == '\n') {
                // JSON allows no line break in a string: going on would only lose the place
                next--;
                throw recovered(unended("a string in it goes over the end of the line"));
            }
            while (next == filled) {
                more();
            }
            next++; // what a backslash stands before
        }
    }

    /** The next place with a byte that means something there; this is the hot loop. */
    private int pastOrdinary(boolean[] meaning) {
        byte[] bytes = buffer;
        int end = filled;
        int at = next;
        while (at < end && !meaning[bytes[at] & 0xff]) {
            at++;
        }
        return at;
    }

    /** Reads on in the middle of an object. */
    private void more() throws IOException {
        if (filled - start >= longest) {
            throw recovered(unended("it is longer than " + longest + " bytes, which no card object is"));
        }
        if (!fill()) {
            throw BrokenCatalogue.at(source, unended("the text ends in the middle of it"));
        }
    }

    private static String controlCharacters() {
        return IntStream.range(0, ' ').mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static boolean[] meaning(String bytes) {
        boolean[] meaning = new boolean[1 << Byte.SIZE];
        bytes.chars().forEach(b -> meaning[b] = true);
        return meaning;
    }

    /** An object without an end: the JSON parser knows best what is wrong, if anything is but the end. */
    private ImportProblem unended(String reason) {
        length = next - start;
        try {
            CardReader.read(buffer, start, length);
        } catch (BrokenCard e) {
            boolean early = e.offset() < length - 1;
            return object().problem(early ? e : new BrokenCard(reason, length, e.id()));
        }
        return object().problem(new BrokenCard(reason, length, null));
    }

    private ImportProblem problem(String reason) {
        return new ImportProblem(number, line, discarded + next, null, reason);
    }

    /** Skips to the next line that begins with an object, or ends the array; the exception to throw then. */
    private RuntimeException recovered(ImportProblem problem) throws IOException {
        inObject = false;
        long from = discarded + next;
        while (discarded + next - from < FARTHEST) {
            start = next;
            int b = peek();
            if (b == END) {
                return form == Form.LINES ? new BrokenObject(problem) : BrokenCatalogue.at(source, problem);
            }
            next++;
            if (b == '\n') {
                line++;
                int begins = significant();
                found = begins == '{';
                if (found || form == Form.ARRAY && begins == ']') {
                    return new BrokenObject(problem);
                }
            }
        }
        return BrokenCatalogue.at(source, problem);
    }

    private int significant() throws IOException {
        int b = peek();
        while (b == ' ' || b == '\n' || b == '\r' || b == '\t') {
            line += b == '\n' ? 1 : 0;
            next++;
            start = next;
            b = peek();
        }
        return b;
    }

    private int peek() throws IOException {
        return ahead(0);
    }

    private int ahead(int distance) throws IOException {
        while (next + distance >= filled) {
            if (!fill()) {
                return END;
            }
        }
        return buffer[next + distance] & 0xff;
    }

    /** Reads on, keeping everything from {@link #start}; moves start and next with the bytes. False at the end. */
    private boolean fill() throws IOException {
        if (filled == buffer.length) {
            int kept = filled - start;
            byte[] target = kept > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
            System.arraycopy(buffer, start, target, 0, kept);
            buffer = target;
            discarded += start;
            next -= start;
            filled = kept;
            start = 0;
        }
        try {
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read > 0) {
                filled += read;
            }
            return read > 0;
        } catch (EOFException | ZipException e) {
            throw BrokenCatalogue.at(
                    source,
                    new ImportProblem(inObject ? number : number + 1, line, discarded + filled, null, damage(e)));
        }
    }

    private static String damage(IOException e) {
        return e instanceof EOFException
                ? "the gzip'd data ends too early: the file is truncated, fetch it again"
                : "the gzip'd data is damaged (" + e.getMessage() + "): fetch it again";
    }
}
