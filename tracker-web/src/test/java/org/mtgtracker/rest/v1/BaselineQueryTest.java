package org.mtgtracker.rest.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtgtracker.rest.BadParameter;
import org.mtgtracker.rest.Parameters;

class BaselineQueryTest {
    private static final String SET = "00000000-0000-0000-0000-000000000001";

    @Test
    void without_parameters_all_cards_are_asked_for() {
        assertThat(query(Map.of())).isEmpty();
        assertThat(query(Map.of("name", List.of("  ")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name|Æther vial|name:\"Æther vial\"",
                "name|a\" or t:land|name:\"a  or t:land\"",
                "type_line|Legendary Creature|t:\"Legendary Creature\"",
                "oracle_text|draw a card|fo:\"draw a card\"",
                "mana_cost|{2}{W}|m={2}{w}",
                "cmc|3|mv=3",
                "cmc_min|0.5|mv>=0.5",
                "cmc_max|4|mv<=4",
                "power|*|pow=*",
                "toughness|-1|tou=-1",
                "colors|W,U|c>=wu",
                "color_identity|bg|id>=bg",
                "keywords|Flying,First strike|kw:\"Flying\" kw:\"First strike\"",
                "rarity|Mythic|r=mythic",
                "artist|Ann|a:\"Ann\"",
                "set_code|LEA|e:lea",
                "set_name|Alpha|e:\"Alpha\"",
                "set_id|00000000-0000-0000-0000-000000000001|e:lea",
                "set_id|00000000-0000-0000-0000-000000000002|mv<0",
                "released_at|1993-08-05|date=1993-08-05",
                "legality_format|modern|f:modern"
            })
    void each_parameter_is_a_term(String name, String value, String term) {
        assertThat(query(Map.of(name, List.of(value)))).isEqualTo(term);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cmc|3 or t:land",
                "mana_cost|{W} t:land",
                "power|>1",
                "colors|wx",
                "rarity|(common)",
                "set_code|lea or",
                "set_id|lea",
                "released_at|1993",
                "legality_format|modern)"
            })
    void nothing_else_gets_in_by_a_value(String name, String value) {
        assertThatThrownBy(() -> query(Map.of(name, List.of(value)))).isInstanceOf(BadParameter.class);
    }

    @Test
    void a_value_has_a_length_and_is_there_once() {
        assertThatThrownBy(() -> query(Map.of("name", List.of("a".repeat(201)))))
                .isInstanceOf(BadParameter.class);
        assertThatThrownBy(() -> query(Map.of("name", List.of("a", "b")))).isInstanceOf(BadParameter.class);
    }

    private static String query(Map<String, List<String>> parameters) {
        return BaselineQuery.of(new Parameters(parameters), id -> id.equals(SET) ? "lea" : "");
    }
}
