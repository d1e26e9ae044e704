package org.mtgtracker.search.engine;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mtgtracker.search.index.Budget;
import org.mtgtracker.search.index.CardIndex;
import org.mtgtracker.search.index.Facet;
import org.mtgtracker.search.language.CardKind;
import org.mtgtracker.search.language.Key;
import org.mtgtracker.search.language.Query;
import org.roaringbitmap.RoaringBitmap;

/**
 * Which of the printings that fit are shown. Hidden ones are shown when a term asks for them as such, or all are wanted;
 * a joke also when nothing else fits. Other languages are shown when a term asks for a language, variations when a term
 * asks for them.
 */
final class Visibility {
    private static final String VARIATION = "variation";
    /** Kinds of printings that are found in all languages. */
    private static final Set<String> OF_LANGUAGES = Set.of("localizedname", "printedtext", "fwb");

    private final CardIndex index;
    private final boolean extras;
    private final boolean variations;
    private final boolean languages;

    Visibility(CardIndex index, boolean extras, boolean variations, boolean languages) {
        this.index = requireNonNull(index, "index is null");
        this.extras = extras;
        this.variations = variations;
        this.languages = languages;
    }

    /** The printings that fit a plan, without those that are not shown. */
    RoaringBitmap shown(Optional<Plan> plan, Budget budget) {
        List<Plan.Ask> asks = new ArrayList<>();
        plan.ifPresent(whole -> collect(whole, asks));
        RoaringBitmap fitting =
                plan.map(whole -> whole.fitting(index, null, budget)).orElse(index.all());
        if (!languages && asks.stream().noneMatch(ask -> asksForLanguages(ask.query()))) {
            fitting = Bitmaps.without(fitting, index.foreign());
        }
        RoaringBitmap variation = index.with(Facet.KIND, VARIATION);
        if (!variations && !variation.isEmpty() && asks.stream().noneMatch(Visibility::asksForVariations)) {
            fitting = Bitmaps.without(fitting, variation);
        }
        if (extras || index.hidden().isEmpty()) {
            return fitting;
        }
        RoaringBitmap shown = Bitmaps.without(fitting, index.hidden());
        RoaringBitmap hidden = RoaringBitmap.and(fitting, index.hidden());
        if (hidden.isEmpty()) {
            return shown;
        }
        for (Plan.Ask ask : asks) {
            if (ask.reveals()) {
                shown.or(RoaringBitmap.and(hidden, ask.fitting(index, hidden, budget)));
            }
        }
        return shown.isEmpty() ? jokes(hidden) : shown;
    }

    /** True when a term of it asks for a language, for what printings in other languages alone have, or for one printing. */
    static boolean asksForLanguages(Query query) {
        if (query instanceof Query.Term term) {
            return term.key() == Key.LANGUAGE
                    || term.key() == Key.SCRYFALL_ID
                    || (term.key() == Key.IS || term.key() == Key.HAS)
                            && OF_LANGUAGES.contains(CardKind.canonical(
                                    CardKind.letters(term.value().text())));
        }
        if (query instanceof Query.Not not) {
            return asksForLanguages(not.part());
        }
        return query instanceof Query.All all && all.parts().stream().anyMatch(Visibility::asksForLanguages)
                || query instanceof Query.Any any && any.parts().stream().anyMatch(Visibility::asksForLanguages);
    }

    private static boolean asksForVariations(Plan.Ask ask) {
        // an id means just that printing
        if (ask.query().key() == Key.SCRYFALL_ID || ask.query().key() == Key.TCGPLAYER_ID) {
            return true;
        }
        boolean ofKind = ask.query().key() == Key.IS || ask.query().key() == Key.HAS;
        return ofKind
                && CardKind.canonical(CardKind.letters(ask.query().value().text()))
                        .equals(VARIATION);
    }

    private RoaringBitmap jokes(RoaringBitmap hidden) {
        RoaringBitmap jokes = RoaringBitmap.and(hidden, index.with(Facet.KIND, "funny"));
        jokes.andNot(index.with(Facet.KIND, "extra"));
        return jokes;
    }

    private static void collect(Plan plan, List<Plan.Ask> asks) {
        if (plan instanceof Plan.Ask ask) {
            asks.add(ask);
        } else if (plan instanceof Plan.Both both) {
            both.parts().forEach(part -> collect(part, asks));
        } else if (plan instanceof Plan.Either either) {
            either.parts().forEach(part -> collect(part, asks));
        } else if (plan instanceof Plan.Without without) {
            collect(without.part(), asks);
        }
    }
}
