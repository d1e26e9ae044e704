package org.mtgtracker.pages.catalog;

import static java.util.Objects.requireNonNull;

/**
 * A ruling on a card.
 *
 * @param html its words, with symbols drawn
 */
public record RulingView(String day, String html) {
    public RulingView {
        requireNonNull(day, "day is null");
        requireNonNull(html, "html is null");
    }
}
