package org.mtgtracker.search.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mtgtracker.search.control.Printings.id;
import static org.mtgtracker.search.control.Printings.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtgtracker.search.boundary.BadCursor;
import org.mtgtracker.search.boundary.Found;

class NamePageTest {
    private static final NameIndex INDEX = index(
            7, "Fire // Ice", "Sol Ring", "Ring of Three Wishes", "Lim-Dûl's Vault", "Æther Vial", "Stirring Address");

    @ParameterizedTest
    @ValueSource(strings = {"sol ring", "RING sol", "ol in", "Sól  Ríng", "sol, ring!"})
    void every_word_must_be_contained_in_the_name_in_any_order(String words) {
        assertThat(find(words)).containsExactly(id("Sol Ring"));
    }

    @Test
    void cards_come_in_the_order_of_their_names() {
        assertThat(find("ring")).containsExactly(id("Ring of Three Wishes"), id("Sol Ring"), id("Stirring Address"));
    }

    @Test
    void either_face_is_found_and_both_together() {
        assertThat(find("ice")).containsExactly(id("Fire // Ice"));
        assertThat(find("fire")).containsExactly(id("Fire // Ice"));
        assertThat(find("Fire // Ice")).containsExactly(id("Fire // Ice"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lim-dul", "limdul", "lim dul", "lim-dûl's", "LIM-DULS VAULT"})
    void a_hyphen_may_be_typed_left_out_or_be_a_blank(String words) {
        assertThat(find(words)).containsExactly(id("Lim-Dûl's Vault"));
    }

    @Test
    void no_match_runs_from_one_name_into_the_next() {
        assertThat(find("vaultring")).isEmpty();
        assertThat(find("e-f")).isEmpty();
        assertThat(find("fireice")).isEmpty();
    }

    @Test
    void without_words_all_cards_are_found() {
        assertThat(find("  ")).hasSize(6);
    }

    @Test
    void words_of_punctuation_only_find_nothing_and_say_why() {
        Found found = NamePage.of(INDEX, "?!", 10, null);

        assertThat(found.cards()).isEmpty();
        assertThat(found.total()).isZero();
        assertThat(found.warnings()).singleElement().asString().startsWith("All of your terms were ignored");
    }

    @Test
    void an_ignored_word_is_named_in_a_warning() {
        Found found = NamePage.of(INDEX, "sol + ring", 10, null);

        assertThat(found.cards()).containsExactly(id("Sol Ring"));
        assertThat(found.warnings()).containsExactly("“+” has no letters or digits and was ignored.");
    }

    @Test
    void an_empty_catalogue_answers_with_nothing() {
        Found found = NamePage.of(NameIndex.EMPTY, "sol", 10, null);

        assertThat(found).isEqualTo(new Found(List.of(), 0, null, List.of(), 0));
    }

    @Test
    void the_newest_printing_stands_for_its_card() {
        UUID oracle = id("oracle");
        NameIndex index = new NameIndex.Builder()
                .add(Printings.of("Sol Ring")
                        .oracle(oracle)
                        .released("1993-08-05")
                        .in("lea", "270")
                        .make())
                .add(Printings.of("Sol Ring")
                        .oracle(oracle)
                        .released("2024-02-02")
                        .in("new", "10")
                        .id(id("b"))
                        .make())
                .add(Printings.of("Sol Ring")
                        .oracle(oracle)
                        .released("2024-02-02")
                        .in("new", "9")
                        .id(id("a"))
                        .make())
                .add(Printings.of("Sol Ring")
                        .oracle(oracle)
                        .released("2024-02-02")
                        .in("abc", "1")
                        .language("ja")
                        .make())
                .add(Printings.of("Sol Ring")
                        .oracle(oracle)
                        .released(null)
                        .in("aaa", "1")
                        .make())
                .build(1);

        assertThat(NamePage.of(index, "sol", 10, null).cards()).containsExactly(id("a"));
        assertThat(index.size()).isEqualTo(1);
        assertThat(index.printings()).isEqualTo(5);
    }

    @Test
    void a_printing_without_an_oracle_id_is_a_card_of_its_own() {
        NameIndex index = new NameIndex.Builder()
                .add(Printings.of("Twin").oracle(null).id(id("one")).make())
                .add(Printings.of("Twin").oracle(null).id(id("two")).make())
                .build(1);

        assertThat(NamePage.of(index, "twin", 10, null).cards()).containsExactlyInAnyOrder(id("one"), id("two"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "double_faced_token", "emblem", "art_series", "planar", "scheme", "vanguard"})
    void extras_are_left_out(String layout) {
        NameIndex index = new NameIndex.Builder()
                .add(Printings.of("Goblin").layout(layout).make())
                .build(1);

        assertThat(index.size()).isZero();
    }

    @Test
    void pages_follow_one_another_without_gap_or_repetition() {
        NameIndex index =
                index(1, IntStream.range(0, 95).mapToObj(i -> "Ring " + i).toArray(String[]::new));

        List<UUID> all = NamePage.of(index, "ring", 1000, null).cards();

        assertThat(walk(index, "ring", 10)).isEqualTo(all).hasSize(95);
        assertThat(walk(index, "", 19)).isEqualTo(all);
    }

    @Test
    void the_last_page_names_no_next_one() {
        Found first = NamePage.of(INDEX, "ring", 2, null);
        assertThat(first.total()).isEqualTo(3);
        assertThat(first.next()).isNotNull();
        assertThat(NamePage.of(INDEX, "ring", 2, first.next()).next()).isNull();
        assertThat(NamePage.of(INDEX, "ring", 3, null).next()).isNull();
    }

    @Test
    void a_cursor_goes_on_behind_its_card_when_the_catalogue_has_changed() {
        NameIndex before = index(1, "Ring B", "Ring D", "Ring F", "Ring H");
        NameIndex after = index(2, "Ring A", "Ring B", "Ring C", "Ring E", "Ring F", "Ring H");
        Found first = NamePage.of(before, "ring", 2, null);

        Found second = NamePage.of(after, "ring", 10, first.next());

        assertThat(first.cards()).containsExactly(id("Ring B"), id("Ring D"));
        assertThat(second.cards()).containsExactly(id("Ring E"), id("Ring F"), id("Ring H"));
        assertThat(second.warnings()).singleElement().asString().contains("has changed");
    }

    @Test
    void cards_of_one_name_are_paged_through_too() {
        NameIndex.Builder builder = new NameIndex.Builder();
        for (int i = 0; i < 7; i++) {
            builder.add(Printings.of("Same").oracle(id("o" + i)).id(id("c" + i)).make());
        }

        assertThat(walk(builder.build(1), "same", 2)).doesNotHaveDuplicates().hasSize(7);
    }

    @Test
    void a_cursor_of_other_words_is_refused() {
        String cursor = NamePage.of(INDEX, "ring", 1, null).next();

        assertThatThrownBy(() -> NamePage.of(INDEX, "vault", 1, cursor))
                .isInstanceOf(BadCursor.class)
                .hasMessageContaining("other words");
    }

    @Test
    void the_same_words_typed_otherwise_may_use_the_cursor() {
        String cursor = NamePage.of(INDEX, "ring", 1, null).next();

        assertThat(NamePage.of(INDEX, " RING!", 1, cursor).cards()).containsExactly(id("Sol Ring"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAA", "not a cursor", "%00", "AQAAAAAAAAAH", "ÄÖÜ"})
    void what_is_no_cursor_is_refused(String cursor) {
        assertThatThrownBy(() -> NamePage.of(INDEX, "ring", 1, cursor))
                .isInstanceOf(BadCursor.class)
                .hasMessageContaining("not one of this search");
    }

    @Test
    void a_cursor_with_any_byte_changed_cut_off_or_too_long_is_refused() {
        byte[] bytes = Base64.getUrlDecoder()
                .decode(NamePage.of(INDEX, "ring", 1, null).next());
        List<String> damaged = new ArrayList<>();
        for (int at = 0; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            changed[at] ^= 0x10;
            damaged.add(Base64.getUrlEncoder().withoutPadding().encodeToString(changed));
            damaged.add(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(bytes, at)));
        }
        damaged.add("A".repeat(100_000));

        assertThat(damaged).allSatisfy(cursor -> assertThatThrownBy(() -> NamePage.of(INDEX, "ring", 1, cursor))
                .isInstanceOf(BadCursor.class));
    }

    @Test
    void the_index_finds_what_looking_at_every_name_finds() {
        Random random = new Random(20260101);
        String[] names = random.ints(500, 0, Integer.MAX_VALUE)
                .mapToObj(i -> name(new Random(i)))
                .distinct()
                .toArray(String[]::new);
        NameIndex index = index(1, names);

        for (int round = 0; round < 500; round++) {
            String query = name(random).substring(random.nextInt(3));
            List<String> words = Folded.words(query, new ArrayList<>());
            List<UUID> expected = Arrays.stream(names)
                    .filter(name -> words.stream().allMatch(Folded.name(name)::contains))
                    .map(Printings::id)
                    .toList();
            assertThat(NamePage.of(index, query, 1000, null).cards())
                    .as(query)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static String name(Random random) {
        String letters = "aabbé-' ";
        return random.ints(2 + random.nextInt(10), 0, letters.length())
                        .mapToObj(i -> letters.substring(i, i + 1))
                        .reduce("", String::concat)
                + "a";
    }

    private static List<UUID> find(String words) {
        Found found = NamePage.of(INDEX, words, 1000, null);
        assertThat(found.total()).isEqualTo(found.cards().size());
        assertThat(found.version()).isEqualTo(7);
        return found.cards();
    }

    private static List<UUID> walk(NameIndex index, String words, int limit) {
        List<UUID> cards = new ArrayList<>();
        String cursor = null;
        do {
            Found page = NamePage.of(index, words, limit, cursor);
            assertThat(page.cards()).hasSizeBetween(1, limit);
            cards.addAll(page.cards());
            cursor = page.next();
        } while (cursor != null);
        return cards;
    }
}
