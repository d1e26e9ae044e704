package org.mtgtracker.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mtgtracker.pricing.boundary.PriceType;

class ChoicesTest {
    @Test
    void a_choice_is_the_value_of_that_name_or_what_holds_otherwise() {
        assertThat(one(Map.of("type", List.of("eur_foil")))).isEqualTo(PriceType.EUR_FOIL);
        assertThat(one(Map.of())).isEqualTo(PriceType.USD);
    }

    @Test
    void another_value_is_named_with_those_there_are() {
        assertThatThrownBy(() -> one(Map.of("type", List.of("gbp"))))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining(
                        "type is \"gbp\"; allowed is one of usd, usd_foil, usd_etched, eur, eur_foil, tix");
    }

    @Test
    void several_come_once_and_in_their_order_and_without_the_parameter_all() {
        assertThat(some(Map.of("types", List.of("tix, usd,tix")))).containsExactly(PriceType.USD, PriceType.TIX);
        assertThat(some(Map.of())).isEqualTo(PriceType.ALL);
        assertThatThrownBy(() -> some(Map.of("types", List.of("usd,"))))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining("types is \"\"");
    }

    @Test
    void money_has_two_decimals_and_parts_are_rounded_half_up() {
        assertThat(Money.text(5)).isEqualTo("0.05");
        assertThat(Money.text(-1234)).isEqualTo("-12.34");
        assertThat(Money.percent(300, 400)).isEqualTo("33.33");
        assertThat(Money.percent(800, 701)).isEqualTo("-12.38");
    }

    private static PriceType one(Map<String, List<String>> query) {
        return Choices.one(new Parameters(query), "type", PriceType.ALL, PriceType::key, PriceType.USD);
    }

    private static List<PriceType> some(Map<String, List<String>> query) {
        return Choices.some(new Parameters(query), "types", PriceType.ALL, PriceType::key);
    }
}
