package org.mtgtracker.search.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sets of a catalogue, by code, with what Scryfall's list or, without one, our own table of older sets tells. */
final class SetTable {
    private static final String OLDER_SETS = "sets.txt";

    private final Map<String, SetFacts> byCode = new TreeMap<>();
    private final Map<String, String> types = new HashMap<>();
    private final Map<String, String[]> blocks = new HashMap<>();

    SetTable(Collection<SetFacts> told) {
        readOlder();
        told.forEach(set -> byCode.put(set.code(), set));
    }

    /** Takes in the set of a printing that the list does not have. */
    void meet(CardFacts card) {
        SetFacts known = byCode.get(card.set());
        if (known == null) {
            byCode.put(card.set(), derived(card));
        } else if (known.released() == CardFacts.NO_DAY || known.released() > card.released()) {
            if (card.released() != CardFacts.NO_DAY) {
                byCode.put(card.set(), earlier(known, card.released()));
            }
        }
    }

    SetFacts get(String code) {
        return byCode.get(code);
    }

    Collection<SetFacts> all() {
        return byCode.values();
    }

    private static SetFacts earlier(SetFacts set, int day) {
        return new SetFacts(set.code(), set.name(), set.type(), set.blockCode(), set.block(), set.parent(), day);
    }

    private SetFacts derived(CardFacts card) {
        String code = card.set();
        String[] block = blocks.getOrDefault(code, new String[] {"", ""});
        String type = card.setType().isEmpty() ? types.getOrDefault(code, "promo") : card.setType();
        return new SetFacts(code, card.setName(), type, block[0], block[1], parent(code), card.released());
    }

    /** Promos, tokens and oversized cards of a set have its code behind a letter. */
    private String parent(String code) {
        String rest = code.length() > 3 ? code.substring(1) : "";
        return "ptom".indexOf(code.charAt(0)) >= 0 && types.containsKey(rest) ? rest : "";
    }

    private void readOlder() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(SetTable.class.getResourceAsStream(OLDER_SETS), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    read(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The table of older sets cannot be read", e);
        }
    }

    private void read(String line) {
        int colon = line.indexOf(": ");
        String[] words = line.substring(0, colon).split(" ", 3);
        for (String code : List.of(line.substring(colon + 2).split(" "))) {
            if (words[0].equals("type")) {
                types.put(code, words[1]);
            } else {
                blocks.put(code, new String[] {words[1], words[2]});
            }
        }
    }
}
