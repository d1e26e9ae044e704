package org.mtgtracker.search.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.roaringbitmap.RoaringBitmap;

/** The printings of every tag, those of the tags under it included. */
final class Tags {
    private final Map<TagFacts.Kind, Map<String, RoaringBitmap>> bySlug = new EnumMap<>(TagFacts.Kind.class);

    /** @param positions the printings of an oracle id or an illustration id, by kind of tag */
    Tags(Collection<TagFacts> tags, Map<TagFacts.Kind, Function<UUID, RoaringBitmap>> positions) {
        for (TagFacts.Kind kind : TagFacts.Kind.values()) {
            List<TagFacts> ofKind =
                    tags.stream().filter(tag -> tag.kind() == kind).toList();
            bySlug.put(kind, new Family(ofKind, positions.get(kind)).bitmaps());
        }
    }

    Map<String, RoaringBitmap> of(TagFacts.Kind kind) {
        return bySlug.get(kind);
    }

    long bytes() {
        return bySlug.values().stream()
                .flatMap(tags -> tags.values().stream())
                .mapToLong(RoaringBitmap::getLongSizeInBytes)
                .sum();
    }

    /** Tags of one kind, by which stands under which. */
    private static final class Family {
        private final Map<String, RoaringBitmap> own = new HashMap<>();
        private final Map<String, List<String>> children = new HashMap<>();
        private final Map<String, RoaringBitmap> whole = new HashMap<>();

        Family(List<TagFacts> tags, Function<UUID, RoaringBitmap> positions) {
            Map<String, String> slugs = new HashMap<>();
            tags.forEach(tag -> slugs.put(tag.id(), tag.slug()));
            for (TagFacts tag : tags) {
                RoaringBitmap tagged = new RoaringBitmap();
                for (UUID id : tag.tagged()) {
                    tagged.or(positions.apply(id));
                }
                own.put(tag.slug(), tagged);
                for (String parent : tag.parents()) {
                    children.computeIfAbsent(slugs.getOrDefault(parent, parent), any -> new ArrayList<>())
                            .add(tag.slug());
                }
            }
        }

        Map<String, RoaringBitmap> bitmaps() {
            own.keySet().forEach(slug -> whole.put(slug, gathered(slug, new HashSet<>())));
            whole.values().forEach(RoaringBitmap::runOptimize);
            return whole;
        }

        /** Tags may stand under each other in a circle; each counts once. */
        private RoaringBitmap gathered(String slug, Set<String> seen) {
            RoaringBitmap all = new RoaringBitmap();
            if (seen.add(slug)) {
                all.or(own.getOrDefault(slug, new RoaringBitmap()));
                for (String child : children.getOrDefault(slug, List.of())) {
                    all.or(gathered(child, seen));
                }
            }
            return all;
        }
    }
}
