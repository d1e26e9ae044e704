package org.mtgtracker.rest.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.mtgtracker.catalog.boundary.Catalogue;
import org.mtgtracker.catalog.boundary.CatalogueState;
import org.mtgtracker.catalog.boundary.ImportRun;
import org.mtgtracker.catalog.boundary.Imports;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;

class CatalogueResourceTest {
    private static final Instant THEN = Instant.parse("2026-01-31T00:10:00Z");

    @Test
    void without_its_primary_it_answers_and_says_that_it_does_not_know_what_runs() {
        CatalogueResource.CatalogueReport report = told(() -> {
            throw new DatabaseUnavailable("nobody there", null);
        });

        assertThat(report.version()).isEqualTo(7);
        assertThat(report.cards()).isEqualTo(40);
        assertThat(report.running()).isNull();
        assertThat(report.warnings()).hasSize(1).allMatch(warning -> warning.contains("not known"));
    }

    @Test
    void a_running_import_is_told_without_a_warning() {
        CatalogueResource.CatalogueReport report =
                told(() -> Optional.of(ImportRun.begun(3, "/srv/cards/today.json", THEN)));

        assertThat(report.running().source()).isEqualTo("today.json");
        assertThat(report.warnings()).isEmpty();
    }

    private static CatalogueResource.CatalogueReport told(Supplier<Optional<ImportRun>> running) {
        return new CatalogueResource(new Known(), new Told(running)).report();
    }

    private static final class Known extends Catalogue {
        @Override
        public CatalogueState state() {
            return new CatalogueState(7, 40, 2, "demo", THEN);
        }
    }

    private static final class Told extends Imports {
        private final Supplier<Optional<ImportRun>> running;

        Told(Supplier<Optional<ImportRun>> running) {
            this.running = running;
        }

        @Override
        public Optional<ImportRun> running() {
            return running.get();
        }
    }
}
