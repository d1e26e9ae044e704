package org.mtgtracker.pages.catalog;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

/**
 * The drawings of our own that stand for mana and the like, each a path in a square of 16 by 16. The style sheet has the
 * same ones.
 */
enum Glyph {
    WHITE(
            "M8 4.6a3.4 3.4 0 1 0 0 6.8 3.4 3.4 0 0 0 0-6.8zM7.2 1h1.6v2.4H7.2zM7.2 12.6h1.6V15H7.2zM1 7.2h2.4v1.6H1z"
                    + "M12.6 7.2H15v1.6h-2.4zM2.5 3.6l1.1-1.1 1.7 1.7-1.1 1.1zM10.7 11.8l1.1-1.1 1.7 1.7-1.1 1.1z"
                    + "M3.6 13.5l-1.1-1.1 1.7-1.7 1.1 1.1zM11.8 5.3l-1.1-1.1 1.7-1.7 1.1 1.1z",
            "#f7f0d2",
            "#4a3f14"),
    BLUE("M8 1.2C11 5.4 12.8 7.8 12.8 10.2a4.8 4.8 0 0 1-9.6 0C3.2 7.8 5 5.4 8 1.2z", "#a9d4ee", "#0c3350"),
    BLACK(
            "M8 1.5c-3.6 0-6 2.4-6 5.4 0 2 1 3.4 2.4 4.2v2.2c0 .7.5 1.2 1.2 1.2h4.8c.7 0 1.2-.5 1.2-1.2v-2.2"
                    + "C13 10.3 14 8.9 14 6.9c0-3-2.4-5.4-6-5.4zM5.6 6a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2z"
                    + "M10.4 6a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2z",
            "#c4bcb9",
            "#241f1e"),
    RED(
            "M8.6 1c.4 2.6-3.9 4.6-3.9 8.4 0 .9.2 1.6.6 2.2-1.6-.6-2.3-2-2.3-3.4-1.2 3.6 1.2 6.8 5 6.8s5.6-2.6"
                    + " 5.2-5.6c-.3-2-1.4-2.8-1.7-4.4-.6.6-.9 1.4-.8 2.3C9.9 5.6 10.6 3 8.6 1z",
            "#f2a78d",
            "#551408"),
    GREEN(
            "M8 1C4.8 1 2.6 3.3 2.6 5.9c0 2.7 2 4.6 4.6 4.9V15h1.6v-4.2c2.6-.3 4.6-2.2 4.6-4.9C13.4 3.3 11.2 1 8 1z",
            "#a3d3ae",
            "#0b3818"),
    COLORLESS("M8 1L13 8 8 15 3 8zM8 4.8L5.7 8 8 11.2 10.3 8z", "#cfcac4", "#2c2823"),
    SNOW(
            "M7.3 1h1.4v4.8l4.1-2.4.7 1.2L9.4 7l4.1 2.4-.7 1.2-4.1-2.4V15H7.3V8.2l-4.1 2.4-.7-1.2L6.6 7 2.5 4.6"
                    + "l.7-1.2 4.1 2.4z",
            "#d6e6ee",
            "#173242"),
    TAP("M3 11.5C3 7.6 5.9 5 9.4 5.1V2.2L14 6.6 9.4 11V8C7 7.9 5.2 9.3 5.2 11.5z", "#d3cfc8", "#26231f"),
    UNTAP("M13 4.5C13 8.4 10.1 11 6.6 10.9V13.8L2 9.4 6.6 5V8C9 8.1 10.8 6.7 10.8 4.5z", "#3a3632", "#efece6"),
    ENERGY("M9.5 1L3.5 9H7l-1 6 6.5-8.5H9z", "#d3cfc8", "#26231f"),
    PHYREXIAN(
            "M7.3 1h1.4v2.1a5 5 0 0 1 0 9.8V15H7.3v-2.1a5 5 0 0 1 0-9.8zM7.3 4.7a3.4 3.4 0 0 0 0 6.6z"
                    + "M8.7 4.7v6.6a3.4 3.4 0 0 0 0-6.6z",
            "#d3cfc8",
            "#26231f");

    private final String path;
    private final String disc;
    private final String ink;

    Glyph(String path, String disc, String ink) {
        this.path = requireNonNull(path, "path is null");
        this.disc = requireNonNull(disc, "disc is null");
        this.ink = requireNonNull(ink, "ink is null");
    }

    /** By the word that a symbol's style class ends with. */
    static Optional<Glyph> of(String word) {
        try {
            return Optional.of(valueOf(word.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String path() {
        return path;
    }

    /** The colour of the disc that it stands on. */
    String disc() {
        return disc;
    }

    String ink() {
        return ink;
    }
}
