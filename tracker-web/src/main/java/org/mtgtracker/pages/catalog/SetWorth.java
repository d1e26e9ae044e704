package org.mtgtracker.pages.catalog;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mtgtracker.pages.site.Kept;
import org.mtgtracker.pricing.boundary.DatedPrice;
import org.mtgtracker.pricing.boundary.LatestPrice;
import org.mtgtracker.pricing.boundary.LatestPrices;
import org.mtgtracker.pricing.boundary.PriceType;
import org.mtgtracker.search.boundary.CardSearch;
import org.mtgtracker.search.boundary.Found;
import org.mtgtracker.search.boundary.SearchOptions;
import org.mtgtracker.search.boundary.Unique;

/** What all cards of a set cost together, one of each; reckoned once for each state of cards and prices. */
@ApplicationScoped
public class SetWorth {
    private static final int SETS_KEPT = 400;

    private final CardSearch search;
    private final LatestPrices latest;
    private final Kept<String, Worth> kept = new Kept<>(SETS_KEPT);

    /**
     * The worth of a set.
     *
     * @param cards how many printings it has
     * @param sums by type, in cents, of the cards that have such a price
     * @param priced by type, how many have
     */
    public record Worth(int cards, Map<PriceType, Long> sums, Map<PriceType, Integer> priced) {}

    @Inject
    public SetWorth(CardSearch search, LatestPrices latest) {
        this.search = requireNonNull(search, "search is null");
        this.latest = requireNonNull(latest, "latest is null");
    }

    /** For the container's proxy. */
    protected SetWorth() {
        search = null;
        latest = null;
    }

    /** The search that finds everything of a set. */
    static SearchOptions cardsOf(String code) {
        return SearchOptions.of("set:" + code + " lang:any include:variations")
                .unique(Unique.PRINTS)
                .withExtras(true);
    }

    /** @throws org.mtgtracker.persistence.boundary.DatabaseUnavailable when it is not known yet and none answers */
    public Worth of(String code) {
        return kept.get(search.state(), code, this::reckoned);
    }

    private Worth reckoned(String code) {
        List<UUID> cards = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Found found = search.search(
                    cardsOf(code).limit(SearchOptions.LARGEST_PAGE).after(next.orElse(null)));
            cards.addAll(found.cards());
            next = Optional.ofNullable(found.next());
        } while (next.isPresent());
        Map<PriceType, Long> sums = new java.util.EnumMap<>(PriceType.class);
        Map<PriceType, Integer> priced = new java.util.EnumMap<>(PriceType.class);
        for (int from = 0; from < cards.size(); from += LatestPrices.MOST) {
            for (LatestPrice price : latest.of(cards.subList(from, Math.min(cards.size(), from + LatestPrices.MOST)))) {
                for (Map.Entry<PriceType, DatedPrice> one : price.prices().entrySet()) {
                    sums.merge(one.getKey(), (long) one.getValue().cents(), Long::sum);
                    priced.merge(one.getKey(), 1, Integer::sum);
                }
            }
        }
        return new Worth(cards.size(), sums, priced);
    }
}
