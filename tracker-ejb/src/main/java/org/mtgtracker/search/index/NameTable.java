package org.mtgtracker.search.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every name of a card that can be asked for by name, with its readings; hidden cards behind all others. */
public final class NameTable {
    private final List<Entry> entries;

    /**
     * A name and the card that has it.
     *
     * @param name as printed; of a card with two faces the whole name
     * @param folded its first reading
     * @param exact its letters and digits alone, of the whole name and of each face
     * @param position a printing of the card
     */
    public record Entry(String name, String folded, List<String> exact, int position, boolean hidden) {
        public Entry {
            exact = List.copyOf(exact);
        }
    }

    NameTable(CardColumns columns) {
        Map<String, Entry> byName = new HashMap<>();
        for (int rules = 0; rules < columns.names.length; rules++) {
            String name = columns.names[rules];
            int position = columns.rulesStart[rules];
            boolean hidden = allHidden(columns, rules);
            Entry known = byName.get(name);
            if (known == null || known.hidden() && !hidden) {
                List<String> exact = new ArrayList<>();
                exact.add(Folded.exact(name));
                for (String face : name.split(Folded.FACES)) {
                    exact.add(Folded.exact(face));
                }
                byName.put(name, new Entry(name, Folded.sortKey(name), exact, position, hidden));
            }
        }
        entries = byName.values().stream()
                .sorted(Comparator.comparing(Entry::hidden).thenComparing(Entry::folded))
                .toList();
    }

    private static boolean allHidden(CardColumns columns, int rules) {
        for (int at = columns.rulesStart[rules]; at < columns.rulesStart[rules + 1]; at++) {
            if (!columns.hidden.contains(at)) {
                return false;
            }
        }
        return true;
    }

    /** By name, hidden cards last. */
    public List<Entry> entries() {
        return entries;
    }
}
