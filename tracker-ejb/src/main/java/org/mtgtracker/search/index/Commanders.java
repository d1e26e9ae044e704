package org.mtgtracker.search.index;

import java.util.List;
import org.roaringbitmap.RoaringBitmap;

/** Who may lead a deck by the rules may be banned from it, or not be legal in the format at all. */
final class Commanders {
    private final Facets facets;
    private final RoaringBitmap all;

    Commanders(Facets facets, RoaringBitmap all) {
        this.facets = facets;
        this.all = all;
    }

    /** Takes those out who may not, once it is known what may be played where. */
    void settle() {
        facets.remove(Facet.KIND, "commander", facets.with(Facet.BANNED, "commander"));
        for (String kind : List.of("commander", "duelcommander", "brawler")) {
            facets.remove(Facet.KIND, kind, facets.with(Facet.KIND, "meldresult"));
        }
        onlyLegal("duelcommander", "duel");
        onlyLegal("brawler", "brawl");
        onlyLegal("oathbreaker", "oathbreaker");
        // restricted there: legal in the deck, but not at its head
        facets.remove(Facet.KIND, "duelcommander", facets.with(Facet.RESTRICTED, "duel"));
    }

    /** A file that does not know the format does not tell who is legal in it. */
    private void onlyLegal(String kind, String format) {
        RoaringBitmap legal = facets.with(Facet.PLAYABLE, format);
        if (!legal.isEmpty()) {
            facets.remove(Facet.KIND, kind, RoaringBitmap.andNot(all, legal));
        }
    }
}
