package org.mtgtracker.catalog.control;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.mtgtracker.DatabaseUnderTest;

/** A tracker without a card before each test, and what the tests of imports ask it. */
abstract class EmptyCatalogue {
    static final String CARDS = "SELECT name, retired, version FROM card ORDER BY name COLLATE utf8mb4_unicode_520_ci";
    static final String HEAD = "SELECT version, cards, sets FROM catalogue";
    static final String OBJECTS = "SELECT COUNT(*) FROM card_object";
    static final String STAGED = "SELECT (SELECT COUNT(*) FROM import_card) + (SELECT COUNT(*) FROM import_retired)"
            + " + (SELECT COUNT(*) FROM card_object_obsolete)";

    final DataSource source;
    final ImportingTracker tracker;

    @TempDir
    Path folder;

    EmptyCatalogue(DatabaseUnderTest database) {
        source = database.schema("catalogue_import");
        tracker = new ImportingTracker(source);
    }

    @BeforeEach
    void reset() {
        tracker.reset();
    }

    /** A file of this text, by its path. */
    String file(String text) {
        try {
            return Files.writeString(folder.resolve("first.json"), text).toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
