package org.mtgtracker.search.engine;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.mtgtracker.catalog.boundary.Rarities;
import org.mtgtracker.search.index.CardIndex;
import org.mtgtracker.search.index.Facet;
import org.mtgtracker.search.index.Folded;
import org.mtgtracker.search.index.SetFacts;
import org.mtgtracker.search.language.Dropped;
import org.mtgtracker.search.language.Query;
import org.roaringbitmap.RoaringBitmap;

/** Sets by code and name, their kinds, blocks and groups. */
final class SetTerms {
    private static final Set<String> KINDS_TO_BE_IN = Set.of("booster", "foil", "nonfoil", "etched", "glossy");
    private static final Set<String> FRAMES_TO_BE_IN = Set.of("1993", "1997", "2003", "2015", "future");

    private final CardIndex index;
    /** The sets' names as they are compared, by code. */
    private final Map<String, String> names = new HashMap<>();

    SetTerms(CardIndex index) {
        this.index = requireNonNull(index, "index is null");
        index.sets().forEach(set -> names.put(set.code(), plain(set.name())));
    }

    Condition condition(Query.Term term) throws NotUnderstood {
        String value = Folded.text(term.value().text()).strip();
        return new Condition.Known(
                switch (term.key()) {
                    case SET -> of(sets(value));
                    case BLOCK -> block(value);
                    case GROUP -> group(value);
                    case SET_TYPE -> type(value);
                    default -> in(value);
                });
    }

    /** By code, else by the whole name, else by a part of one. */
    private List<SetFacts> sets(String value) throws NotUnderstood {
        Optional<SetFacts> coded = index.set(value);
        if (coded.isPresent()) {
            return List.of(coded.get());
        }
        String name = plain(value);
        for (Predicate<String> wanted : List.<Predicate<String>>of(
                name::equals,
                known -> name.length() > 2 && known.replace(" ", "").equals(name.replace(" ", "")),
                known -> name.length() > 2 && known.contains(name))) {
            List<SetFacts> found = index.sets().stream()
                    .filter(set -> wanted.test(names.get(set.code())))
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        throw NotUnderstood.unknownThing("Unknown set “" + Dropped.shortened(value) + "”.");
    }

    private static String plain(String name) {
        return Folded.phrase(name);
    }

    private RoaringBitmap of(List<SetFacts> sets) {
        RoaringBitmap all = new RoaringBitmap();
        sets.forEach(set -> all.or(index.with(Facet.SET, set.code())));
        return all;
    }

    /** With the promos and tokens of its sets, which have the block of their parents; of none, the set alone. */
    private RoaringBitmap block(String value) throws NotUnderstood {
        String ofSet = index.set(value).map(set -> inBlock(set).blockCode()).orElse("");
        List<SetFacts> found = index.sets().stream()
                .filter(set -> {
                    SetFacts own = inBlock(set);
                    return !own.blockCode().isEmpty()
                            && (own.blockCode().equals(value)
                                    || own.blockCode().equals(ofSet)
                                    || plain(own.block()).equals(plain(value)));
                })
                .toList();
        if (!found.isEmpty()) {
            return of(found);
        }
        Optional<RoaringBitmap> named = blocksOfSetsNamed(value);
        if (named.isEmpty()) {
            throw NotUnderstood.unknownThing("Unknown block “" + Dropped.shortened(value) + "”.");
        }
        return named.get();
    }

    /** The blocks of the sets with a whole name or code. */
    private Optional<RoaringBitmap> blocksOfSetsNamed(String value) throws NotUnderstood {
        String name = plain(value);
        RoaringBitmap all = new RoaringBitmap();
        for (SetFacts set : index.sets()) {
            if (set.code().equals(value) || names.get(set.code()).equals(name)) {
                SetFacts own = inBlock(set);
                all.or(own.blockCode().isEmpty() ? of(List.of(set)) : block(own.blockCode()));
            }
        }
        return all.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    private SetFacts inBlock(SetFacts set) {
        return set.blockCode().isEmpty() && !set.parent().isEmpty()
                ? index.set(set.parent()).orElse(set)
                : set;
    }

    /** The set, its parent, and what belongs to either of them. */
    private RoaringBitmap group(String value) throws NotUnderstood {
        Set<String> roots = new HashSet<>();
        for (SetFacts set : sets(value)) {
            roots.add(set.code());
            index.set(set.parent()).map(SetFacts::code).ifPresent(roots::add);
        }
        return of(index.sets().stream()
                .filter(set -> roots.contains(set.code()) || roots.contains(set.parent()))
                .toList());
    }

    private RoaringBitmap type(String value) throws NotUnderstood {
        String type = KnownWords.setType(value);
        List<SetFacts> found = ofType(type);
        if (found.isEmpty() && !KnownWords.SET_TYPES.contains(type)) {
            throw new NotUnderstood("Unknown set type “" + Dropped.shortened(value) + "”.");
        }
        return of(found);
    }

    private List<SetFacts> ofType(String type) {
        return index.sets().stream()
                .filter(set ->
                        set.type().equals(type) || set.type().replace("_", "").equals(type))
                .toList();
    }

    /** Cards with a printing there, whichever it is that is shown. */
    private RoaringBitmap in(String value) throws NotUnderstood {
        RoaringBitmap printings = index.with(Facet.SET, value);
        if (printings.isEmpty()) {
            printings = index.with(Facet.RARITY, value.equals("mythic rare") ? "mythic" : value);
        }
        if (printings.isEmpty()) {
            printings = index.with(Facet.GAME, KnownWords.game(value));
        }
        printings = RoaringBitmap.andNot(printings, index.foreign());
        if (printings.isEmpty()) {
            printings = index.with(Facet.LANGUAGE, KnownWords.language(value));
        }
        if (printings.isEmpty()) {
            printings = of(ofType(KnownWords.setType(value)));
        }
        if (printings.isEmpty() && KINDS_TO_BE_IN.contains(value)) {
            printings = index.with(Facet.KIND, value);
        }
        if (printings.isEmpty() && FRAMES_TO_BE_IN.contains(value)) {
            printings = index.with(Facet.FRAME, value);
        }
        if (printings.isEmpty() && !isKnown(value)) {
            printings = of(sets(value));
        }
        return Bitmaps.cards(index, printings);
    }

    private static boolean isKnown(String value) {
        return KINDS_TO_BE_IN.contains(value)
                || FRAMES_TO_BE_IN.contains(value)
                || KnownWords.GAMES.contains(KnownWords.game(value))
                || KnownWords.LANGUAGES.contains(KnownWords.language(value))
                || KnownWords.SET_TYPES.contains(KnownWords.setType(value))
                || Rarities.ALL.contains(value);
    }
}
