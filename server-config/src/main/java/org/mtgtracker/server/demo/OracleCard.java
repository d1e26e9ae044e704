package org.mtgtracker.server.demo;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What all printings of a card share. What follows from its faces (colours, identity, mana value, produced mana) is
 * reckoned from them.
 *
 * @param layout one of Scryfall's layouts
 * @param fame how sought after it is, from 0 to 1
 * @param home the set it appeared in first
 */
record OracleCard(UUID id, String layout, List<Face> faces, Rarity rarity, double fame, DemoSet home) {
    private static final Pattern ADDS_MANA = Pattern.compile("[Aa]dd [^.\"]*");
    private static final Pattern MANA = Pattern.compile("\\{([WUBRGC])}");

    OracleCard {
        requireNonNull(id, "id is null");
        requireNonNull(layout, "layout is null");
        faces = List.copyOf(faces);
    }

    Face front() {
        return faces.get(0);
    }

    boolean isTwoFaced() {
        return faces.size() > 1;
    }

    /** Whether the card has two sides, and not two halves on one side. */
    boolean turnsOver() {
        return layout.equals("transform") || layout.equals("modal_dfc") || layout.equals("double_faced_token");
    }

    /** Whether it is a token or emblem, no card of a deck. */
    boolean isExtra() {
        return layout.equals("token") || layout.equals("emblem") || layout.equals("double_faced_token");
    }

    boolean isBasicLand() {
        return front().is("Basic Land");
    }

    boolean isLand() {
        return front().is("Land");
    }

    boolean isLegendary() {
        return front().is("Legendary");
    }

    String name() {
        return joined(faces.stream().map(Face::name).toList());
    }

    String typeLine() {
        return joined(faces.stream().map(Face::typeLine).toList());
    }

    /** The cost of all halves that have one. */
    String manaCost() {
        return joined(faces.stream()
                .map(Face::manaCost)
                .filter(cost -> !cost.isEmpty())
                .toList());
    }

    private static String joined(List<String> parts) {
        return String.join(" // ", parts);
    }

    BigDecimal manaValue() {
        return ManaCost.value(layout.equals("split") ? manaCost() : front().manaCost());
    }

    Set<Colour> colours() {
        Set<Colour> colours = EnumSet.noneOf(Colour.class);
        for (Face face : layout.equals("split") ? faces : faces.subList(0, 1)) {
            colours.addAll(face.colours());
        }
        return colours;
    }

    /** CR 903.4: the colours of the card and of the mana symbols in its text, reminders left out. */
    Set<Colour> identity() {
        Set<Colour> identity = EnumSet.noneOf(Colour.class);
        for (Face face : faces) {
            identity.addAll(face.colours());
            identity.addAll(ManaCost.colours(Abilities.withoutReminders(face.oracleText())));
            for (Colour colour : Colour.values()) {
                if (face.is("Land") && face.is(colour.landType())) {
                    identity.add(colour);
                }
            }
        }
        return identity;
    }

    List<String> keywords() {
        Set<String> keywords = new LinkedHashSet<>();
        faces.forEach(face -> keywords.addAll(face.keywords()));
        return List.copyOf(keywords);
    }

    /** The letters of the mana it can make, in Scryfall's order; none when it makes none. */
    List<String> producedMana() {
        Set<String> letters = new LinkedHashSet<>();
        for (Face face : faces) {
            Matcher adding = ADDS_MANA.matcher(face.oracleText());
            while (adding.find()) {
                if (adding.group().contains("mana of any color")) {
                    letters.addAll(Colour.letters(Arrays.asList(Colour.values())));
                }
                letters.addAll(MANA.matcher(adding.group())
                        .results()
                        .map(symbol -> symbol.group(1))
                        .collect(Collectors.toList()));
            }
        }
        return letters.stream().sorted().toList();
    }
}
