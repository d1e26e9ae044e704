package org.mtgtracker.search.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mtgtracker.search.Cards;
import org.mtgtracker.search.RealCards;
import org.mtgtracker.search.boundary.Direction;
import org.mtgtracker.search.boundary.Order;
import org.mtgtracker.search.boundary.SearchOptions;
import org.mtgtracker.search.boundary.Unique;
import org.mtgtracker.search.index.CardIndex;
import org.mtgtracker.search.index.CardIndexBuilder;
import org.mtgtracker.search.index.SortKey;

/** Going from page to page while the catalogue changes, in every order. */
class WalkTest {
    private static final int CARDS = 60;
    private static final List<String> RARITIES = List.of("common", "uncommon", "rare", "mythic");
    private static final List<String> COLOURS = List.of("W", "U", "B", "R", "G");

    @ParameterizedTest
    @EnumSource(Order.class)
    void what_stays_as_it_is_comes_once_and_only_once_whatever_becomes_of_the_rest(Order order) {
        for (Direction direction : List.of(Direction.ASC, Direction.DESC)) {
            for (Unique unique : Unique.values()) {
                walk(order, direction, unique);
            }
        }
    }

    /** A third of the cards stay; the others come, go, or change in everything that orders go by, between all pages. */
    private static void walk(Order order, Direction direction, Unique unique) {
        Random random = new Random(order.ordinal() * 31L + direction.ordinal());
        Map<String, Integer> shown = new HashMap<>();
        Optional<String> cursor = Optional.empty();
        for (int page = 1; page == 1 || cursor.isPresent(); page++) {
            CardIndex index = catalogue(page, random);
            SearchOptions options =
                    SearchOptions.of(query(order, direction, unique)).limit(3);
            Results results = new Searcher(index, Clock.systemUTC())
                    .find(cursor.isEmpty() ? options : options.after(cursor.get()));
            for (int position : results.positions()) {
                shown.merge(index.name(position) + " " + index.collectorNumber(position), 1, Integer::sum);
            }
            cursor = results.next();
            assertThat(page).isLessThan(CARDS * 4);
        }
        for (int card = 0; card < CARDS; card += 3) {
            // of two printings of a card that counts once, the newer is shown
            String newer = "Card " + letters(card) + " " + (card + 500);
            assertThat(shown.getOrDefault(newer, 0))
                    .as("%s in %s %s %s", newer, order, direction, unique)
                    .isEqualTo(1);
        }
    }

    private static String query(Order order, Direction direction, Unique unique) {
        return "order:" + order.word() + " direction:" + direction.word() + " unique:" + unique.word() + " t:bear";
    }

    private static CardIndex catalogue(int version, Random random) {
        CardIndexBuilder builder = new CardIndexBuilder();
        int number = 0;
        for (int card = 0; card < CARDS; card++) {
            boolean stays = card % 3 == 0;
            if (!stays && random.nextInt(3) == 0) {
                continue;
            }
            Random values = new Random(stays ? card : random.nextInt());
            builder.add(number++, printing(card, card, "2001-01-01", "old", values));
            builder.add(
                    number++, printing(card, card + 500, "2020-0" + (1 + values.nextInt(9)) + "-01", "new", values));
        }
        return builder.build(version);
    }

    private static byte[] printing(int card, int number, String day, String set, Random values) {
        String colour = COLOURS.get(values.nextInt(COLOURS.size()));
        int value = values.nextInt(4);
        return Cards.named("Card " + letters(card))
                .type("Creature — Bear")
                .cost("{" + value + "}{" + colour + "}", value + 1.0, colour)
                .body(String.valueOf(values.nextInt(4)), String.valueOf(values.nextInt(4)))
                .in(set, String.valueOf(number))
                .released(day)
                .with("rarity", RARITIES.get(values.nextInt(RARITIES.size())))
                .with("artist", "Artist " + (char) ('A' + values.nextInt(3)))
                .with("illustration_id", Cards.id("art " + number).toString())
                .with("edhrec_rank", 1 + values.nextInt(5))
                .with("penny_rank", 1 + values.nextInt(5))
                .usd("0." + values.nextInt(3) + "0")
                .json();
    }

    private static String letters(int card) {
        return "" + (char) ('a' + card / 26) + (char) ('a' + card % 26);
    }

    @Test
    void keys_stand_to_each_other_as_the_orders_have_their_printings() {
        assertSorted(catalogue(1, new Random(1)));
    }

    @Test
    void keys_of_real_cards_stand_as_the_orders_have_them() {
        assertSorted(RealCards.index());
    }

    private static void assertSorted(CardIndex index) {
        for (Order order : Order.values()) {
            for (boolean descending : List.of(false, true)) {
                // the stricter of the two: it tells the printings of a card apart as well
                Comparator<SortKey> keys = SortKey.comparator(order, descending, false);
                Set<String> wrong = new HashSet<>();
                SortKey last = null;
                for (int position : index.order(order, descending).at()) {
                    SortKey key = index.sortKey(order, position);
                    if (last != null && keys.compare(last, key) > 0) {
                        wrong.add(last + " before " + key);
                    }
                    last = key;
                }
                assertThat(new ArrayList<>(wrong))
                        .as("%s descending: %s", order, descending)
                        .isEmpty();
            }
        }
    }
}
