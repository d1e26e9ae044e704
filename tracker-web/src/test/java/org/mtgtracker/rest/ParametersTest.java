package org.mtgtracker.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
    @Test
    void a_number_may_be_as_small_and_as_large_as_it_may_be() {
        assertThat(limit("1")).isEqualTo(1);
        assertThat(limit("1000")).isEqualTo(1000);
    }

    @Test
    void what_is_not_given_is_the_usual() {
        assertThat(new Parameters(Map.of()).number("limit", 1, 1000, 100)).isEqualTo(100);
        assertThat(new Parameters(Map.of()).text("q")).isEmpty();
        assertThat(new Parameters(Map.of()).day("from")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "1001", "-1", "", " ", "ten", "1.5", "+5", "1e2", "99999999999999999999", "4294967297", "١"
            })
    void a_number_that_is_none_or_out_of_its_range_is_named_with_what_is_allowed(String value) {
        assertThatThrownBy(() -> limit(value))
                .isInstanceOf(BadParameter.class)
                .hasMessageContainingAll("limit", '"' + value + '"', "a whole number from 1 to 1000");
    }

    @Test
    void a_parameter_that_is_there_twice_is_not_guessed_about() {
        Parameters twice = new Parameters(Map.of("limit", List.of("1", "2")));

        assertThatThrownBy(() -> twice.number("limit", 1, 1000, 100))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("one value");
    }

    @Test
    void a_text_may_be_as_long_as_it_may_be() {
        Parameters parameters = new Parameters(Map.of("name", List.of("a".repeat(40))));

        assertThat(parameters.text("name", 40)).hasValue("a".repeat(40));
        assertThatThrownBy(() -> parameters.text("name", 39))
                .isInstanceOf(BadParameter.class)
                .hasMessageContainingAll("name", "a text of up to 39 characters");
    }

    @Test
    void a_uuid_is_read_in_either_case() {
        UUID id = UUID.randomUUID();

        assertThat(Parameters.uuid("id", id.toString())).isEqualTo(id);
        assertThat(Parameters.uuid("id", id.toString().toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1", "1-2-3-4-5", "0000579f7b354ed3b44cdb2a538066fe", "0000579f-7b35-4ed3-b44c-db2a538066fg"
            })
    void what_is_no_uuid_is_named_even_where_java_would_take_it(String value) {
        assertThatThrownBy(() -> Parameters.uuid("id", value))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("a UUID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "x", "9999999999999999999"})
    void an_ordinal_counts_from_one(String value) {
        assertThatThrownBy(() -> Parameters.ordinal("id", value)).isInstanceOf(BadParameter.class);
        assertThat(Parameters.ordinal("id", "1")).isEqualTo(1);
    }

    @Test
    void a_day_is_a_day_of_the_calendar() {
        assertThat(new Parameters(Map.of("from", List.of("2024-02-29"))).day("from"))
                .contains(LocalDate.of(2024, 2, 29));
        Parameters wrong = new Parameters(Map.of("from", List.of("2023-02-29")));
        assertThatThrownBy(() -> wrong.day("from"))
                .isInstanceOf(BadParameter.class)
                .hasMessageContainingAll("from", "2023-02-29");
    }

    private static int limit(String value) {
        return new Parameters(Map.of("limit", List.of(value))).number("limit", 1, 1000, 100);
    }
}
