package org.mtgtracker.catalog.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartPlanTest {
    private static final Optional<String> NOTHING = Optional.empty();
    private static final Optional<String> OFFERED = Optional.of("demo of today");
    private static final Present EMPTY = new Present("", "");
    private static final Present DEMO = new Present("demo", "demo of today");
    private static final Present OLD_DEMO = new Present("demo", "demo of last year");
    private static final Present SCRYFALL = new Present("scryfall", "2026-07-01");
    private static final Present FILE = new Present("/cards.json", "10 bytes of May");

    @Test
    void nothing_named_and_nothing_there_the_demo_comes_at_once_and_scryfall_behind_it() {
        assertThat(plan(NOTHING, OFFERED, EMPTY, NOTHING)).containsExactly("demo", "scryfall");
    }

    @Test
    void nothing_named_and_the_demo_there_scryfall_is_tried() {
        assertThat(plan(NOTHING, OFFERED, DEMO, NOTHING)).containsExactly("scryfall");
        assertThat(plan(NOTHING, NOTHING, DEMO, NOTHING)).containsExactly("scryfall");
    }

    @Test
    void nothing_named_and_another_demo_there_the_new_one_is_brought_in_first() {
        assertThat(plan(NOTHING, OFFERED, OLD_DEMO, NOTHING)).containsExactly("demo", "scryfall");
    }

    @Test
    void nothing_named_a_real_catalogue_is_kept() {
        assertThat(plan(NOTHING, OFFERED, SCRYFALL, NOTHING)).isEmpty();
        assertThat(plan(NOTHING, OFFERED, FILE, NOTHING)).isEmpty();
    }

    @Test
    void nothing_named_nothing_there_and_no_demo_the_catalogue_stays_empty() {
        assertThat(plan(NOTHING, NOTHING, EMPTY, NOTHING)).isEmpty();
    }

    @Test
    void the_demo_when_named_is_brought_in_alone_and_once() {
        assertThat(plan(Optional.of("demo"), OFFERED, EMPTY, OFFERED)).containsExactly("demo");
        assertThat(plan(Optional.of("demo"), OFFERED, SCRYFALL, OFFERED)).containsExactly("demo");
        assertThat(plan(Optional.of("demo"), OFFERED, DEMO, OFFERED)).isEmpty();
    }

    @Test
    void scryfall_when_named_is_brought_in_once() {
        assertThat(plan(Optional.of("scryfall"), OFFERED, DEMO, NOTHING)).containsExactly("scryfall");
        assertThat(plan(Optional.of("scryfall"), OFFERED, EMPTY, NOTHING)).containsExactly("scryfall");
        assertThat(plan(Optional.of("scryfall"), OFFERED, SCRYFALL, NOTHING)).isEmpty();
    }

    @Test
    void a_file_is_brought_in_when_it_is_another_or_has_changed() {
        Optional<String> named = Optional.of("/cards.json");
        assertThat(plan(named, OFFERED, EMPTY, Optional.of("10 bytes of May"))).containsExactly("/cards.json");
        assertThat(plan(named, OFFERED, SCRYFALL, Optional.of("10 bytes of May")))
                .containsExactly("/cards.json");
        assertThat(plan(named, OFFERED, FILE, Optional.of("12 bytes of June"))).containsExactly("/cards.json");
        assertThat(plan(named, OFFERED, FILE, Optional.of("10 bytes of May"))).isEmpty();
    }

    private static List<String> plan(
            Optional<String> wanted, Optional<String> demo, Present present, Optional<String> fingerprint) {
        return new StartPlan(wanted, demo).sources(present, fingerprint);
    }
}
