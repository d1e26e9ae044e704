package org.mtgtracker.idempotency.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;

/** The setting {@code tracker.idempotency.kept}: for how long answers are kept. */
@ApplicationScoped
public class AnswerSettings {
    private static final Logger LOG = Logger.getLogger(AnswerSettings.class.getName());
    private static final String KEPT = "tracker.idempotency.kept";
    private static final Duration SHORTEST = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration USUAL = Duration.ofDays(1);

    private final Function<String, Optional<String>> setting;

    @Inject
    public AnswerSettings(Config config) {
        this(name -> config.getOptionalValue(name, String.class));
    }

    public AnswerSettings(Function<String, Optional<String>> setting) {
        this.setting = requireNonNull(setting, "setting is null");
    }

    /** For the container's proxy. */
    protected AnswerSettings() {
        setting = null;
    }

    public Duration kept() {
        String text = setting.apply(KEPT).map(String::strip).orElse("");
        if (text.isEmpty()) {
            return USUAL;
        }
        try {
            Duration kept = Duration.parse(text);
            if (kept.compareTo(SHORTEST) >= 0 && kept.compareTo(LONGEST) <= 0) {
                return kept;
            }
        } catch (DateTimeException e) {
            // said below
        }
        LOG.severe(() -> KEPT + " is \"" + text + "\"; allowed is a time span from " + SHORTEST + " to " + LONGEST
                + ". It stays: " + USUAL + ".");
        return USUAL;
    }
}
