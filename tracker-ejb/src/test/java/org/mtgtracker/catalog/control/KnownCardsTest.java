package org.mtgtracker.catalog.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mtgtracker.catalog.control.KnownCards.Verdict.ADDED;
import static org.mtgtracker.catalog.control.KnownCards.Verdict.CHANGED;
import static org.mtgtracker.catalog.control.KnownCards.Verdict.REPEATED;
import static org.mtgtracker.catalog.control.KnownCards.Verdict.UNCHANGED;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mtgtracker.catalog.control.KnownCards.Met;

class KnownCardsTest {
    private static final ContentHash OLD = new ContentHash(1, 2);
    private static final ContentHash NEW = new ContentHash(1, 3);

    private final KnownCards known = new KnownCards();

    @Test
    void a_card_is_compared_by_its_hash() {
        known.put(id(1), 11, 101, content(1), false);
        known.put(id(2), 12, 102, content(2), false);
        assertThat(known.meet(id(1), content(1))).isEqualTo(new Met(UNCHANGED, 11, 101));
        assertThat(known.meet(id(2), NEW)).isEqualTo(new Met(CHANGED, 12, 102));
    }

    @Test
    void a_card_is_known_by_its_content_unless_it_is_retired() {
        known.put(id(1), 11, 101, content(1), true);
        known.put(id(2), 12, 102, content(2), false);
        known.meet(id(3), content(3));
        assertThat(known.withContent(content(1))).isEqualTo(-1);
        assertThat(known.id(known.withContent(content(2)))).isEqualTo(id(2));
        assertThat(known.withContent(content(3))).isEqualTo(-1);
    }

    @Test
    void a_new_card_gets_a_number_that_none_ever_had() {
        known.put(id(1), 11, 101, OLD, true);
        known.put(id(2), 5, 102, OLD, false);
        assertThat(known.meet(id(3), OLD)).isEqualTo(new Met(ADDED, 12, 0));
        assertThat(known.meet(id(4), OLD)).isEqualTo(new Met(ADDED, 13, 0));
    }

    @Test
    void a_retired_card_comes_back_under_its_number() {
        known.put(id(1), 11, 101, OLD, true);
        assertThat(known.meet(id(1), OLD)).isEqualTo(new Met(ADDED, 11, 101));
    }

    @Test
    void a_card_that_is_met_twice_is_noticed() {
        known.put(id(1), 11, 101, OLD, false);
        known.meet(id(1), OLD);
        known.meet(id(2), OLD);
        assertThat(known.meet(id(1), OLD).verdict()).isEqualTo(REPEATED);
        assertThat(known.meet(id(2), NEW).verdict()).isEqualTo(REPEATED);
    }

    @Test
    void missing_are_those_that_were_not_met_and_not_retired_already() {
        known.put(id(1), 11, 101, OLD, false);
        known.put(id(2), 12, 102, OLD, false);
        known.put(id(3), 13, 103, OLD, true);
        known.meet(id(1), NEW);
        known.meet(id(9), NEW);
        List<Integer> missing = new ArrayList<>();
        known.eachMissing(missing::add);
        assertThat(missing).containsExactly(12);
    }

    @Test
    void a_hundred_thousand_cards_are_told_apart() {
        for (int i = 0; i < 100_000; i++) {
            known.put(id(i), i + 1, i + 1, content(i), false);
        }
        for (int i = 0; i < 100_000; i++) {
            assertThat(known.meet(id(i), content(i))).isEqualTo(new Met(UNCHANGED, i + 1, i + 1));
        }
        assertThat(known.meet(id(100_000), OLD).card()).isEqualTo(100_001);
    }

    /** A card's content has its id in it, and so is that of no other card. */
    private static ContentHash content(int card) {
        return new ContentHash(card, ~card);
    }

    private static UUID id(int number) {
        return new UUID(number * 31L, number);
    }
}
