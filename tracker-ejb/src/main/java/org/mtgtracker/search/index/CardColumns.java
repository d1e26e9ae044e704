package org.mtgtracker.search.index;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.persistence.boundary.IdTable;
import org.mtgtracker.search.language.Key;
import org.mtgtracker.search.language.ManaCost;
import org.roaringbitmap.RoaringBitmap;

/** The arrays and bitmaps of an index; filled by its builder and not touched afterwards. */
final class CardColumns {
    final long version;
    final int size;
    int arts;
    int[] rulesOf;
    int[] oracleOf;
    int[] artOf;
    int[] rulesStart;
    int[] facesStart;
    int[] released;
    int[] cardNumbers;
    int[] sequence;
    final IdTable ids;
    String[] names;
    String[] collectorNumbers;
    String[] setCodes;
    final IdTable oracleIds;
    int[] oracleStart;
    final Facets facets = new Facets();
    final Map<TextField, TextColumn> texts = new EnumMap<>(TextField.class);
    final Map<Key, NumberColumn> numbers = new EnumMap<>(Key.class);
    final Map<String, ManaCost> costs = new HashMap<>();
    final Illustrations illustrations;
    final ForeignIds foreignIds;
    private final KeyedPositions byNumber;
    Tags tags;
    SetTable sets;
    Rankings rankings;
    NameTable nameTable;
    final RoaringBitmap all;
    RoaringBitmap hidden = new RoaringBitmap();
    RoaringBitmap foreign = new RoaringBitmap();
    /** Cents by type and position, as the cards' own objects tell them. */
    int[][] cents;

    CardColumns(long version, int size) {
        this.version = version;
        this.size = size;
        ids = new IdTable(size);
        oracleIds = new IdTable(size);
        illustrations = new Illustrations(size);
        foreignIds = new ForeignIds(size);
        byNumber = new KeyedPositions(size);
        all = RoaringBitmap.bitmapOfRange(0, size);
    }

    /** Makes the ways from numbers and names to positions. */
    void close() {
        facets.close();
        nameTable = new NameTable(this);
        for (int position = 0; position < size; position++) {
            byNumber.add(cardNumbers[position], position);
        }
        byNumber.close();
    }

    RoaringBitmap ofOracle(UUID id) {
        int oracle = oracleIds.numberOf(id);
        return oracle < 0
                ? new RoaringBitmap()
                : RoaringBitmap.bitmapOfRange(oracleStart[oracle], oracleStart[oracle + 1]);
    }

    PriceColumns prices(CardPrices newer) {
        int[][] merged = new int[cents.length][];
        for (int type = 0; type < cents.length; type++) {
            merged[type] = cents[type].clone();
        }
        for (int place = 0; newer != null && place < newer.size(); place++) {
            int position = byNumber.first(newer.card(place));
            for (int type = 0; position >= 0 && type < cents.length; type++) {
                // one that was never told since is still what the object says
                int cents = newer.cents(place, type);
                merged[type][position] = cents == CardPrices.NONE ? merged[type][position] : cents;
            }
        }
        return PriceColumns.of(merged, oracleOf, keepsakes(), rankings.names(), rankings.defaults());
    }

    private RoaringBitmap keepsakes() {
        return facets.with(Facet.KIND, "memorabilia");
    }

    Map<String, Long> bytes() {
        Map<String, Long> bytes = new LinkedHashMap<>();
        bytes.put("bitmaps", facets.bytes());
        texts.forEach((field, text) -> bytes.put("text." + field.name().toLowerCase(Locale.ROOT), text.bytes()));
        bytes.put(
                "numbers",
                numbers.values().stream().mapToLong(NumberColumn::bytes).sum());
        bytes.put("orders", rankings.bytes());
        bytes.put("tags", tags.bytes());
        bytes.put(
                "ids", ids.bytes() + oracleIds.bytes() + illustrations.bytes() + foreignIds.bytes() + byNumber.bytes());
        return bytes;
    }
}
