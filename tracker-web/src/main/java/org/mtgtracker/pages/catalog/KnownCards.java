package org.mtgtracker.pages.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.mtgtracker.pages.site.Kept;

/** What pages of cards told lately, so that it need not be read, searched for and asked of the database each time. */
@ApplicationScoped
public class KnownCards {
    private static final int MOST_KEPT = 2000;
    private static final long MINUTE = 60_000;

    private final Kept<UUID, Known> cards = new Kept<>(MOST_KEPT);
    private final Kept<UUID, Around> around = new Kept<>(MOST_KEPT);
    private final Clock clock;

    public KnownCards() {
        this(Clock.systemUTC());
    }

    KnownCards(Clock clock) {
        this.clock = clock;
    }

    /** A card as it is shown, and the addresses of our drawings of its faces. */
    public record Known(CardView card, List<String> pictures) {
        public Known {
            pictures = List.copyOf(pictures);
        }
    }

    /** What all printings of a card share: the newest of them, how many there are, and what was ruled on it. */
    public record Around(List<CardTile> printings, int allPrintings, List<RulingView> rulings) {
        public Around {
            printings = List.copyOf(printings);
            rulings = List.copyOf(rulings);
        }
    }

    /** The card in a state of cards and prices; null when it is made null, which is not kept. */
    public Known card(String state, UUID id, Supplier<Known> make) {
        return cards.get(state, id, key -> make.get());
    }

    /** What is around an oracle card. Rulings come in by themselves, so it is a minute old at most. */
    public Around around(String state, UUID oracle, Supplier<Around> make) {
        return around.get(state + " " + clock.millis() / MINUTE, oracle, key -> make.get());
    }
}
