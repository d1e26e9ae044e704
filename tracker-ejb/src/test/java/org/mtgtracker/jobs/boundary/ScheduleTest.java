package org.mtgtracker.jobs.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

    @ParameterizedTest
    @CsvSource({
        // zone, time, now, the newest moment, the next one
        "UTC, 00:10, 2026-01-05T00:10:00Z, 2026-01-05T00:10:00Z, 2026-01-06T00:10:00Z",
        "UTC, 00:10, 2026-01-05T00:09:59.999Z, 2026-01-04T00:10:00Z, 2026-01-05T00:10:00Z",
        "UTC, 00:10, 2026-01-05T23:59:59Z, 2026-01-05T00:10:00Z, 2026-01-06T00:10:00Z",
        "UTC, 00:00, 2028-02-29T12:00:00Z, 2028-02-29T00:00:00Z, 2028-03-01T00:00:00Z",
        // winter and summer
        "Europe/Zurich, 00:10, 2026-01-04T23:10:00Z, 2026-01-04T23:10:00Z, 2026-01-05T23:10:00Z",
        "Europe/Zurich, 00:10, 2026-07-04T22:10:00Z, 2026-07-04T22:10:00Z, 2026-07-05T22:10:00Z",
        // the day of the zone is not that of UTC
        "Pacific/Auckland, 00:10, 2026-07-04T12:09:00Z, 2026-07-03T12:10:00Z, 2026-07-04T12:10:00Z",
        "America/Los_Angeles, 23:50, 2026-01-05T07:49:00Z, 2026-01-04T07:50:00Z, 2026-01-05T07:50:00Z",
        // 2026-03-29, Zurich: the clocks go from 02:00 to 03:00, and 02:30 is 03:30
        "Europe/Zurich, 02:30, 2026-03-29T01:29:59Z, 2026-03-28T01:30:00Z, 2026-03-29T01:30:00Z",
        "Europe/Zurich, 02:30, 2026-03-29T01:30:00Z, 2026-03-29T01:30:00Z, 2026-03-30T00:30:00Z",
        // 2026-10-25, Zurich: 02:30 is there twice, and the first counts
        "Europe/Zurich, 02:30, 2026-10-25T00:30:00Z, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z",
        "Europe/Zurich, 02:30, 2026-10-25T01:30:00Z, 2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z",
        // 2018-11-04, São Paulo: the day began at 01:00
        "America/Sao_Paulo, 00:10, 2018-11-04T03:09:59Z, 2018-11-03T03:10:00Z, 2018-11-04T03:10:00Z",
        // 2011-12-30, Apia: there was no such day
        "Pacific/Apia, 00:10, 2011-12-30T10:05:00Z, 2011-12-29T10:10:00Z, 2011-12-30T10:10:00Z",
        "Pacific/Apia, 00:10, 2011-12-30T10:10:00Z, 2011-12-30T10:10:00Z, 2011-12-31T10:10:00Z",
    })
    void daily_is_once_on_each_day_of_the_zone(String zone, String time, Instant now, Instant latest, Instant next) {
        int hour = Integer.parseInt(time.substring(0, 2));
        int minute = Integer.parseInt(time.substring(3));
        Schedule schedule = Schedule.dailyAt(hour, minute);

        assertThat(schedule.latest(now, ZoneId.of(zone))).contains(latest);
        assertThat(schedule.next(now, ZoneId.of(zone))).contains(next);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Zurich", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"})
    void in_a_year_of_any_zone_a_daily_job_is_due_365_times(String zone) {
        for (String time : List.of("00:00", "00:10", "01:30", "02:00", "02:30", "23:59")) {
            Schedule schedule =
                    Schedule.dailyAt(Integer.parseInt(time.substring(0, 2)), Integer.parseInt(time.substring(3)));
            List<Instant> moments = new ArrayList<>();
            Instant end = Instant.parse("2027-01-01T12:00:00Z");
            for (Instant now = Instant.parse("2026-01-01T12:00:00Z"); now.isBefore(end); now = now.plusSeconds(900)) {
                Instant latest = schedule.latest(now, ZoneId.of(zone)).orElseThrow();
                assertThat(latest).isBeforeOrEqualTo(now);
                assertThat(schedule.next(now, ZoneId.of(zone)).orElseThrow()).isAfter(now);
                if (moments.isEmpty() || !moments.get(moments.size() - 1).equals(latest)) {
                    moments.add(latest);
                }
            }
            assertThat(moments).as(time).isSorted().doesNotHaveDuplicates();
            // the first was there at the beginning
            assertThat(moments.size()).as(time).isBetween(365, 366);
        }
    }

    @Test
    void what_is_next_is_the_latest_once_it_has_come() {
        Instant now = Instant.parse("2026-03-27T12:00:00Z");
        for (Schedule schedule : List.of(Schedule.dailyAt(2, 30), Schedule.every(Duration.ofMinutes(7)))) {
            for (int i = 0; i < 10; i++) {
                Instant next = schedule.next(now, ZURICH).orElseThrow();
                assertThat(schedule.latest(next, ZURICH)).contains(next);
                assertThat(schedule.latest(next.minusMillis(1), ZURICH).orElseThrow())
                        .isBefore(next);
                now = next;
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PT15M, 2026-01-05T00:14:59Z, 2026-01-05T00:00:00Z, 2026-01-05T00:15:00Z",
        "PT15M, 2026-01-05T00:15:00Z, 2026-01-05T00:15:00Z, 2026-01-05T00:30:00Z",
        "PT10S, 2026-01-05T00:00:09.999Z, 2026-01-05T00:00:00Z, 2026-01-05T00:00:10Z",
        "P1D, 2026-01-05T18:00:00Z, 2026-01-05T00:00:00Z, 2026-01-06T00:00:00Z",
        "PT1H, 1969-12-31T23:30:00Z, 1969-12-31T23:00:00Z, 1970-01-01T00:00:00Z",
    })
    void every_means_the_same_moments_on_all_servers(Duration period, Instant now, Instant latest, Instant next) {
        Schedule schedule = Schedule.every(period);

        assertThat(schedule.latest(now, ZURICH)).contains(latest);
        assertThat(schedule.next(now, ZURICH)).contains(next);
    }

    @Test
    void every_is_not_shorter_than_it_is_looked() {
        assertThatThrownBy(() -> Schedule.every(Duration.ofSeconds(9)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT9S")
                .hasMessageContaining("PT10S");
        assertThatThrownBy(() -> Schedule.every(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Schedule.every(Duration.ofDays(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void by_hand_is_never_due() {
        assertThat(Schedule.byHand().latest(Instant.now(), ZURICH)).isEqualTo(Optional.empty());
        assertThat(Schedule.byHand().next(Instant.now(), ZURICH)).isEqualTo(Optional.empty());
    }

    @Test
    void a_schedule_is_told_in_words() {
        assertThat(Schedule.dailyAt(0, 10).text(ZURICH)).isEqualTo("daily at 00:10 (Europe/Zurich)");
        assertThat(Schedule.every(Duration.ofMinutes(5)).text(ZoneOffset.UTC)).isEqualTo("every PT5M");
        assertThat(Schedule.byHand().text(ZURICH)).isEqualTo("by hand only");
    }
}
