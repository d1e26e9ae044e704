package org.mtgtracker.search.engine;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.mtgtracker.search.boundary.CardIdentifier;
import org.mtgtracker.search.boundary.Prefer;
import org.mtgtracker.search.index.Budget;
import org.mtgtracker.search.index.CardIndex;
import org.mtgtracker.search.index.Facet;
import org.mtgtracker.search.index.Folded;
import org.mtgtracker.search.index.NameTable;
import org.mtgtracker.search.index.TextField;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/** Cards by name: exactly, by what somebody remembers of it, and as it is being typed. */
public final class Names {
    /** How many names are suggested at most. */
    public static final int MOST_SUGGESTIONS = 20;

    private static final int FEWEST_LETTERS = 2;
    private static final int LONGEST_NAME = 200;

    private final CardIndex index;
    private final List<NameTable.Entry> entries;
    private final Suggester suggester;

    public Names(CardIndex index) {
        this.index = requireNonNull(index, "index is null");
        entries = index.nameTable().entries();
        suggester = new Suggester(entries);
    }

    /** What a name that is not quite known may be. */
    public sealed interface Match {
        /** This card, by the position of its printing. */
        record One(int position) implements Match {}

        /** One of several, of which some are named. */
        record Several(List<String> names) implements Match {}

        /** None. */
        record None() implements Match {}
    }

    /**
     * The printing of the card with exactly this name, or with a face of this name, or sold or printed under it.
     *
     * @param set the code of the set that the printing has to be in; empty for any
     */
    public Optional<Integer> exact(String name, Optional<String> set) {
        RoaringBitmap named = index.with(Facet.EXACT_NAME, Folded.exact(name));
        RoaringBitmap whole = new RoaringBitmap();
        // a card's whole name goes before a face of another card
        for (PeekableIntIterator at = named.getIntIterator(); at.hasNext(); ) {
            int position = at.next();
            if (Folded.exact(index.name(position)).equals(Folded.exact(name))) {
                whole.add(position);
            }
        }
        return Stream.<Supplier<RoaringBitmap>>of(
                        () -> whole,
                        () -> named,
                        () -> printingsNamed(TextField.FLAVOR_LETTERS, name),
                        () -> printingsNamed(TextField.PRINTED_LETTERS, name))
                .map(printings -> inSet(printings.get(), set))
                .filter(printings -> !printings.isEmpty())
                .findFirst()
                .flatMap(this::usual);
    }

    /** The printings that have a name of their own, and it is this. */
    private RoaringBitmap printingsNamed(TextField field, String name) {
        String letters = Folded.exact(name);
        return letters.isEmpty()
                ? new RoaringBitmap()
                : index.text(field).containing(Folded.BREAK + letters + Folded.BREAK, null, new Budget());
    }

    /**
     * The card that a name with typing errors, or a part of a name, means: the only one with all words in its name; else
     * the one whose name is most like it as a whole; else one that is some letters away.
     */
    public Match fuzzy(String typed, Optional<String> set) {
        Optional<Integer> exact = exact(typed, set);
        if (exact.isPresent()) {
            return new Match.One(exact.get());
        }
        String letters = Folded.exact(typed);
        if (letters.isEmpty() || letters.length() > LONGEST_NAME) {
            return new Match.None();
        }
        List<NameTable.Entry> possible = set.isEmpty()
                ? entries
                : entries.stream()
                        .filter(entry -> printing(entry, set).isPresent())
                        .toList();
        List<String> words = List.of(Folded.phrase(typed).split(" "));
        List<NameTable.Entry> containing = visibleFirst(possible.stream()
                .filter(entry -> words.stream().allMatch(word -> containsWord(entry, word)))
                .toList());
        if (containing.size() == 1) {
            return one(containing, set);
        }
        Optional<NameTable.Entry> alike = mostAlike(possible, letters);
        if (alike.isPresent()) {
            return new Match.One(printing(alike.get(), set).orElseThrow());
        }
        if (!containing.isEmpty()) {
            return one(containing, set);
        }
        Match printed = printed(words, set);
        return printed instanceof Match.None ? nearest(possible, letters, words, set) : printed;
    }

    /** The name that has most threes of letters in common with what was typed; of equal ones that of the newest card. */
    private Optional<NameTable.Entry> mostAlike(List<NameTable.Entry> possible, String letters) {
        Likeness likeness = new Likeness(letters);
        double best = Likeness.ENOUGH;
        List<NameTable.Entry> alike = new ArrayList<>();
        for (NameTable.Entry entry : possible) {
            double like = likeness.ifEnough(entry.exact().get(0));
            if (like > best) {
                best = like;
                alike.clear();
            }
            if (like == best) {
                alike.add(entry);
            }
        }
        return visibleFirst(alike).stream()
                .max(Comparator.comparingInt((NameTable.Entry entry) -> firstDay(entry.position()))
                        .thenComparing(NameTable.Entry::folded));
    }

    private int firstDay(int position) {
        int first = Integer.MAX_VALUE;
        for (PeekableIntIterator at = index.ofOracle(index.oracleId(position)).getIntIterator(); at.hasNext(); ) {
            first = Math.min(first, index.released()[at.next()]);
        }
        return first;
    }

    /** A card of which a printing is sold under a name, or has one in its own language, with all these words. */
    private Match printed(List<String> words, Optional<String> set) {
        RoaringBitmap all = inSet(index.all(), set);
        for (String word : Set.copyOf(words)) {
            RoaringBitmap fitting = new RoaringBitmap();
            for (TextField field :
                    List.of(TextField.FLAVOR_LETTERS, TextField.PRINTED_LETTERS, TextField.NAME_LETTERS)) {
                fitting.or(index.text(field).containing(word, all, new Budget()));
            }
            all = RoaringBitmap.and(all, fitting);
            if (all.isEmpty()) {
                return new Match.None();
            }
        }
        Map<UUID, RoaringBitmap> cards = new LinkedHashMap<>();
        for (PeekableIntIterator at = all.getIntIterator(); at.hasNext(); ) {
            int position = at.next();
            cards.computeIfAbsent(index.oracleId(position), any -> new RoaringBitmap())
                    .add(position);
        }
        if (cards.isEmpty()) {
            return new Match.None();
        }
        return cards.size() == 1
                ? new Match.One(usual(all).orElseThrow())
                : new Match.Several(cards.values().stream()
                        .limit(MOST_SUGGESTIONS)
                        .map(printings -> index.name(printings.first()))
                        .sorted()
                        .toList());
    }

    private static boolean containsWord(NameTable.Entry entry, String word) {
        return entry.folded().contains(word) || entry.exact().get(0).contains(word);
    }

    /** Without the hidden ones, unless there are no others. */
    private static List<NameTable.Entry> visibleFirst(List<NameTable.Entry> found) {
        List<NameTable.Entry> visible =
                found.stream().filter(entry -> !entry.hidden()).toList();
        return visible.isEmpty() ? found : visible;
    }

    private Match one(List<NameTable.Entry> found, Optional<String> set) {
        return found.size() == 1
                ? new Match.One(printing(found.get(0), set).orElseThrow())
                : new Match.Several(found.stream()
                        .limit(MOST_SUGGESTIONS)
                        .map(NameTable.Entry::name)
                        .toList());
    }

    private Match nearest(List<NameTable.Entry> possible, String letters, List<String> words, Optional<String> set) {
        int best = Integer.MAX_VALUE;
        List<NameTable.Entry> nearest = new ArrayList<>();
        for (NameTable.Entry entry : possible) {
            int distance = distance(entry, letters, words);
            if (distance < best) {
                best = distance;
                nearest.clear();
            }
            if (distance == best && distance < Integer.MAX_VALUE) {
                nearest.add(entry);
            }
        }
        return nearest.isEmpty() ? new Match.None() : one(visibleFirst(nearest), set);
    }

    /** How far a name is from what was typed, as a whole or word by word; very far when it cannot be meant. */
    private static int distance(NameTable.Entry entry, String letters, List<String> words) {
        int least = Integer.MAX_VALUE;
        for (String exact : entry.exact()) {
            int allowed = 1 + Math.max(letters.length(), exact.length()) / 6;
            int distance = EditDistance.between(letters, exact, allowed);
            least = distance <= allowed ? Math.min(least, 2 * distance) : least;
        }
        int byWords = 1;
        for (String word : words) {
            int allowed = word.length() / 4;
            int nearest = Integer.MAX_VALUE;
            for (String other : entry.folded().split(" ")) {
                nearest = other.startsWith(word) ? 0 : Math.min(nearest, EditDistance.between(word, other, allowed));
            }
            if (nearest > allowed) {
                return least;
            }
            byWords += 2 * nearest;
        }
        return Math.min(least, byWords);
    }

    /** Names that begin with what was typed, then those that have it in them, the shortest first. */
    public List<String> suggestions(String typed) {
        String wanted = Folded.exact(typed);
        return wanted.length() < FEWEST_LETTERS ? List.of() : suggester.suggestions(wanted, MOST_SUGGESTIONS);
    }

    /** The printing that an identifier means. */
    public Optional<Integer> identified(CardIdentifier identifier) {
        if (identifier instanceof CardIdentifier.ById by) {
            int position = index.positionOf(by.id());
            return position < 0 ? Optional.empty() : Optional.of(position);
        }
        if (identifier instanceof CardIdentifier.ByOracle by) {
            return usual(index.ofOracle(by.id()));
        }
        if (identifier instanceof CardIdentifier.ByIllustration by) {
            return usual(index.ofIllustration(by.id()));
        }
        if (identifier instanceof CardIdentifier.ByNumber by) {
            return usual(index.ofForeignId(by.kind(), by.id()));
        }
        if (identifier instanceof CardIdentifier.ByName by) {
            return exact(by.name(), by.set().map(code -> code.toLowerCase(Locale.ROOT)));
        }
        CardIdentifier.InSet by = (CardIdentifier.InSet) identifier;
        RoaringBitmap numbered = new RoaringBitmap();
        RoaringBitmap ofSet = index.with(Facet.SET, by.set().toLowerCase(Locale.ROOT));
        for (PeekableIntIterator at = ofSet.getIntIterator(); at.hasNext(); ) {
            int position = at.next();
            if (index.collectorNumber(position).equalsIgnoreCase(by.collectorNumber())) {
                numbered.add(position);
            }
        }
        return usual(numbered);
    }

    private Optional<Integer> printing(NameTable.Entry entry, Optional<String> set) {
        if (set.isEmpty()) {
            return usual(index.ofOracle(index.oracleId(entry.position())));
        }
        return usual(inSet(index.ofOracle(index.oracleId(entry.position())), set));
    }

    private RoaringBitmap inSet(RoaringBitmap printings, Optional<String> set) {
        return set.map(code -> RoaringBitmap.and(printings, index.with(Facet.SET, code)))
                .orElse(printings);
    }

    /** The printing that stands for the others; one that is shown where there is one. */
    Optional<Integer> usual(RoaringBitmap printings) {
        RoaringBitmap shown = RoaringBitmap.andNot(printings, index.hidden());
        int[] preferred = index.preferred(Prefer.DEFAULT);
        List<Integer> all = new ArrayList<>();
        for (PeekableIntIterator at = (shown.isEmpty() ? printings : shown).getIntIterator(); at.hasNext(); ) {
            all.add(at.next());
        }
        return all.stream().min(Comparator.comparingInt(position -> preferred[position]));
    }
}
