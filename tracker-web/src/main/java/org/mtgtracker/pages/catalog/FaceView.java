package org.mtgtracker.pages.catalog;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One face of a card as a page shows it. What a face does not have is an empty text or an empty list.
 *
 * @param oracleText its paragraphs
 * @param stats power and toughness, loyalty or defense, as one speaks of them: {@code 3/3}, {@code Loyalty 4}
 * @param flavor its paragraphs
 * @param frame the style class of its colour, for the drawing that stands in for a missing picture
 */
public record FaceView(
        String name,
        List<Piece> manaCost,
        String typeLine,
        List<List<Piece>> oracleText,
        String stats,
        List<String> flavor,
        String artist,
        String frame) {

    public FaceView {
        requireNonNull(name, "name is null");
        manaCost = List.copyOf(manaCost);
        requireNonNull(typeLine, "typeLine is null");
        oracleText = List.copyOf(oracleText);
        requireNonNull(stats, "stats is null");
        flavor = List.copyOf(flavor);
        requireNonNull(artist, "artist is null");
        requireNonNull(frame, "frame is null");
    }
}
