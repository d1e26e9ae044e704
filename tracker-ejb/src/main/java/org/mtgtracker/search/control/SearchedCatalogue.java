package org.mtgtracker.search.control;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.search.boundary.WordList;
import org.mtgtracker.search.engine.Names;
import org.mtgtracker.search.engine.Searcher;
import org.mtgtracker.search.index.CardIndex;

/** One catalogue version as it is searched: its index, what answers from it, and the objects of its cards. */
public final class SearchedCatalogue {
    private final CardIndex index;
    private final Searcher searcher;
    private final Names names;
    private final Optional<ObjectFile> objects;
    private final Clock clock;
    private final String state;
    private final WordLists words = new WordLists(this);

    /** @param objects in the order in which the cards were added to the index; empty when there are none */
    public SearchedCatalogue(CardIndex index, Optional<ObjectFile> objects, Clock clock) {
        this.index = requireNonNull(index, "index is null");
        this.objects = requireNonNull(objects, "objects is null");
        this.clock = requireNonNull(clock, "clock is null");
        searcher = new Searcher(index, clock);
        names = new Names(index);
        state = index.version() + "-" + index.priceStamp();
    }

    /** The same for catalogues that give the same answers. */
    public String state() {
        return state;
    }

    public CardIndex index() {
        return index;
    }

    public Searcher searcher() {
        return searcher;
    }

    public Names names() {
        return names;
    }

    /** The words of one kind, in order. */
    public List<String> words(WordList list) {
        return words.of(list);
    }

    /** The Scryfall object of the printing at a position. */
    public ByteBuffer object(int position) {
        return objects.orElseThrow().object(index.sequence(position));
    }

    /** How many bytes the objects have, which lie in a file and not on the heap. */
    public long objectBytes() {
        return objects.map(ObjectFile::bytes).orElse(0L);
    }

    /** The same catalogue at other prices. */
    SearchedCatalogue withPrices(CardPrices prices) {
        return new SearchedCatalogue(index.withPrices(prices), objects, clock);
    }

    /** Gives the file of objects up. */
    void close() {
        objects.ifPresent(ObjectFile::close);
    }
}
