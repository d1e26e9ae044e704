package org.mtgtracker.server.demo;

import java.util.List;

/** Makes lands. */
final class Lands {
    private final DemoNames names;
    private final RulesText rules;

    Lands(DemoNames names, RulesText rules) {
        this.names = names;
        this.rules = rules;
    }

    Face basic(Outline outline, Colour colour) {
        return Face.of(
                names.land(outline, colour.letter()),
                "",
                "Basic Land — " + colour.landType(),
                new Abilities().line("({T}: Add {" + colour.letter() + "}.)"));
    }

    /** The land on the other side of a card. */
    Face behind(Outline outline, Colour colour) {
        return Face.of(
                names.land(outline, colour.letter()),
                "",
                "Land",
                new Abilities().line("This land enters tapped.").line("{T}: Add {" + colour.letter() + "}."));
    }

    Face make(Outline outline) {
        Dice dice = outline.dice();
        return switch (dice.weighed(5, 3, outline.rarity().isHigh() ? 3 : 1)) {
            case 0 -> pair(outline);
            case 1 -> utility(outline);
            default -> anyColour(outline);
        };
    }

    private Face pair(Outline outline) {
        Dice dice = outline.dice();
        Colour one = dice.pick(List.of(Colour.values()));
        List<Colour> both = ManaCost.inOrder(List.of(one, one.after(dice.between(1, 4))));
        String first = both.get(0).letter();
        String second = both.get(1).letter();
        String name = names.land(outline, dice.chance(0.5) ? first : second);
        String mana = "{T}: Add {" + first + "} or {" + second + "}.";
        if (outline.rarity().isHigh()) {
            String types =
                    "Land — " + both.get(0).landType() + " " + both.get(1).landType();
            return Face.of(
                    name,
                    "",
                    types,
                    new Abilities()
                            .line("(" + mana + ")")
                            .line("This land enters tapped unless you control two or more basic lands."));
        }
        return Face.of(
                name,
                "",
                "Land",
                new Abilities()
                        .line("This land enters tapped.")
                        .line(
                                dice.chance(0.5)
                                        ? "When this land enters, scry 1."
                                        : "When this land enters, you gain 1 life.")
                        .line(mana));
    }

    private Face utility(Outline outline) {
        return Face.of(
                names.land(outline, Colour.NONE),
                "",
                "Land",
                new Abilities().line("{T}: Add {C}.").line(rules.line("utility", outline, "this land")));
    }

    private Face anyColour(Outline outline) {
        return Face.of(
                names.land(outline, Colour.NONE),
                "",
                "Land",
                new Abilities()
                        .line("{T}: Add {C}.")
                        .line("{1}, {T}: Add one mana of any color. Spend this mana only to cast a spell you own."));
    }
}
