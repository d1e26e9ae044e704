package org.mtgtracker.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.PlainEntities;
import org.mtgtracker.catalog.boundary.Catalogue;
import org.mtgtracker.catalog.boundary.ImportRun;
import org.mtgtracker.catalog.boundary.ImportRun.Outcome;
import org.mtgtracker.catalog.control.ImportingTracker;
import org.mtgtracker.catalog.entity.Card;
import org.mtgtracker.catalog.entity.CardObject;
import org.mtgtracker.catalog.entity.CatalogueHead;
import org.mtgtracker.persistence.entity.UuidBytes;

/** Imports Scryfall's own files, which are no part of the project: TRACKER_DATA names the folder that has them. */
@OnEachDatabase
class RealCatalogueTest {
    private static final Logger LOG = Logger.getLogger(RealCatalogueTest.class.getName());
    private static final String HEAD = "SELECT version, cards, sets FROM catalogue";

    private final DataSource source;
    private final ImportingTracker tracker;
    private final Path data;

    RealCatalogueTest(DatabaseUnderTest database) {
        String folder = System.getenv("TRACKER_DATA");
        assumeTrue(folder != null && !folder.isEmpty(), "Not run: TRACKER_DATA names no folder with Scryfall's files.");
        data = Path.of(folder, "scryfall");
        source = database.schema("real_catalogue");
        tracker = new ImportingTracker(source);
    }

    @BeforeEach
    void reset() {
        tracker.reset();
    }

    @Test
    void two_real_catalogues_follow_each_other() {
        ImportRun first = timed("default-cards-2019-01-13.json.gz");
        assertThat(counts(first)).containsExactly(44_213L, 44_213L, 0L, 0L, 0L);
        ImportRun again = timed("default-cards-2019-01-13.json.gz");
        assertThat(counts(again)).containsExactly(44_213L, 0L, 0L, 0L, 44_213L);
        assertThat(tracker.query(HEAD)).containsExactly("1 44213 431");

        ImportRun second = timed("default-cards-2019-09.json.gz");
        assertThat(second.read()).isEqualTo(45_851);
        assertThat(second.added()).isEqualTo(1_670);
        assertThat(second.removed()).isEqualTo(32);
        assertThat(second.changed() + second.unchanged()).isEqualTo(44_181);
        assertThat(tracker.query(HEAD)).containsExactly("2 45851 435");
        List<String> versions = tracker.query("SELECT version, COUNT(*) FROM card GROUP BY version");
        assertThat(timed("default-cards-2019-09.json.gz").unchanged()).isEqualTo(45_851);
        assertThat(tracker.query("SELECT version, COUNT(*) FROM card GROUP BY version"))
                .isEqualTo(versions);

        assertThat(tracker.query("SELECT COUNT(*) FROM card WHERE retired")).containsExactly("32");
        assertThat(tracker.query("SELECT COUNT(*) FROM card_object")).containsExactly("45883");
        assertThat(tracker.query("SELECT COUNT(DISTINCT oracle_id) FROM card WHERE NOT retired"))
                .containsExactly("20030");
        assertThat(tracker.query("SELECT MIN(mana_value), MAX(mana_value) FROM card"))
                .containsExactly("0.00 1000000.00");
        assertThat(tracker.query("SELECT COUNT(*) FROM card WHERE mana_value = 0.5"))
                .containsExactly("1");
    }

    @Test
    void objects_of_today_come_back_as_equal_trees() throws IOException {
        String file = "scryfall-full-objects-2025-12cards.json";
        assertThat(counts(timed(file))).containsExactly(12L, 12L, 0L, 0L, 0L);
        ObjectMapper mapper = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        try (PlainEntities entities =
                new PlainEntities(source, Card.class, CardObject.class, CatalogueHead.class, UuidBytes.class)) {
            Catalogue catalogue = new Catalogue(entities);
            for (JsonNode card : mapper.readTree(data.resolve(file).toFile())) {
                UUID id = UUID.fromString(card.path("id").asText());
                assertThat(mapper.readTree(catalogue.card(id).orElseThrow().json()))
                        .isEqualTo(card);
            }
        }
    }

    private ImportRun timed(String file) {
        long start = System.nanoTime();
        ImportRun run = tracker.importFrom(data.resolve(file).toString());
        assertThat(run.message()).isNull();
        assertThat(run.outcome()).isEqualTo(Outcome.SUCCEEDED);
        LOG.info(() -> file + ": " + (System.nanoTime() - start) / 1_000_000 + " ms, " + counts(run));
        return run;
    }

    private static List<Long> counts(ImportRun run) {
        return List.of(run.read(), run.added(), run.changed(), run.removed(), run.unchanged());
    }
}
