package org.mtgtracker.search.index;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.UUID;
import org.mtgtracker.search.boundary.Order;

/**
 * Everything that a printing is sorted by in one order. Its place among the printings of any catalogue can be told from
 * it, whether or not that catalogue has the printing.
 *
 * @param value what the order is by, where that is a number; {@link Ranking#LAST} for one that is last either way
 * @param text what the order is by, where that is a text; else empty
 * @param name the folded name
 * @param released day of the epoch
 * @param number of the collector, as {@link CollectorNumber#value} has it
 */
public record SortKey(
        long value, String text, String name, UUID oracle, int released, String set, float number, UUID id) {
    private static final Comparator<SortKey> BY_CARD =
            Comparator.comparing(SortKey::name).thenComparing(SortKey::oracle);
    private static final Comparator<SortKey> NEWEST = Comparator.comparingInt(SortKey::released)
            .reversed()
            .thenComparing(SortKey::set)
            .thenComparingDouble(SortKey::number)
            .thenComparing(SortKey::id);
    private static final Comparator<SortKey> BY_SET =
            Comparator.comparing(SortKey::set).thenComparingDouble(SortKey::number);

    public SortKey {
        requireNonNull(text, "text is null");
        requireNonNull(name, "name is null");
        requireNonNull(oracle, "oracle is null");
        requireNonNull(set, "set is null");
        requireNonNull(id, "id is null");
    }

    /**
     * How keys of an order stand to each other.
     *
     * @param cards true when all printings of a card are one where the order does not tell them apart
     */
    public static Comparator<SortKey> comparator(Order order, boolean descending, boolean cards) {
        Comparator<SortKey> byCard = cards ? BY_CARD : BY_CARD.thenComparing(NEWEST);
        return switch (order) {
            case NAME ->
                descending ? Comparator.comparing(SortKey::name).reversed().thenComparing(byCard) : byCard;
            case SET -> descending ? BY_SET.thenComparing(byCard).reversed() : BY_SET.thenComparing(byCard);
            case SPOILED -> byValue(descending).thenComparing(BY_SET).thenComparing(byCard);
            default -> byValue(descending).thenComparing(byCard);
        };
    }

    private static Comparator<SortKey> byValue(boolean descending) {
        Comparator<SortKey> last = Comparator.comparing(key -> key.value == Ranking.LAST);
        Comparator<SortKey> value = Comparator.comparingLong(SortKey::value).thenComparing(SortKey::text);
        return last.thenComparing(descending ? value.reversed() : value);
    }
}
