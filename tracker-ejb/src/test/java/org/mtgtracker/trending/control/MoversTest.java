package org.mtgtracker.trending.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.mtgtracker.pricing.boundary.DatedPrice;
import org.mtgtracker.trending.boundary.Direction;
import org.mtgtracker.trending.boundary.Mover;
import org.mtgtracker.trending.boundary.Ranking;
import org.mtgtracker.trending.boundary.SetMover;

class MoversTest {
    private static final LocalDate THEN = LocalDate.of(2026, 1, 1);
    private static final LocalDate NOW = LocalDate.of(2026, 1, 8);
    private static final int ALL = 1000;

    private final Movers.Builder movers = new Movers.Builder();
    private final CardPlaces.Builder cards = new CardPlaces.Builder();
    private int places;

    @Test
    void increases_come_by_the_greatest_part_and_then_the_greatest_amount_and_then_the_id() {
        add(100, 150);
        add(200, 300);
        add(100, 150);
        add(100, 90);
        add(100, 151);

        assertThat(ids(Direction.INCREASE, Ranking.PERCENT, ALL)).containsExactly(5, 2, 1, 3);
        assertThat(ids(Direction.INCREASE, Ranking.AMOUNT, ALL)).containsExactly(2, 5, 1, 3);
    }

    @Test
    void decreases_come_by_the_greatest_loss() {
        add(100, 60);
        add(1000, 700);
        add(100, 150);
        add(1000, 600);

        assertThat(ids(Direction.DECREASE, Ranking.PERCENT, ALL)).containsExactly(4, 1, 2);
        assertThat(ids(Direction.DECREASE, Ranking.AMOUNT, ALL)).containsExactly(4, 2, 1);
    }

    @Test
    void parts_that_rounding_would_make_equal_are_told_apart() {
        add(999_999_998, 999_999_999);
        add(999_999_997, 999_999_998);
        add(999_999_996, 999_999_997);

        assertThat(ids(Direction.INCREASE, Ranking.PERCENT, ALL)).containsExactly(3, 2, 1);
    }

    @Test
    void the_first_are_the_same_whatever_the_limit_and_all_are_counted() {
        for (int i = 1; i <= 500; i++) {
            add(100 + i % 7, 200 + i * 37 % 101);
        }
        List<Integer> all = ids(Direction.INCREASE, Ranking.PERCENT, ALL);
        assertThat(all).hasSize(500).doesNotHaveDuplicates();
        for (int limit : new int[] {1, 2, 15, 100, 499}) {
            assertThat(ids(Direction.INCREASE, Ranking.PERCENT, limit)).isEqualTo(all.subList(0, limit));
        }
        assertThat(first(Direction.INCREASE, Ranking.PERCENT, 3, card -> true).total())
                .isEqualTo(500);
    }

    @Test
    void a_filter_looks_at_all_movers_and_not_at_the_first_ones() {
        for (int i = 1; i <= 300; i++) {
            add(100, 1000 - i);
        }
        Movers.First found = first(Direction.INCREASE, Ranking.PERCENT, 2, number -> number > 290 + 1000);
        assertThat(found.total()).isEqualTo(10);
        assertThat(found.movers()).extracting(MoversTest::number).containsExactly(291, 292);
    }

    @Test
    void a_mover_is_told_with_both_prices_and_their_days() {
        add(100, 150);
        assertThat(first(Direction.INCREASE, Ranking.AMOUNT, 1, card -> true).movers())
                .containsExactly(new Mover(new UUID(1, 1), new DatedPrice(THEN, 100), new DatedPrice(NOW, 150)));
    }

    @Test
    void packed_lists_come_back_as_they_were() {
        add(100, 150);
        add(123_456_789, 51);
        List<SetMover> sets = List.of(new SetMover("tst", 3, 10_000_000_000L, 1), new SetMover("æ", 1, 2, 3));
        Trends.Listed list = new Trends.Listed(movers.build(7), sets);
        int newest = (int) NOW.toEpochDay();

        Trends.Listed back = TrendBytes.list(TrendBytes.pack(list, newest), newest, 7);

        assertThat(back.sets()).isEqualTo(sets);
        assertThat(back.movers().stale()).isEqualTo(7);
        CardPlaces places = TrendBytes.cards(TrendBytes.pack(cards.build()));
        assertThat(back.movers().first(Direction.DECREASE, Ranking.PERCENT, 9, places, everything()))
                .isEqualTo(first(Direction.DECREASE, Ranking.PERCENT, 9, card -> true));
        assertThat(back.movers().first(Direction.INCREASE, Ranking.PERCENT, 9, places, everything()))
                .isEqualTo(first(Direction.INCREASE, Ranking.PERCENT, 9, card -> true));
    }

    @Test
    void sets_come_by_their_sums_and_one_that_stands_still_in_no_direction() {
        List<SetMover> sets = List.of(
                new SetMover("a", 9, 100, 200),
                new SetMover("b", 9, 5_000_000_000L, 6_000_000_000L),
                new SetMover("c", 9, 100, 100),
                new SetMover("d", 9, 100, 50),
                new SetMover("e", 9, 100, 200));
        assertThat(SetMovers.ordered(sets, Direction.INCREASE, Ranking.PERCENT))
                .extracting(SetMover::code)
                .containsExactly("a", "e", "b");
        assertThat(SetMovers.ordered(sets, Direction.INCREASE, Ranking.AMOUNT))
                .extracting(SetMover::code)
                .containsExactly("b", "a", "e");
        assertThat(SetMovers.ordered(sets, Direction.DECREASE, Ranking.PERCENT))
                .extracting(SetMover::code)
                .containsExactly("d");
    }

    private void add(int old, int now) {
        cards.add(1000 + places + 1, new UUID(1, places + 1));
        movers.add(places++, old, now, (int) THEN.toEpochDay(), (int) NOW.toEpochDay());
    }

    private List<Integer> ids(Direction direction, Ranking by, int limit) {
        return first(direction, by, limit, card -> true).movers().stream()
                .map(MoversTest::number)
                .toList();
    }

    private Movers.First first(Direction direction, Ranking by, int limit, IntPredicate numbers) {
        return movers.build(0)
                .first(direction, by, limit, cards.build(), new MatchingCards.Matches(numbers, List.of()));
    }

    private static MatchingCards.Matches everything() {
        return new MatchingCards.Matches(card -> true, List.of());
    }

    private static int number(Mover mover) {
        return (int) mover.card().getLeastSignificantBits();
    }
}
