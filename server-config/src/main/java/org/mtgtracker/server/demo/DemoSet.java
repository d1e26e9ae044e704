package org.mtgtracker.server.demo;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An invented set: when it came out, what it looks like, and what it is filled with.
 *
 * @param code Scryfall's kind of code, none that a real set has
 * @param type one of Scryfall's set types
 * @param newCards how many cards appear in it for the first time, basic lands and tokens not counted
 * @param reprints how many cards of earlier sets it brings back
 * @param layout the two-faced layout it specializes in, or {@code normal}
 * @param twoFaced how many of its new cards have that layout
 */
record DemoSet(
        UUID id,
        String code,
        String name,
        String type,
        LocalDate released,
        String frame,
        List<String> games,
        int newCards,
        int reprints,
        String layout,
        int twoFaced) {

    DemoSet {
        requireNonNull(id, "id is null");
        requireNonNull(code, "code is null");
        games = List.copyOf(games);
    }

    /** Whether this is one of the sets that are opened in boosters. */
    boolean isMain() {
        return type.equals("expansion") || type.equals("core");
    }

    boolean isDigital() {
        return !games.contains("paper");
    }

    boolean isFunny() {
        return type.equals("funny");
    }

    boolean isRecent() {
        return released.getYear() >= 2021;
    }

    String borderColour() {
        return isFunny() ? "silver" : "black";
    }

    /** How likely it is that a cost of one colour is Phyrexian. */
    double phyrexian() {
        return code.equals("nhw") ? 0.12 : 0;
    }

    /** How likely it is that a cost of one colour is made of symbols like {@code {2/R}}. */
    double twobrid() {
        return code.equals("ebw") ? 0.12 : 0;
    }
}
