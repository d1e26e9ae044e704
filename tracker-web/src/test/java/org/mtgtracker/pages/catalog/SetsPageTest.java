package org.mtgtracker.pages.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mtgtracker.pages.site.Answers;
import org.mtgtracker.pages.site.Choice;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;

class SetsPageTest {
    private static final List<SetView> SETS = List.of(
            new SetView("two", "Second Light", "core", "2026-02-01", 200, "", ""),
            new SetView("prm", "Promos of Élan", "promo", "2025-05-01", 3, "", ""),
            new SetView("one", "First Light", "draft_innovation", "2025-01-01", 100, "", ""));

    private final Answers answers = new Answers();

    @Test
    void sets_are_shown_by_years_the_newest_first() {
        SetsPage page = page(SETS);

        assertThat(page.getYears()).extracting(SetsPage.Year::getName).containsExactly("2026", "2025");
        assertThat(page.getYears().get(1).getSets())
                .extracting(SetView::getCode)
                .containsExactly("prm", "one");
        assertThat(page.getTotal()).isEqualTo("3 sets");
        assertThat(page.getTypes())
                .extracting(Choice::getLabel)
                .containsExactly("Every kind", "Core", "Draft innovation", "Promo");
    }

    @Test
    void they_are_found_by_a_part_of_the_name_or_the_code() {
        answers.asked("q", "elan");
        assertThat(page(SETS).getYears().get(0).getSets())
                .extracting(SetView::getCode)
                .containsExactly("prm");

        answers.asked("q", "ONE");
        assertThat(page(SETS).getTotal()).isEqualTo("1 of 3 sets");
    }

    @Test
    void and_by_their_kind() {
        answers.asked("type", "core");

        assertThat(page(SETS).getYears()).singleElement().satisfies(year -> assertThat(year.getSets())
                .extracting(SetView::getCode)
                .containsExactly("two"));
    }

    @Test
    void a_database_that_is_away_is_said_so() {
        SetsPage page = page(null);

        assertThat(answers.status()).isEqualTo(503);
        assertThat(page.getProblem()).contains("try again");
        assertThat(page.getYears()).isEmpty();
    }

    private SetsPage page(List<SetView> sets) {
        SetsPage page = new SetsPage(
                new SetShelf() {
                    @Override
                    public List<SetView> sets() {
                        if (sets == null) {
                            throw new DatabaseUnavailable("away", null);
                        }
                        return sets;
                    }
                },
                answers);
        page.load();
        return page;
    }
}
