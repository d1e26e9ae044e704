package org.mtgtracker.catalog.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mtgtracker.catalog.CardText.card;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtgtracker.catalog.CardText;

class CardReaderTest {
    @Test
    void the_columns_are_read() {
        CardColumns card = read(
                card(5).with("cmc", "3").with("collector_number", "\"101†\"").with("digital", "true"));
        assertThat(card.id()).isEqualTo(CardText.id(5));
        assertThat(card.oracleId()).isEqualTo(new UUID(7, 5));
        assertThat(card.name()).isEqualTo("Card 5");
        assertThat(card.lang()).isEqualTo("en");
        assertThat(card.layout()).isEqualTo("normal");
        assertThat(card.rarity()).isEqualTo("common");
        assertThat(card.manaValue()).isEqualByComparingTo("3");
        assertThat(card.typeLine()).isEqualTo("Artifact");
        assertThat(card.setCode()).isEqualTo("tst");
        assertThat(card.setName()).isEqualTo("Test Set");
        assertThat(card.setType()).isEqualTo("core");
        assertThat(card.collectorNumber()).isEqualTo("101†");
        assertThat(card.releasedAt()).isEqualTo(LocalDate.of(2020, 2, 1));
        assertThat(card.digital()).isTrue();
    }

    @Test
    void what_only_some_cards_have_may_be_missing() {
        CardColumns card = read(card(1).without("oracle_id")
                .without("set_type")
                .without("cmc")
                .without("type_line")
                .without("digital"));
        assertThat(card.oracleId()).isNull();
        assertThat(card.setType()).isNull();
        assertThat(card.manaValue()).isNull();
        assertThat(card.typeLine()).isEmpty();
        assertThat(card.digital()).isFalse();
    }

    @Test
    void the_type_line_is_that_of_the_front() {
        CardColumns card = read(card(1).with("type_line", "\"Creature // Land\"")
                .with("card_faces", "[{\"type_line\":\"Creature\"},{\"type_line\":\"Land\"}]"));
        assertThat(card.typeLine()).isEqualTo("Creature");
    }

    @Test
    void a_reversible_card_has_its_oracle_id_and_mana_value_from_its_front() {
        CardColumns card = read(card(1).without("oracle_id")
                .without("cmc")
                .without("type_line")
                .with("layout", "\"reversible_card\"")
                .with(
                        "card_faces",
                        "[{\"oracle_id\":\"" + new UUID(9, 9)
                                + "\",\"cmc\":2,\"type_line\":\"Instant\",\"legalities\":{\"x\":[]}},{\"cmc\":4}]"));
        assertThat(card.oracleId()).isEqualTo(new UUID(9, 9));
        assertThat(card.manaValue()).isEqualByComparingTo("2");
        assertThat(card.typeLine()).isEqualTo("Instant");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.5", "1000000", "1000000.0", "1E+6", "0.50"})
    void mana_values_may_be_halves_and_millions(String value) {
        assertThat(read(card(1).with("cmc", value)).manaValue()).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"common", "uncommon", "rare", "special", "mythic", "bonus"})
    void scryfalls_six_rarities_are_taken(String rarity) {
        assertThat(read(card(1).with("rarity", "\"" + rarity + "\"")).rarity()).isEqualTo(rarity);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "object",
                "id",
                "name",
                "set",
                "set_name",
                "collector_number",
                "released_at",
                "lang",
                "layout",
                "rarity"
            })
    void what_every_card_has_must_not_be_missing(String field) {
        assertThatThrownBy(() -> read(card(1).without(field)))
                .isInstanceOf(BrokenCard.class)
                .hasMessageContaining("\"" + field + "\" is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id|\"12345\"|\"id\" is \"12345\"; it must be a UUID",
                "id|\"1-1-1-1-1\"|it must be a UUID",
                "id|7|\"id\" is or holds a number; it must be a string",
                "oracle_id|\"x\"|\"oracle_id\" is \"x\"; it must be a UUID",
                "name|{}|\"name\" is or holds an object; it must be a string",
                "name|\"\"|\"name\" is empty",
                "name|null|\"name\" is missing",
                "rarity|\"shiny\"|\"rarity\" is \"shiny\"; it must be one of common, uncommon",
                "released_at|\"1st May\"|it must be a date as 2019-10-04",
                "released_at|\"+10000-01-01\"|from the year 1900 to 9999",
                "released_at|\"-0001-01-01\"|from the year 1900 to 9999",
                "released_at|\"0000-01-01\"|from the year 1900 to 9999",
                "prices|{\"usd\":\"1e-100000000\"}|\"prices.usd\" is \"1e-100000000\"; it must be null or a number",
                "prices|{\"usd\":1e-2147483647}|\"prices.usd\" is \"1e-2147483647\"; it must be",
                "prices|{\"usd\":\"1e100000000\"}|it must be null or a number from 0 to 9999999.99",
                "prices|{\"usd\":\"free\"}|\"prices.usd\" is \"free\"; it must be null or a number",
                "prices|{\"eur\":\"-1\"}|\"prices.eur\" is \"-1\"; it must be null or a number",
                "prices|[]|\"prices\" is or holds an array; it must be an object",
                "cmc|1e99999999999|\"cmc\" is \"1e99999999999\"; it must be from 0 to",
                "cmc|1e-99999999999|it must be from 0 to",
                "digital|\"no\"|\"digital\" is or holds a string; it must be true or false",
                "cmc|\"3\"|\"cmc\" is or holds a string; it must be a number",
                "cmc|-1|\"cmc\" is \"-1\"; it must be from 0 to",
                "cmc|0.123|up to two decimals",
                "cmc|1e999999999|it must be from 0 to",
                "cmc|0e-999999999|it must be from 0 to",
                "card_faces|[{\"cmc\":0e-999999999}]|it must be from 0 to",
                "card_faces|{}|\"card_faces\" is or holds an object; it must be an array",
                "card_faces|[1]|\"card_faces\" is or holds a number; it must be an array of objects",
                "object|\"set\"|its \"object\" is \"set\"; that of a card object is \"card\"",
                "lang|\"anotherlanguage\"|\"lang\" has 15 characters; up to 10 are allowed"
            })
    void a_wrong_value_is_named_with_what_is_allowed(String field, String json, String reason) {
        assertThatThrownBy(() -> read(card(1).with(field, json)))
                .isInstanceOf(BrokenCard.class)
                .hasMessageContaining(reason);
    }

    @Test
    void bad_json_is_named_with_its_place_and_the_id_read_so_far() {
        String text = card(4).with("foil", "flase").toString();
        BrokenCard broken = catchThrowableOfType(BrokenCard.class, () -> read(text));
        assertThat(broken).hasMessageContaining("not valid JSON").hasMessageContaining("flase");
        assertThat(broken.id()).isEqualTo(CardText.id(4).toString());
        assertThat(broken.offset()).isBetween((long) text.indexOf("flase"), text.indexOf("flase") + 6L);
    }

    @Test
    void places_are_counted_from_the_object_not_from_the_buffer() {
        byte[] padded = ("      " + card(1).with("rarity", "\"x\"")).getBytes(UTF_8);
        BrokenCard broken = catchThrowableOfType(BrokenCard.class, () -> CardReader.read(padded, 6, padded.length - 6));
        assertThat(broken.offset())
                .isEqualTo(card(1).with("rarity", "\"x\"").toString().indexOf("\"x\""));
    }

    @Test
    void deep_nesting_is_refused() {
        assertThatThrownBy(() -> read(card(1).with("x", "[".repeat(100) + "]".repeat(100))))
                .isInstanceOf(BrokenCard.class)
                .hasMessageContaining("nesting depth");
    }

    @Test
    void countless_members_are_passed_over() {
        for (int round = 0; round < 5; round++) {
            StringBuilder members = new StringBuilder();
            for (int i = 0; members.length() < 1_000_000; i++) {
                members.append("\"m")
                        .append(round)
                        .append('_')
                        .append(i)
                        .append("\":")
                        .append(i)
                        .append(',');
            }
            String text = "{" + members + card(1).toString().substring(1);
            assertThat(read(text).id()).isEqualTo(CardText.id(1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"never_heard_of\":1e3",
                "\"never_heard_of\":-0.0",
                "\"never_heard_of\":123456789012345678901234567890.123456789012345678901234567890",
                "\"never_heard_of\":\"\\ud83d\\udd25 \\u00c6 \\/ \\u0000\"",
                "\"never_heard_of\":\"\\ud800\"",
                "\"never_heard_of\":{\"a\":{\"a\":[null,[],{}]}}",
                "\"id\":null,\"name\":null,\"prices\":null,\"card_faces\":null",
                "\"name\":\"An earlier name\"",
                "\"\":\"\""
            })
    void what_json_allows_and_nobody_expects_is_taken(String member) {
        assertThat(read("{" + member + "," + card(1).toString().substring(1)).name())
                .isEqualTo("Card 1");
    }

    @Test
    void text_that_is_not_utf_8_is_refused() {
        byte[] bytes = card(1).named("Caf_").toString().getBytes(UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == '_' && bytes[i - 1] == 'f' ? (byte) 0xe9 : bytes[i];
        }
        assertThatThrownBy(() -> CardReader.read(bytes, 0, bytes.length))
                .isInstanceOf(BrokenCard.class)
                .hasMessageContaining("UTF-8");
    }

    private static CardColumns read(Object card) {
        byte[] bytes = card.toString().getBytes(UTF_8);
        return CardReader.read(bytes, 0, bytes.length);
    }
}
