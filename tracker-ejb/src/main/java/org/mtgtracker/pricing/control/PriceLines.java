package org.mtgtracker.pricing.control;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.catalog.boundary.Gzip;
import org.mtgtracker.pricing.boundary.UnusablePriceFile;

/** The lines of a price file, gzip'd or not, one after the other; a line's length is bounded, so memory is. */
final class PriceLines implements Closeable {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST = 1000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What a ZIP archive begins with; people send them for gzip'd files. */
    private static final String ZIP = "PK\u0003\u0004";

    private final Reader reader;
    private final LocalDate lastDay;
    private final char[] buffer = new char[BUFFER];
    private final StringBuilder text = new StringBuilder();
    private int at;
    private int filled;
    private long number;
    private boolean tooLong;
    private PriceColumns columns;

    private PriceLines(Reader reader, LocalDate lastDay) {
        this.reader = reader;
        this.lastDay = lastDay;
    }

    /**
     * Opens a price file and reads its header.
     *
     * @param longest how many bytes it may have, unpacked
     * @throws UnusablePriceFile when it has another
     */
    static PriceLines in(InputStream stream, String name, long longest, Clock clock) throws IOException {
        requireNonNull(name, "name is null");
        PriceLines lines = new PriceLines(
                new InputStreamReader(new BoundedStream(Gzip.off(stream), name, longest), StandardCharsets.UTF_8),
                CardPrices.lastDay(clock));
        try {
            lines.columns = lines.header();
        } catch (BrokenPriceLine e) {
            throw new UnusablePriceFile("The price file " + name + " begins with "
                    + Quoted.of(lines.text.toString().strip()) + ", which is no header of a price file: "
                    + e.getMessage() + ". One is " + PriceColumns.ALLOWED + ". Nothing was loaded.");
        }
        return lines;
    }

    /** Moves on to the next line that is not blank; false after the last one. */
    boolean next() throws IOException {
        do {
            if (!readLine()) {
                return false;
            }
            number++;
        } while (text.toString().isBlank() && !tooLong);
        return true;
    }

    /** Of the line, counted from 1. */
    long number() {
        return number;
    }

    /**
     * What the line says.
     *
     * @throws BrokenPriceLine when it is not what a line must be
     */
    PriceLine line() {
        checkLength();
        return columns.line(text.toString(), lastDay);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private PriceColumns header() throws IOException {
        next();
        String header = text.toString();
        if (header.startsWith(ZIP)) {
            throw new BrokenPriceLine("it is a ZIP archive; a packed file must be gzip'd");
        }
        checkLength();
        return PriceColumns.of(
                header.startsWith(BYTE_ORDER_MARK) ? header.substring(BYTE_ORDER_MARK.length()) : header);
    }

    private void checkLength() {
        if (tooLong) {
            throw new BrokenPriceLine("it is longer than " + LONGEST + " characters");
        }
    }

    /** BufferedReader would take a line of any length into memory. */
    private boolean readLine() throws IOException {
        text.setLength(0);
        tooLong = false;
        boolean any = false;
        while (true) {
            if (at == filled) {
                at = 0;
                filled = reader.read(buffer, 0, buffer.length);
                if (filled <= 0) {
                    filled = 0;
                    return any;
                }
            }
            any = true;
            char c = buffer[at++];
            if (c == '\n') {
                return true;
            }
            if (text.length() < LONGEST) {
                text.append(c);
            } else {
                tooLong = true;
            }
        }
    }
}
