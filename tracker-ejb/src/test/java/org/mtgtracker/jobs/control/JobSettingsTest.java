package org.mtgtracker.jobs.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mtgtracker.jobs.boundary.Schedule;

class JobSettingsTest {
    private static final ProbeJob JOB = new ProbeJob(Schedule.dailyAt(0, 10), lease -> "Well.");

    @Test
    void what_holds_when_nothing_is_said() {
        JobSettings settings = settings(Map.of());

        assertThat(settings.timersEnabled()).isTrue();
        assertThat(settings.leaseLength()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.tick()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.historyDays()).isEqualTo(90);
        assertThat(settings.zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(settings.schedule(JOB)).isEqualTo(JOB.schedule());
    }

    @Test
    void timers_run_unless_enable_cron_is_false() {
        assertThat(settings(Map.of("ENABLE_CRON", "false")).timersEnabled()).isFalse();
        assertThat(settings(Map.of("ENABLE_CRON", " FALSE ")).timersEnabled()).isFalse();
        assertThat(settings(Map.of("ENABLE_CRON", "true")).timersEnabled()).isTrue();
    }

    @Test
    void a_schedule_can_be_another_than_the_jobs_own() {
        assertThat(schedule("at", "06:30")).isEqualTo(Schedule.dailyAt(6, 30));
        assertThat(schedule("at", " 23:59 ")).isEqualTo(Schedule.dailyAt(23, 59));
        assertThat(schedule("every", "PT15M")).isEqualTo(Schedule.every(Duration.ofMinutes(15)));
        assertThat(schedule("at", "off")).isEqualTo(Schedule.byHand());
        assertThat(schedule("every", "OFF")).isEqualTo(Schedule.byHand());
        assertThat(settings(Map.of("tracker.jobs.other.at", "06:30")).schedule(JOB))
                .isEqualTo(JOB.schedule());
    }

    @Test
    void a_zone_is_one_of_the_worlds() {
        assertThat(settings(Map.of("tracker.jobs.zone", "Europe/Zurich")).zone())
                .isEqualTo(ZoneId.of("Europe/Zurich"));
    }

    @ParameterizedTest
    @CsvSource({
        "tracker.jobs.probe.at, 24:00, off",
        "tracker.jobs.probe.at, noon, 00:10",
        "tracker.jobs.probe.at, 6:30, 00:10",
        "tracker.jobs.probe.every, 15 minutes, PT15M",
        "tracker.jobs.probe.every, PT9S, PT10S",
        "tracker.jobs.probe.every, -PT15M, PT10S",
        "tracker.jobs.zone, Europe/Nowhere, Europe/Zurich",
        "tracker.jobs.lease-seconds, 2, 3 to 3600",
        "tracker.jobs.tick-seconds, soon, 1 to 3600",
        "tracker.jobs.history-days, 99999999999, 1 to 36500",
    })
    void a_slip_is_named_with_what_is_allowed_and_counts_as_not_set(String key, String value, String allowed) {
        JobSettings slipped = settings(Map.of(key, value));
        JobSettings usual = settings(Map.of());

        List<String> lines = LogOf.during(JobSettings.class, () -> {
            assertThat(slipped.schedule(JOB)).isEqualTo(usual.schedule(JOB));
            assertThat(slipped.zone()).isEqualTo(usual.zone());
            assertThat(slipped.leaseLength()).isEqualTo(usual.leaseLength());
            assertThat(slipped.tick()).isEqualTo(usual.tick());
            assertThat(slipped.historyDays()).isEqualTo(usual.historyDays());
        });

        assertThat(lines).singleElement().satisfies(line -> assertThat(line)
                .startsWith("SEVERE")
                .contains(key, "\"" + value + "\"", "allowed", allowed, "It stays"));
    }

    @Test
    void two_schedules_at_once_are_none() {
        JobSettings settings = settings(Map.of("tracker.jobs.probe.at", "06:30", "tracker.jobs.probe.every", "PT15M"));

        List<String> lines = LogOf.during(
                JobSettings.class, () -> assertThat(settings.schedule(JOB)).isEqualTo(JOB.schedule()));

        assertThat(lines).singleElement().satisfies(line -> assertThat(line)
                .contains("tracker.jobs.probe.at", "tracker.jobs.probe.every", "daily at 00:10"));
    }

    private static Schedule schedule(String kind, String value) {
        return settings(Map.of("tracker.jobs.probe." + kind, value)).schedule(JOB);
    }

    private static JobSettings settings(Map<String, String> values) {
        return new JobSettings(name -> Optional.ofNullable(values.get(name)));
    }
}
