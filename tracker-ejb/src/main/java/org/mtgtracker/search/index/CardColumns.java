package org.mtgtracker.search.index;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.mtgtracker.catalog.boundary.CardPrices;
import org.mtgtracker.search.language.Key;
import org.mtgtracker.search.language.ManaCost;
import org.roaringbitmap.RoaringBitmap;

/** The arrays and bitmaps of an index; filled by its builder and not touched afterwards. */
final class CardColumns {
    private static final int BYTES_OF_AN_ENTRY = 120;

    final long version;
    final int size;
    int oracles;
    int arts;
    int[] rulesOf;
    int[] oracleOf;
    int[] artOf;
    int[] rulesStart;
    int[] facesStart;
    int[] released;
    int[] cardNumbers;
    int[] sequence;
    long[] ids;
    String[] names;
    String[] collectorNumbers;
    UUID[] oracleIds;
    final Facets facets = new Facets();
    final Map<TextField, TextColumn> texts = new EnumMap<>(TextField.class);
    final Map<Key, NumberColumn> numbers = new EnumMap<>(Key.class);
    final Map<String, ManaCost> costs = new HashMap<>();
    final Map<UUID, RoaringBitmap> byIllustration = new HashMap<>();
    final ForeignIds foreignIds = new ForeignIds();
    Tags tags;
    SetTable sets;
    Rankings rankings;
    NameTable nameTable;
    final RoaringBitmap all;
    RoaringBitmap hidden = new RoaringBitmap();
    RoaringBitmap foreign = new RoaringBitmap();
    /** Cents by type and position, as the cards' own objects tell them. */
    int[][] cents;

    private Integer[] byId;
    private Map<Integer, Integer> byNumber;
    private Map<UUID, Integer> oracleNumbers;

    CardColumns(long version, int size) {
        this.version = version;
        this.size = size;
        all = RoaringBitmap.bitmapOfRange(0, size);
    }

    /** Makes the ways from ids to positions. */
    void close() {
        facets.close();
        foreignIds.close();
        nameTable = new NameTable(this);
        byId = new Integer[size];
        byNumber = new HashMap<>(size * 2);
        for (int position = 0; position < size; position++) {
            byId[position] = position;
            byNumber.put(cardNumbers[position], position);
        }
        Arrays.parallelSort(byId, (one, other) -> compare(one, ids[2 * other], ids[2 * other + 1]));
        oracleNumbers = new HashMap<>(oracles * 2);
        for (int oracle = 0; oracle < oracles; oracle++) {
            oracleNumbers.put(oracleIds[oracle], oracle);
        }
    }

    int positionOf(UUID id) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int compared = compare(byId[middle], id.getMostSignificantBits(), id.getLeastSignificantBits());
            if (compared == 0) {
                return byId[middle];
            }
            if (compared < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    private int compare(int position, long high, long low) {
        int first = Long.compare(ids[2 * position], high);
        return first != 0 ? first : Long.compare(ids[2 * position + 1], low);
    }

    RoaringBitmap ofOracle(UUID id) {
        Integer oracle = oracleNumbers.get(id);
        RoaringBitmap positions = new RoaringBitmap();
        if (oracle != null) {
            int from = Arrays.binarySearch(oracleOf, oracle);
            while (from > 0 && oracleOf[from - 1] == oracle) {
                from--;
            }
            for (int at = from; at < size && oracleOf[at] == oracle; at++) {
                positions.add(at);
            }
        }
        return positions;
    }

    PriceColumns prices(CardPrices newer) {
        int[][] merged = new int[cents.length][];
        for (int type = 0; type < cents.length; type++) {
            merged[type] = cents[type].clone();
        }
        for (int place = 0; newer != null && place < newer.size(); place++) {
            Integer position = byNumber.get(newer.card(place));
            for (int type = 0; position != null && type < cents.length; type++) {
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
                "ids", size * (16L + 40 + 48) + foreignIds.bytes() + BYTES_OF_AN_ENTRY * (long) byIllustration.size());
        return bytes;
    }
}
