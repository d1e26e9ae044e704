package org.mtgtracker.trending.control;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.mtgtracker.search.boundary.CardSearch;
import org.mtgtracker.search.boundary.FittingCards;

/** Answers in the language of the search: every printing that fits the query matches. */
@ApplicationScoped
public class CardsBySearch implements MatchingCards {
    private final CardSearch search;

    @Inject
    public CardsBySearch(CardSearch search) {
        this.search = requireNonNull(search, "search is null");
    }

    protected CardsBySearch() {
        search = null;
    }

    @Override
    public Matches of(String query) {
        FittingCards cards = search.fitting(query);
        return new Matches(cards.numbers()::get, cards.warnings());
    }
}
