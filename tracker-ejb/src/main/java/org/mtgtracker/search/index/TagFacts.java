package org.mtgtracker.search.index;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A tag and what is tagged with it.
 *
 * @param id Scryfall's, by which children name their parents
 * @param parents ids of the tags that it is under
 * @param tagged oracle ids, or illustration ids
 */
public record TagFacts(Kind kind, String slug, String id, List<String> parents, List<UUID> tagged) {
    /** What tags are given to. */
    public enum Kind {
        ORACLE,
        ART;

        /** As the list of such tags is called in the catalogue. */
        public String list() {
            return name().toLowerCase(Locale.ROOT) + "_tag";
        }
    }

    public TagFacts {
        requireNonNull(kind, "kind is null");
        requireNonNull(slug, "slug is null");
        parents = List.copyOf(parents);
        tagged = List.copyOf(tagged);
    }
}
