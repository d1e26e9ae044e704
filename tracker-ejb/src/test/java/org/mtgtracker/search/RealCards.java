package org.mtgtracker.search;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.mtgtracker.search.index.CardIndex;
import org.mtgtracker.search.index.CardIndexBuilder;

/** The index of 45,851 real printings, built once for all tests that want it. */
public final class RealCards {
    private static final String FILE = "scryfall/default-cards-2019-09.json.gz";
    private static CardIndex index;

    private RealCards() {}

    /** The folder of real data; a test without one is skipped. */
    public static Path data() {
        String data = System.getenv("TRACKER_DATA");
        assumeTrue(data != null, "TRACKER_DATA names no folder with " + FILE + ": real cards are not searched.");
        return Path.of(data);
    }

    /** The index; a test without the file is skipped. */
    public static synchronized CardIndex index() {
        Path data = data();
        if (index == null) {
            CardIndexBuilder builder = new CardIndexBuilder();
            List<byte[]> objects = objects(data);
            for (int number = 0; number < objects.size(); number++) {
                builder.add(number, objects.get(number));
            }
            index = builder.build(1);
        }
        return index;
    }

    /** The objects of the file, each by itself. */
    public static List<byte[]> objects(Path data) {
        List<byte[]> objects = new ArrayList<>(46_000);
        JsonFactory factory = new JsonFactory();
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(data.resolve(FILE))));
                JsonParser json = factory.createParser(in)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream(4096);
                try (JsonGenerator object = factory.createGenerator(bytes)) {
                    object.copyCurrentStructure(json);
                }
                objects.add(bytes.toByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return objects;
    }
}
