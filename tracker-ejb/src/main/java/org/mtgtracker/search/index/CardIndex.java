package org.mtgtracker.search.index;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.search.boundary.Order;
import org.mtgtracker.search.boundary.Prefer;
import org.mtgtracker.search.language.Key;
import org.mtgtracker.search.language.ManaCost;
import org.roaringbitmap.RoaringBitmap;

/**
 * All cards of one catalogue version. Immutable; a printing is known by its position, and the printings of one oracle
 * card have positions side by side.
 */
public final class CardIndex {
    /** What a pod searches in before any catalogue was imported. */
    public static final CardIndex EMPTY = new CardIndexBuilder().build(0);

    private final CardColumns columns;
    private final PriceColumns prices;

    CardIndex(CardColumns columns, PriceColumns prices) {
        this.columns = requireNonNull(columns, "columns is null");
        this.prices = requireNonNull(prices, "prices is null");
    }

    /** The catalogue version that this was built from; 0 for none. */
    public long version() {
        return columns.version;
    }

    /** Tells prices apart: indexes of one version with the same stamp answer alike. */
    public String priceStamp() {
        return prices.stamp();
    }

    /** How many printings there are. */
    public int printings() {
        return columns.size;
    }

    /** How many oracle cards there are. */
    public int cards() {
        return columns.oracleIds.size();
    }

    /** The bitmaps of a facet by value. */
    public Map<String, RoaringBitmap> facet(Facet facet) {
        return Collections.unmodifiableMap(columns.facets.of(facet));
    }

    /** The printings with a value of a facet; none for a value that none has. Not to be changed. */
    public RoaringBitmap with(Facet facet, String value) {
        return columns.facets.of(facet).getOrDefault(value, new RoaringBitmap());
    }

    /** The mana costs of all faces, by how they are written in {@link Facet#MANA_COST}. */
    public Map<String, ManaCost> costs() {
        return Collections.unmodifiableMap(columns.costs);
    }

    public TextColumn text(TextField field) {
        return columns.texts.get(field);
    }

    /** The column of a key of numbers. */
    public NumberColumn numbers(Key key) {
        return requireNonNull(columns.numbers.get(key), "not a key of numbers");
    }

    public PriceColumns prices() {
        return prices;
    }

    /** The printings of all tags of a kind, by slug. */
    public Map<String, RoaringBitmap> tags(TagFacts.Kind kind) {
        return Collections.unmodifiableMap(columns.tags.of(kind));
    }

    /** The set with a code. */
    public Optional<SetFacts> set(String code) {
        return Optional.ofNullable(columns.sets.get(code));
    }

    public Collection<SetFacts> sets() {
        return columns.sets.all();
    }

    /** Days of the epoch by position. */
    public int[] released() {
        return columns.released;
    }

    /** The oracle card of each position. */
    public int[] oracleOf() {
        return columns.oracleOf;
    }

    /** The illustration of each position; those of one oracle card have numbers of their own. */
    public int[] artOf() {
        return columns.artOf;
    }

    /** How many different illustrations {@link #artOf} names. */
    public int arts() {
        return columns.arts;
    }

    /** The rules of each position: printings that tell the same rules share them. */
    public int[] rulesOf() {
        return columns.rulesOf;
    }

    /** The first position of each of the rules, and behind the last the number of positions. */
    public int[] rulesStart() {
        return columns.rulesStart;
    }

    /** The first face of each of the rules, and behind the last the number of faces. */
    public int[] facesStart() {
        return columns.facesStart;
    }

    /** All printings. */
    public RoaringBitmap all() {
        return columns.all;
    }

    /** Printings that a search does not show unless it is asked for them: extras, and jokes. */
    public RoaringBitmap hidden() {
        return columns.hidden;
    }

    /** Printings in another language of which there is one in English. */
    public RoaringBitmap foreign() {
        return columns.foreign;
    }

    /** What a printing is sorted by. */
    public SortKey sortKey(Order order, int position) {
        return new SortKeys(this, columns).of(order, position);
    }

    public Ranking order(Order order, boolean descending) {
        return prices.orders(order) ? prices.order(order, descending) : columns.rankings.order(order, descending);
    }

    /** The ranks by which the printing is chosen that stands for its card: the lowest is. */
    public int[] preferred(Prefer prefer) {
        int[] byPrice = prices.preferred(prefer);
        return byPrice != null ? byPrice : columns.rankings.preferred(prefer);
    }

    public UUID id(int position) {
        return columns.ids.id(position);
    }

    /** The card's number in the catalogue. */
    public int number(int position) {
        return columns.cardNumbers[position];
    }

    /** How many cards were added before this one when the index was built. */
    public int sequence(int position) {
        return columns.sequence[position];
    }

    /** The printing with a Scryfall id; -1 when there is none. */
    public int positionOf(UUID id) {
        return columns.ids.numberOf(id);
    }

    /** The name as it is printed on the cards, faces joined by {@code //}. */
    public String name(int position) {
        return columns.names[columns.rulesOf[position]];
    }

    /** The names that a card can be asked for by. */
    public NameTable nameTable() {
        return columns.nameTable;
    }

    public UUID oracleId(int position) {
        return columns.oracleIds.id(columns.oracleOf[position]);
    }

    /** The printings of an oracle card. */
    public RoaringBitmap ofOracle(UUID oracle) {
        return columns.ofOracle(oracle);
    }

    /** The printings with an illustration. */
    public RoaringBitmap ofIllustration(UUID illustration) {
        return columns.illustrations.of(illustration);
    }

    /** The printings with an id of another shop or game: mtgo, multiverse, arena, tcgplayer, cardmarket. */
    public RoaringBitmap ofForeignId(String kind, int id) {
        return columns.foreignIds.of(kind, id);
    }

    /** The collector number as it is printed. */
    public String collectorNumber(int position) {
        return columns.collectorNumbers[position];
    }

    /** The same cards at other prices; cards that the prices do not have keep theirs. */
    public CardIndex withPrices(CardPrices newer) {
        return new CardIndex(columns, columns.prices(newer));
    }

    /** Bytes of memory by structure, as far as they can be counted. */
    public Map<String, Long> bytes() {
        Map<String, Long> bytes = new LinkedHashMap<>(columns.bytes());
        bytes.put("prices", prices.bytes());
        return bytes;
    }
}
