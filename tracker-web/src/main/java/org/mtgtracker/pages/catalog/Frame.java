package org.mtgtracker.pages.catalog;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/** The colours of a drawn card. */
enum Frame {
    WHITE("#d8c794", "#f8f2dc", "#b39a55", "#5b4a1c", "#fff3c0"),
    BLUE("#4f86ad", "#dbe9f2", "#3d6f96", "#163a57", "#bfe6ff"),
    BLACK("#5d5555", "#dad4d2", "#4a4344", "#1d191a", "#c9a6d8"),
    RED("#b5583b", "#f3ddd3", "#a04a31", "#4f1a0c", "#ffd08a"),
    GREEN("#54875b", "#dcebdc", "#43744a", "#173a1d", "#d9f5a0"),
    GOLD("#c3a24a", "#f4e9c6", "#9a7b2c", "#4b380d", "#fff0b0"),
    COLORLESS("#9a958d", "#e8e5df", "#7d7870", "#35312c", "#f5e6c4");

    private final String edge;
    private final String pale;
    private final String deep;
    private final String ink;
    private final String glow;

    Frame(String edge, String pale, String deep, String ink, String glow) {
        this.edge = requireNonNull(edge, "edge is null");
        this.pale = requireNonNull(pale, "pale is null");
        this.deep = requireNonNull(deep, "deep is null");
        this.ink = requireNonNull(ink, "ink is null");
        this.glow = requireNonNull(glow, "glow is null");
    }

    /** By the style class of a face. */
    static Frame of(FaceView face) {
        return valueOf(face.frame().substring(face.frame().indexOf('-') + 1).toUpperCase(Locale.ROOT));
    }

    String edge() {
        return edge;
    }

    /** What texts stand on. */
    String pale() {
        return pale;
    }

    String deep() {
        return deep;
    }

    String ink() {
        return ink;
    }

    String glow() {
        return glow;
    }
}
