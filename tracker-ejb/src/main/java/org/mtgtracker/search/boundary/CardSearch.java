package org.mtgtracker.search.boundary;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.mtgtracker.search.control.IndexKeeper;
import org.mtgtracker.search.control.SearchedCatalogue;
import org.mtgtracker.search.engine.Names;
import org.mtgtracker.search.engine.Results;
import org.mtgtracker.search.engine.Searcher;
import org.mtgtracker.search.language.Limits;

/**
 * Finds cards. Answers from memory: it neither waits for a database nor fails with one, and may show a catalogue that
 * is a second or two old. Everything here throws {@link IndexNotReady} in the first moments of a pod.
 */
@ApplicationScoped
public class CardSearch {
    /** How many characters a query may have. */
    public static final int LONGEST_QUERY = Limits.LENGTH;

    private final IndexKeeper keeper;

    @Inject
    public CardSearch(IndexKeeper keeper) {
        this.keeper = requireNonNull(keeper, "keeper is null");
    }

    /** For the container's proxy. */
    protected CardSearch() {
        keeper = null;
    }

    /**
     * A page of the cards that a query finds; docs/search.md has the language.
     *
     * @throws QueryTooLong when the query has more than {@link #LONGEST_QUERY} characters
     * @throws BadQuery when it cannot be understood
     * @throws BadCursor when the cursor is not one of this search
     */
    public Found search(SearchOptions options) {
        requireNonNull(options, "options is null");
        SearchedCatalogue catalogue = keeper.current();
        Results results = catalogue.searcher().find(options);
        return new Found(
                Arrays.stream(results.positions())
                        .mapToObj(catalogue.index()::id)
                        .toList(),
                Arrays.stream(results.positions()).mapToObj(catalogue::object).toList(),
                results.total(),
                results.next().orElse(null),
                results.warnings(),
                catalogue.index().version(),
                results.explanation());
    }

    /**
     * All cards that a query means: every printing that fits.
     *
     * @throws QueryTooLong and BadQuery, as {@link #search}
     */
    public FittingCards fitting(String query) {
        SearchedCatalogue catalogue = keeper.current();
        Searcher.Fitting fitting = catalogue.searcher().fitting(query);
        BitSet numbers = new BitSet();
        fitting.positions()
                .forEach((int position) -> numbers.set(catalogue.index().number(position)));
        return new FittingCards(numbers, fitting.warnings());
    }

    /**
     * Stands for the cards and prices that are answered from at this moment: the same search has the same answer as long
     * as this is the same, in every pod and apart from what a query says of today.
     */
    public String state() {
        return keeper.current().state();
    }

    /**
     * The card with this Scryfall id, of the newest catalogue that this pod knows of. Empty where only the catalogue itself
     * can tell: it also has cards that are not searched any more, and knows of an import a moment before the index does.
     * Never throws {@link IndexNotReady}.
     */
    public Optional<FoundCard> card(UUID id) {
        if (!keeper.ready() || keeper.isBehind()) {
            return Optional.empty();
        }
        SearchedCatalogue catalogue = keeper.current();
        int position = catalogue.index().positionOf(id);
        return position < 0 ? Optional.empty() : Optional.of(card(catalogue, position));
    }

    /**
     * The card with exactly this name; case, accents and punctuation do not count, and the name of one face will do,
     * or one that a printing is sold or printed under.
     *
     * @param set the code of the set that the printing has to be in; empty for any
     */
    public NamedCard named(String name, Optional<String> set) {
        SearchedCatalogue catalogue = keeper.current();
        return catalogue
                .names()
                .exact(name, lower(set))
                .<NamedCard>map(position -> new NamedCard.One(card(catalogue, position)))
                .orElseGet(NamedCard.Unknown::new);
    }

    /** The card that is meant by a name with typing errors, or by a part of a name; as {@link #named} otherwise. */
    public NamedCard namedRoughly(String name, Optional<String> set) {
        SearchedCatalogue catalogue = keeper.current();
        Names.Match match = catalogue.names().fuzzy(name, lower(set));
        if (match instanceof Names.Match.One one) {
            return new NamedCard.One(card(catalogue, one.position()));
        }
        return match instanceof Names.Match.Several several
                ? new NamedCard.Ambiguous(several.names())
                : new NamedCard.Unknown();
    }

    /** Up to twenty names that what was typed so far may become; none for less than two letters. */
    public List<String> suggestions(String typed) {
        return keeper.current().names().suggestions(typed);
    }

    /**
     * Any of the cards that a query finds, all as likely; empty when it finds none.
     *
     * @throws QueryTooLong and BadQuery, as {@link #search}
     */
    public Optional<FoundCard> random(String query) {
        SearchedCatalogue catalogue = keeper.current();
        SearchOptions one = SearchOptions.of(query).limit(1);
        int total = catalogue.searcher().find(one).total();
        if (total == 0) {
            return Optional.empty();
        }
        int page = ThreadLocalRandom.current().nextInt(total) + 1;
        int[] positions = catalogue.searcher().find(one.page(page)).positions();
        return Optional.of(card(catalogue, positions[0]));
    }

    /** The card that each identifier means, in the order of the identifiers; empty where it means none. */
    public List<Optional<FoundCard>> cards(List<CardIdentifier> identifiers) {
        SearchedCatalogue catalogue = keeper.current();
        List<Optional<FoundCard>> cards = new ArrayList<>(identifiers.size());
        for (CardIdentifier identifier : identifiers) {
            cards.add(catalogue.names().identified(identifier).map(position -> card(catalogue, position)));
        }
        return cards;
    }

    /** The words of one kind that cards have, in order and as they are written. */
    public List<String> words(WordList list) {
        return keeper.current().words(list);
    }

    /** What the index of this pod is like. */
    public IndexReport index() {
        return new IndexReport(
                keeper.version(), keeper.cards(), keeper.printings(), keeper.buildTime(), keeper.bytes());
    }

    private static Optional<String> lower(Optional<String> set) {
        return set.map(code -> code.toLowerCase(Locale.ROOT));
    }

    private static FoundCard card(SearchedCatalogue catalogue, int position) {
        return new FoundCard(
                catalogue.index().id(position),
                catalogue.object(position),
                catalogue.index().version());
    }
}
