package org.mtgtracker.trending.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class TrendRulesTest {
    @Test
    void both_prices_and_their_difference_are_above_what_is_set() {
        TrendRules rules = new TrendRules(new BigDecimal("2"), new BigDecimal("0.50"), 3, 10);
        assertThat(rules.isMove(201, 252)).isTrue();
        assertThat(rules.isMove(252, 201)).isTrue();
        assertThat(rules.isMove(201, 251)).isFalse();
        assertThat(rules.isMove(200, 300)).isFalse();
        assertThat(rules.isMove(300, 200)).isFalse();
        assertThat(rules.top()).isEqualTo(10);
        assertThat(rules.staleAfterDays()).isEqualTo(3);
    }

    @Test
    void a_setting_that_is_not_allowed_counts_as_not_set() {
        TrendRules rules = new TrendRules(new BigDecimal("-1"), new BigDecimal("0.001"), -1, 0);
        assertThat(rules.text()).isEqualTo(TrendRules.usual().text());
        assertThat(rules.top()).isEqualTo(100);
        TrendRules endless = new TrendRules(new BigDecimal("1000001"), new BigDecimal("1e9"), 3651, 1001);
        assertThat(endless.text()).isEqualTo(TrendRules.usual().text());
        assertThat(endless.top()).isEqualTo(100);
    }
}
