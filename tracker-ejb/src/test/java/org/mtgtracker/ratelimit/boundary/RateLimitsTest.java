package org.mtgtracker.ratelimit.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mtgtracker.ratelimit.control.CountedHere;
import org.mtgtracker.ratelimit.control.CountedRefusals;
import org.mtgtracker.ratelimit.control.LimitSettings;

class RateLimitsTest {
    private static final List<Policy> SEARCH = List.of(Policy.GENERAL, Policy.SEARCH);
    private static final List<Policy> LOOK = List.of(Policy.GENERAL);

    private final Map<String, String> settings = new HashMap<>();
    private final Hand hand = new Hand();
    private final CountedRefusals refusals = new CountedRefusals();

    @Test
    void the_nameless_have_a_hundred_requests_in_a_quarter_of_an_hour() {
        RateLimits limits = limits();
        Asker somebody = Asker.at("203.0.113.7");

        for (int left = 99; left >= 0; left--) {
            Verdict verdict = limits.count(somebody, LOOK);
            assertThat(verdict.exhausted()).isEmpty();
            assertThat(verdict.allowances().get(0).remaining()).isEqualTo(left);
        }
        Verdict refused = limits.count(somebody, LOOK);

        assertThat(refused.exhausted()).hasValueSatisfying(allowance -> {
            assertThat(allowance.policy()).isEqualTo(Policy.GENERAL);
            assertThat(allowance.reset()).isEqualTo(Duration.ofMinutes(15));
        });
        assertThat(refusals.counted()).containsExactly("general nameless");
    }

    @Test
    void when_the_time_is_over_all_of_it_is_there_again() {
        settings.put("tracker.ratelimit.general.nameless", "2/PT1M");
        RateLimits limits = limits();
        Asker somebody = Asker.at("203.0.113.7");
        limits.count(somebody, LOOK);
        limits.count(somebody, LOOK);

        hand.forward(Duration.ofSeconds(59));
        Verdict early = limits.count(somebody, LOOK);
        hand.forward(Duration.ofSeconds(1));
        Verdict inTime = limits.count(somebody, LOOK);

        assertThat(early.exhausted().orElseThrow().reset()).isEqualTo(Duration.ofSeconds(1));
        assertThat(inTime.exhausted()).isEmpty();
        assertThat(inTime.allowances().get(0).remaining()).isEqualTo(1);
    }

    @Test
    void a_search_that_is_one_too_many_costs_no_other_request() {
        settings.put("tracker.ratelimit.search.nameless", "1/PT1M");
        RateLimits limits = limits();
        Asker somebody = Asker.at("203.0.113.7");
        limits.count(somebody, SEARCH);

        Verdict refused = limits.count(somebody, SEARCH);

        assertThat(refused.exhausted().orElseThrow().policy()).isEqualTo(Policy.SEARCH);
        assertThat(refused.allowances().get(0).remaining()).isEqualTo(99);
        assertThat(limits.count(somebody, LOOK).allowances().get(0).remaining()).isEqualTo(98);
    }

    @Test
    void who_is_known_may_do_more_and_is_counted_by_name() {
        RateLimits limits = limits();

        assertThat(left(limits, Asker.called("ann", Tier.USER))).isEqualTo(999);
        assertThat(left(limits, Asker.called("bob", Tier.USER))).isEqualTo(999);
        assertThat(left(limits, Asker.withKey("abcd1234", Tier.API_CLIENT))).isEqualTo(4999);
        assertThat(left(limits, Asker.called("root", Tier.ADMIN))).isEqualTo(9999);
    }

    @Test
    void a_key_may_have_a_limit_of_its_own() {
        settings.put("tracker.ratelimit.general.key.abcd1234", "7/PT1H");
        settings.put("tracker.ratelimit.general.key.free0000", "off");
        RateLimits limits = limits();

        assertThat(left(limits, Asker.withKey("abcd1234", Tier.API_CLIENT))).isEqualTo(6);
        assertThat(left(limits, Asker.withKey("other000", Tier.API_CLIENT))).isEqualTo(4999);
        assertThat(limits.count(Asker.withKey("free0000", Tier.API_CLIENT), LOOK))
                .isEqualTo(Verdict.UNLIMITED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/PT1M", "-1/PT1M", "100", "100/15", "100/PT0.5S", "1/P2D", "9999999/PT1M", "x", "1/PTx"})
    void a_limit_that_is_not_allowed_counts_as_not_set(String text) {
        settings.put("tracker.ratelimit.general.nameless", text);

        assertThat(left(limits(), Asker.at("203.0.113.7"))).isEqualTo(99);
        assertThatThrownBy(() -> Limit.parse(text)).isInstanceOf(RuntimeException.class);
    }

    private long left(RateLimits limits, Asker asker) {
        return limits.count(asker, LOOK).allowances().get(0).remaining();
    }

    private RateLimits limits() {
        return new RateLimits(
                new LimitSettings(name -> Optional.ofNullable(settings.get(name))),
                CountedHere.by(hand),
                refusals.figures());
    }

    /** A clock that is moved by hand. */
    private static final class Hand implements TimeMeter {
        private long nanoseconds;

        void forward(Duration time) {
            nanoseconds += time.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanoseconds;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
