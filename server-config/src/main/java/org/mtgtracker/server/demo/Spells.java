package org.mtgtracker.server.demo;

import java.util.List;

/** Makes instants and sorceries. */
final class Spells {
    private final DemoNames names;
    private final RulesText rules;

    Spells(DemoNames names, RulesText rules) {
        this.names = names;
        this.rules = rules;
    }

    /** What is printed in {@code rules.txt}: {@code kind|smallest-largest|speed|text}. */
    private record Line(String kind, int smallest, int largest, String speed, String text) {
        static Line of(String[] fields) {
            int dash = fields[1].indexOf('-');
            return new Line(
                    fields[0],
                    Integer.parseInt(fields[1].substring(0, dash)),
                    Integer.parseInt(fields[1].substring(dash + 1)),
                    fields[2],
                    fields[3]);
        }
    }

    /** A spell of the outline's colours; its mana value is what the effect is worth, near the outline's. */
    Face make(Outline outline) {
        return make(outline, "", "");
    }

    /**
     * A spell that is one half of a card.
     *
     * @param name its name, empty for one that suits its effect
     * @param subtype what stands behind the dash, or empty
     */
    Face make(Outline wanted, String name, String subtype) {
        Dice dice = wanted.dice();
        String letter = wanted.letter();
        List<Line> all = rules.fields("spell." + letter).stream().map(Line::of).toList();
        List<Line> near = all.stream()
                .filter(line -> line.smallest <= wanted.manaValue() && wanted.manaValue() <= line.largest)
                .toList();
        Line line = dice.pick(near.isEmpty() ? all : near);
        boolean rider = subtype.isEmpty()
                && name.isEmpty()
                && dice.chance(wanted.colours().size() > 1 ? 1 : 0.45);
        int manaValue =
                Math.max(line.smallest, Math.min(line.largest, wanted.manaValue())) + (rider ? dice.below(2) : 0);
        Outline outline = wanted.with(manaValue);
        String called = name.isEmpty() ? names.spell(outline, line.kind) : names.claim(name);
        String text = RulesText.capitalized(rules.filled(line.text, outline, called));
        if (rider) {
            text += (dice.chance(0.5) ? " " : "\n")
                    + rules.line("rider." + riderColour(outline, letter), outline, called);
        }
        boolean instant = line.speed.equals("I") || line.speed.equals("*") && dice.chance(0.5);
        String type = (instant ? "Instant" : "Sorcery") + (subtype.isEmpty() ? "" : " — " + subtype);
        String reminder = subtype.isEmpty() ? "" : " (Exile it as it resolves. Its creature may be cast from there.)";
        return Face.of(called, outline.cost(), type, new Abilities().line(text + reminder));
    }

    private static String riderColour(Outline outline, String letter) {
        return outline.colours().stream()
                .map(Colour::letter)
                .filter(other -> !other.equals(letter))
                .findFirst()
                .orElse(letter);
    }

    /** A spell whose strength is what one pays for it. */
    Face withX(Outline outline) {
        Colour colour = outline.colours().get(0);
        String kind;
        String text;
        switch (colour) {
            case WHITE -> {
                kind = "life";
                text = "You gain twice X life.";
            }
            case BLUE -> {
                kind = "draw";
                text =
                        "Look at the top X cards of your library. Put two of them into your hand and the rest on the bottom in any order.";
            }
            case BLACK -> {
                kind = "discard";
                text =
                        "Target opponent mills X cards and loses life equal to the number of creature cards milled this way.";
            }
            case RED -> {
                kind = "damage";
                text =
                        "<self> deals X damage to target creature or planeswalker. If X is 5 or more, it also deals 2 damage to that permanent's controller.";
            }
            default -> {
                kind = "pump";
                text = "Put X +1/+1 counters on target creature you control.";
            }
        }
        String name = names.spell(outline, kind);
        String cost = ManaCost.of(
                Math.min(3, outline.manaValue()),
                outline.colours(),
                outline.colours().size(),
                ManaCost.Style.WITH_X);
        return Face.of(name, cost, "Sorcery", new Abilities().line(text.replace("<self>", name)));
    }
}
