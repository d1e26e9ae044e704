package org.mtgtracker.search.index;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Gathers Scryfall objects, in any order, and makes an index of them. Objects are read in batches beside the thread that
 * brings them, and what does not depend on each other is built at once, as far as there are processors.
 */
public final class CardIndexBuilder {
    static final int BATCH = 500;
    /** With more batches waiting, whoever brings the next one reads it. */
    private static final int MOST_WAITING = 4;

    private final CardFactsReader reader = new CardFactsReader();
    private final List<CompletableFuture<List<CardFacts>>> batches = new ArrayList<>();
    private List<Unread> unread = new ArrayList<>();
    private final List<SetFacts> sets = new ArrayList<>();
    private final List<TagFacts> tags = new ArrayList<>();

    /** Takes in a card. */
    public CardIndexBuilder add(int number, byte[] object) {
        unread.add(new Unread(number, requireNonNull(object, "object is null")));
        if (unread.size() == BATCH) {
            readBatch();
        }
        return this;
    }

    private record Unread(int number, byte[] object) {}

    private void readBatch() {
        List<Unread> batch = unread;
        unread = new ArrayList<>(BATCH);
        long waiting = batches.stream().filter(earlier -> !earlier.isDone()).count();
        batches.add(
                waiting < MOST_WAITING
                        ? CompletableFuture.supplyAsync(() -> read(batch))
                        : CompletableFuture.completedFuture(read(batch)));
    }

    private List<CardFacts> read(List<Unread> batch) {
        return batch.stream()
                .map(object -> reader.read(object.number(), object.object()))
                .toList();
    }

    /** Takes in what Scryfall's list tells of a set. */
    public CardIndexBuilder add(SetFacts set) {
        sets.add(requireNonNull(set, "set is null"));
        return this;
    }

    /** Takes in a tag. */
    public CardIndexBuilder add(TagFacts tag) {
        tags.add(requireNonNull(tag, "tag is null"));
        return this;
    }

    /** Makes the index of a catalogue version. */
    public CardIndex build(long version) {
        readBatch();
        List<CardFacts> cards =
                batches.stream().flatMap(batch -> batch.join().stream()).toList();
        batches.clear();
        return new IndexBuilding(version, cards, sets, tags).index();
    }
}
