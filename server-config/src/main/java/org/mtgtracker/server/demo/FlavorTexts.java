package org.mtgtracker.server.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds a card something to say, where its rules text leaves room. */
final class FlavorTexts {
    private static final int ROOM = 170;

    private final WordLists lines = WordLists.ofLines("flavor.txt");
    private final DemoNames names;

    FlavorTexts(DemoNames names) {
        this.names = names;
    }

    /** One text for each face, empty where there is none. */
    List<String> of(OracleCard card, Look look, Dice dice) {
        List<String> texts = new ArrayList<>();
        for (Face face : card.faces()) {
            boolean room = face.oracleText().length() < ROOM && look != Look.TEXTLESS;
            boolean silent = card.isBasicLand()
                    || card.isExtra()
                    || face.is("Saga")
                    || face.is("Planeswalker")
                    || card.isTwoFaced() && !card.turnsOver() && !texts.isEmpty();
            texts.add(room && !silent && dice.chance(0.75) ? text(card, face, dice) : "");
        }
        return texts;
    }

    private String text(OracleCard card, Face face, Dice dice) {
        Set<Colour> colours = face.colours();
        String letter = colours.isEmpty()
                ? Colour.NONE
                : dice.pick(List.copyOf(colours)).letter();
        return dice.pick(lines.of(letter))
                .replace("<place>", names.place(card.home(), dice))
                .replace("<given>", names.given(dice));
    }
}
