package org.mtgtracker.server.demo;

/** Makes creatures: beasts, people, and legends. */
final class Creatures {
    private static final String CREATURE = "Creature — ";

    private final DemoNames names;
    private final RulesText rules;

    Creatures(DemoNames names, RulesText rules) {
        this.names = names;
        this.rules = rules;
    }

    Face make(Outline outline) {
        Dice dice = outline.dice();
        if (dice.chance(chanceOfLegend(outline.rarity()))) {
            return legend(outline);
        }
        boolean beast = dice.chance(0.2 + 0.1 * outline.manaValue());
        DemoNames.Being being = beast ? names.beast(outline) : names.person(outline);
        return face(outline, being, "", "this creature");
    }

    private static double chanceOfLegend(Rarity rarity) {
        return switch (rarity) {
            case COMMON -> 0;
            case UNCOMMON -> 0.06;
            default -> 0.3;
        };
    }

    Face legend(Outline outline) {
        DemoNames.Being being = names.legend(outline);
        int comma = being.name().indexOf(',');
        return face(
                outline,
                being,
                "Legendary ",
                comma < 0 ? being.name() : being.name().substring(0, comma));
    }

    /** A creature of no more than a keyword or two, which a card with two faces has room for. */
    Face simple(Outline outline) {
        DemoNames.Being being = outline.dice().chance(0.5) ? names.beast(outline) : names.person(outline);
        Abilities abilities = new Abilities();
        abilities.keyword(being.keyword().isEmpty() ? rules.keyword(outline) : being.keyword());
        return withStats(outline, Face.of(being.name(), outline.cost(), typeLine(outline, "", being), abilities), 1);
    }

    /** The one card that costs half a mana. */
    Face half(Outline outline) {
        Face face = Face.of(
                names.claim("Half a Page"),
                "{HW}",
                CREATURE + "Human Advisor",
                new Abilities().line("When Half a Page enters, its other half doesn't."));
        return face.withStats(".5", ".5");
    }

    /** A creature of the joke set. */
    Face joker(Outline outline) {
        Abilities abilities = new Abilities();
        if (outline.dice().chance(0.4)) {
            abilities.keyword(rules.keyword(outline));
        }
        abilities.line(rules.line("joke", outline, "this creature"));
        Face face = Face.of(names.joker(outline.dice()), outline.cost(), CREATURE + "Human Performer", abilities);
        return withStats(outline, face, 0);
    }

    private Face face(Outline outline, DemoNames.Being being, String supertype, String self) {
        Dice dice = outline.dice();
        Abilities abilities = new Abilities();
        if (!being.keyword().isEmpty()) {
            abilities.keyword(being.keyword());
        }
        int budget = budget(outline, dice) + (supertype.isEmpty() ? 0 : 1);
        if (budget > 0 && (being.keyword().isEmpty() || dice.chance(0.4)) && dice.chance(0.75)) {
            abilities.keyword(rules.keyword(outline));
        }
        for (int i = 1; i < budget; i++) {
            addLine(outline, abilities, self);
        }
        if (outline.rarity() == Rarity.COMMON && dice.chance(0.25)) {
            abilities = rules.explained(abilities);
        }
        Face face = Face.of(being.name(), outline.cost(), typeLine(outline, supertype, being), abilities);
        return withStats(outline, face, budget);
    }

    private static int budget(Outline outline, Dice dice) {
        return switch (outline.rarity()) {
            case COMMON -> dice.weighed(2, 5, 5);
            case UNCOMMON -> 1 + dice.weighed(2, 8, 1);
            default -> 2 + dice.weighed(5, 3);
        };
    }

    private void addLine(Outline outline, Abilities abilities, String self) {
        switch (outline.dice().weighed(5, 3, 3, outline.rarity() == Rarity.COMMON ? 0 : 2)) {
            case 0 -> abilities.line(rules.triggered(outline, self));
            case 1 -> abilities.line(rules.activated(outline, self));
            case 2 -> rules.addMechanic(outline, abilities, self);
            default -> abilities.line(rules.line("static." + outline.letter(), outline, self));
        }
    }

    private static String typeLine(Outline outline, String supertype, DemoNames.Being being) {
        return supertype + (outline.colours().isEmpty() ? "Artifact " : "") + CREATURE + being.types();
    }

    /** Power and toughness add up to about twice the mana value; abilities cost a little of it. */
    private static Face withStats(Outline outline, Face face, int abilities) {
        if (face.oracleText().contains("power and toughness are each")) {
            return face.withStats("*", "*");
        }
        Dice dice = outline.dice();
        int sum = Math.max(2, 2 * outline.manaValue() + 1 - abilities + dice.between(-1, 1));
        boolean wall = face.oracleText().contains("Defender");
        int power = wall ? dice.between(0, sum / 4) : Math.max(1, sum / 2 + dice.between(-1, 1));
        return face.withStats(Integer.toString(power), Integer.toString(Math.max(1, sum - power)));
    }
}
