package org.mtgtracker.pages.admin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.enterprise.SecurityContext;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mtgtracker.catalog.boundary.ImportRun;
import org.mtgtracker.catalog.boundary.Imports;
import org.mtgtracker.identity.boundary.Act;
import org.mtgtracker.pages.site.Answers;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;
import org.mtgtracker.rest.identity.Asked;

class ImportsPageTest {
    private final Answers answers = new Answers();
    private final List<String> started = new ArrayList<>();
    private final List<String> noted = new ArrayList<>();
    private boolean away;

    @Test
    void only_an_admin_sees_the_runs() {
        ImportsPage page = page(false);

        page.load();

        assertThat(answers.status()).isEqualTo(403);
        assertThat(page.getRuns()).isEmpty();
        assertThat(page.getRunning()).isNull();
    }

    @Test
    void only_an_admin_starts_an_import() {
        ImportsPage page = page(false);
        page.setSource("demo");

        page.start();

        assertThat(answers.status()).isEqualTo(403);
        assertThat(started).isEmpty();
    }

    @Test
    void starting_an_import_leads_back_to_the_page() {
        ImportsPage page = page(true);
        page.setSource(" demo ");

        page.start();

        assertThat(started).containsExactly("demo");
        assertThat(noted).containsExactly("import-asked demo");
        assertThat(answers.redirected()).isEqualTo("/admin/imports");
    }

    @Test
    void the_runs_are_shown_though_nothing_was_loaded_before() {
        ImportsPage page = page(true);

        assertThat(page.getRuns()).extracting(ImportRunView::source).containsExactly("demo");
    }

    @Test
    void a_database_that_is_away_shows_an_empty_page() {
        away = true;
        ImportsPage page = page(true);

        page.load();

        assertThat(page.getRuns()).isEmpty();
        assertThat(answers.status()).isEqualTo(503);
    }

    private ImportsPage page(boolean admin) {
        SecurityContext security = (SecurityContext) Proxy.newProxyInstance(
                SecurityContext.class.getClassLoader(),
                new Class<?>[] {SecurityContext.class},
                (proxy, method, what) -> {
                    assertThat(method.getName()).isEqualTo("isCallerInRole");
                    return admin && what[0].equals("ADMIN");
                });
        return new ImportsPage(new Demo(), new Noted(), new AdminGuard(security, answers), answers);
    }

    private final class Noted extends Asked {
        @Override
        public void note(Act act, String detail) {
            assertThat(started).as("noted before it begins").isEmpty();
            noted.add(act.word() + " " + detail);
        }
    }

    private final class Demo extends Imports {
        @Override
        public ImportRun start(String source, Optional<LocalDate> priceDay) {
            started.add(source);
            return run();
        }

        @Override
        public Optional<ImportRun> running() {
            return Optional.empty();
        }

        @Override
        public List<ImportRun> newest(int limit) {
            if (away) {
                throw new DatabaseUnavailable("away", null);
            }
            return List.of(run());
        }

        private ImportRun run() {
            Instant at = Instant.parse("2026-01-01T00:00:00Z");
            return new ImportRun(
                    1, "demo", ImportRun.Outcome.SUCCEEDED, 1, 1, 0, 0, 0, 0, 0, null, 10, 10, at, at, null);
        }
    }
}
