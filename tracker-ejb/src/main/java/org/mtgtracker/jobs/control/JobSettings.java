package org.mtgtracker.jobs.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.mtgtracker.jobs.boundary.Job;
import org.mtgtracker.jobs.boundary.Schedule;

/**
 * The settings {@code tracker.jobs.*} and {@code ENABLE_CRON}. One that cannot be understood is named in the log with
 * what is allowed, and counts as not set: a slip in a schedule must not keep a server from starting.
 */
@ApplicationScoped
public class JobSettings {
    private static final Logger LOG = Logger.getLogger(JobSettings.class.getName());
    private static final String PREFIX = "tracker.jobs.";
    private static final String OFF = "off";
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final Function<String, Optional<String>> setting;

    @Inject
    public JobSettings(Config config) {
        this(name -> config.getOptionalValue(name, String.class));
    }

    JobSettings(Function<String, Optional<String>> setting) {
        this.setting = requireNonNull(setting, "setting is null");
    }

    /** For the container's proxy. */
    protected JobSettings() {
        setting = null;
    }

    /** Whether this server starts jobs by the clock. */
    public boolean timersEnabled() {
        return !setting.apply("ENABLE_CRON").map(String::strip).orElse("").equalsIgnoreCase("false");
    }

    /** How long a lease lasts without being renewed. */
    public Duration leaseLength() {
        return Duration.ofSeconds(number(PREFIX + "lease-seconds", 3, 3600, 30));
    }

    /** How often it is looked whether something is due. */
    public Duration tick() {
        return Duration.ofSeconds(number(PREFIX + "tick-seconds", 1, 3600, 5));
    }

    /** How long runs are kept in the history. */
    public int historyDays() {
        return number(PREFIX + "history-days", 1, 36_500, 90);
    }

    /** Whose days and clocks the schedules mean. */
    public ZoneId zone() {
        return understood(PREFIX + "zone", ZoneId::of, "a zone such as Europe/Zurich, America/New_York or UTC", UTC);
    }

    /** When a job is due: as its setting {@code .at} or {@code .every} says, or as it says itself. */
    public Schedule schedule(Job job) {
        String at = PREFIX + job.name() + ".at";
        String every = PREFIX + job.name() + ".every";
        Optional<String> time = setting.apply(at);
        if (time.isPresent() && setting.apply(every).isPresent()) {
            LOG.severe(() -> "Both " + at + " and " + every + " are set; one of them is allowed. The job stays due "
                    + job.schedule().text(zone()) + ".");
            return job.schedule();
        }
        return time.isPresent()
                ? understood(at, JobSettings::at, "a time of the day such as 00:10, or off", job.schedule())
                : understood(
                        every,
                        JobSettings::every,
                        "a time span of at least " + Schedule.SHORTEST + " such as PT15M, or off",
                        job.schedule());
    }

    private static Schedule at(String text) {
        return text.equalsIgnoreCase(OFF) ? Schedule.byHand() : new Schedule.Daily(LocalTime.parse(text));
    }

    private static Schedule every(String text) {
        return text.equalsIgnoreCase(OFF) ? Schedule.byHand() : Schedule.every(Duration.parse(text));
    }

    private int number(String name, int least, int most, int otherwise) {
        return understood(
                name,
                text -> {
                    int number = Integer.parseInt(text);
                    if (number < least || number > most) {
                        throw new IllegalArgumentException(text);
                    }
                    return number;
                },
                "a whole number from " + least + " to " + most,
                otherwise);
    }

    private <T> T understood(String name, Function<String, T> reading, String allowed, T otherwise) {
        Optional<String> text = setting.apply(name).map(String::strip).filter(value -> !value.isEmpty());
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return reading.apply(text.get());
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            String said = otherwise instanceof Schedule schedule ? schedule.text(zone()) : otherwise.toString();
            LOG.severe(() -> name + " is \"" + text.get() + "\"; allowed is " + allowed + ". It stays: " + said + ".");
            return otherwise;
        }
    }
}
