package org.mtgtracker.search.index;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/** All bitmaps of an index, by facet and value. */
final class Facets {
    private static final int BYTES_OF_AN_ENTRY = 120;

    private final Map<Facet, Map<String, RoaringBitmap>> values = new EnumMap<>(Facet.class);

    Facets() {
        for (Facet facet : Facet.values()) {
            values.put(facet, new HashMap<>());
        }
    }

    void add(Facet facet, String value, int position) {
        values.get(facet).computeIfAbsent(value, any -> new RoaringBitmap()).add(position);
    }

    /** Adds all positions from one to before another. */
    void add(Facet facet, String value, int from, int to) {
        if (to - from == 1) {
            add(facet, value, from);
        } else {
            values.get(facet).computeIfAbsent(value, any -> new RoaringBitmap()).add((long) from, to);
        }
    }

    void add(Facet facet, String value, RoaringBitmap positions) {
        values.get(facet).computeIfAbsent(value, any -> new RoaringBitmap()).or(positions);
    }

    RoaringBitmap with(Facet facet, String value) {
        return values.get(facet).getOrDefault(value, new RoaringBitmap());
    }

    void remove(Facet facet, String value, RoaringBitmap positions) {
        RoaringBitmap left = values.get(facet).get(value);
        if (left != null) {
            left.andNot(positions);
        }
    }

    Map<String, RoaringBitmap> of(Facet facet) {
        return values.get(facet);
    }

    /** Makes them as small as they get; nothing may be added afterwards. */
    void close() {
        values.values().forEach(facet -> facet.values().forEach(bitmap -> {
            bitmap.runOptimize();
            bitmap.trim();
        }));
    }

    long bytes() {
        return values.values().stream()
                .flatMap(facet -> facet.values().stream())
                .mapToLong(bitmap -> bitmap.getLongSizeInBytes() + BYTES_OF_AN_ENTRY)
                .sum();
    }
}
