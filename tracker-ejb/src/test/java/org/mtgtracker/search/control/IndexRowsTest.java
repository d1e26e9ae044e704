package org.mtgtracker.search.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mtgtracker.catalog.CardText.card;
import static org.mtgtracker.catalog.CardText.lines;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mtgtracker.DatabaseUnderTest;
import org.mtgtracker.OnEachDatabase;
import org.mtgtracker.catalog.control.ImportingTracker;
import org.mtgtracker.search.boundary.SearchOptions;

/** The index as it is read out of the catalogue's tables. */
@OnEachDatabase
class IndexRowsTest {
    private final ImportingTracker tracker;

    @TempDir
    Path folder;

    IndexRowsTest(DatabaseUnderTest database) {
        DataSource source = database.schema("search");
        tracker = new ImportingTracker(source);
    }

    @BeforeEach
    void reset() {
        tracker.reset();
    }

    @Test
    void cards_are_found_with_their_objects_and_by_what_scryfalls_lists_tell() {
        tracker.importText(folder, lines(card(1), card(2)));
        reference("set", "tst", "{\"code\":\"tst\",\"name\":\"A Test\",\"set_type\":\"core\"}");
        reference("oracle_tag", "nothing", "{\"slug\":\"nothing\",\"id\":\"1\",\"parent_ids\":[],\"taggings\":[]}");
        IndexRows rows = new IndexRows(tracker.rows(), new SearchFolder(folder));

        SearchedCatalogue catalogue = rows.build();

        assertThat(catalogue.index().version()).isEqualTo(rows.version()).isPositive();
        int[] found =
                catalogue.searcher().find(SearchOptions.of("include:extras ++")).positions();
        assertThat(found).hasSize(2);
        for (int position : found) {
            ByteBuffer object = catalogue.object(position);
            byte[] bytes = new byte[object.remaining()];
            object.get(bytes);
            assertThat(new String(bytes, UTF_8))
                    .startsWith("{")
                    .endsWith("}")
                    .contains(catalogue.index().id(position).toString());
        }
        assertThat(catalogue.index().set("tst"))
                .hasValueSatisfying(set -> assertThat(set.name()).isEqualTo("A Test"));
        assertThat(catalogue.searcher().find(SearchOptions.of("otag:nothing")).total())
                .isZero();
        catalogue.close();
    }

    private void reference(String kind, String id, String json) {
        tracker.rows().write(connection -> {
            String insert = "REPLACE INTO reference_object (kind, id, content_hash, json) VALUES (?, ?, ?, ?)";
            try (PreparedStatement row = connection.prepareStatement(insert)) {
                row.setString(1, kind);
                row.setString(2, id);
                row.setBytes(3, new byte[16]);
                row.setBytes(4, json.getBytes(UTF_8));
                return row.executeUpdate();
            }
        });
    }
}
