package org.mtgtracker.pages.site;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.mtgtracker.catalog.boundary.Catalogue;
import org.mtgtracker.catalog.boundary.CatalogueState;
import org.mtgtracker.persistence.boundary.DatabaseUnavailable;

/**
 * What stands below every page: which catalogue is shown, and whose its cards are. Asks for it every few seconds, not
 * for every page, and never lets a page fail.
 */
@Named
@ApplicationScoped
public class Footer {
    private static final Duration KEPT = Duration.ofSeconds(3);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final Catalogue catalogue;
    private final Clock clock;
    private volatile Seen seen = new Seen(Optional.empty(), Instant.EPOCH);

    private record Seen(Optional<CatalogueState> state, Instant at) {}

    @Inject
    public Footer(Catalogue catalogue) {
        this(catalogue, Clock.systemUTC());
    }

    Footer(Catalogue catalogue, Clock clock) {
        this.catalogue = requireNonNull(catalogue, "catalogue is null");
        this.clock = requireNonNull(clock, "clock is null");
    }

    /** For the container's proxy. */
    protected Footer() {
        catalogue = null;
        clock = null;
    }

    /** One sentence: which catalogue, how many cards, from where, since when. */
    public String getCatalogue() {
        Optional<CatalogueState> state = state();
        if (state.isEmpty()) {
            return "The catalogue does not answer at the moment.";
        }
        return state.filter(Footer::isFilled)
                .map(filled -> "Catalogue %d: %s cards in %s sets, %s, imported %s."
                        .formatted(
                                filled.version(),
                                number(filled.cards()),
                                number(filled.sets()),
                                source(filled),
                                TIME.format(filled.importedAt())))
                .orElse("The catalogue is empty: nothing was imported yet.");
    }

    /** True when there is at least one card to look at, or nobody can say. */
    public boolean isFilled() {
        return state().map(Footer::isFilled).orElse(true);
    }

    /** How many printings there are, for people: {@code 45,851}; empty when unknown. */
    public String getCards() {
        return state().map(state -> number(state.cards())).orElse("");
    }

    /** How many sets there are, for people; empty when unknown. */
    public String getSets() {
        return state().map(state -> number(state.sets())).orElse("");
    }

    /** True when the cards shown are invented ones. */
    public boolean isDemo() {
        return state().filter(state -> "demo".equals(state.source())).isPresent();
    }

    private static boolean isFilled(CatalogueState state) {
        return state.version() > 0 && state.importedAt() != null;
    }

    /** Never the path or address itself: that of a server's file is nobody's business. */
    private static String source(CatalogueState state) {
        return switch (state.source()) {
            case "demo" -> "invented for demonstration";
            case "scryfall" -> "from Scryfall";
            default -> "from a catalogue file";
        };
    }

    private static String number(int count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    private Optional<CatalogueState> state() {
        Seen last = seen;
        Instant now = clock.instant();
        if (now.isBefore(last.at().plus(KEPT))) {
            return last.state();
        }
        Optional<CatalogueState> state = ask();
        seen = new Seen(state, now);
        return state;
    }

    private Optional<CatalogueState> ask() {
        try {
            return Optional.of(catalogue.state());
        } catch (DatabaseUnavailable e) {
            return Optional.empty();
        }
    }
}
