package org.mtgtracker.server.demo;

import java.util.List;

/** Makes enchantments, artifacts and planeswalkers. */
final class Permanents {
    private static final String MINUS = "\u2212"; // as it stands in printed loyalty costs

    private final DemoNames names;
    private final RulesText rules;

    Permanents(DemoNames names, RulesText rules) {
        this.names = names;
        this.rules = rules;
    }

    Face enchantment(Outline outline) {
        Abilities abilities = new Abilities();
        String self = "this enchantment";
        switch (outline.rarity()) {
            case COMMON -> abilities.line(rules.activated(outline, self).replace(", {T}", ""));
            default -> abilities.line(rules.line("enchantment." + outline.letter(), outline, self));
        }
        if (outline.rarity().isHigh()) {
            rules.addMechanic(outline, abilities, self);
        }
        return Face.of(names.thing(outline, "enchantment"), outline.cost(), "Enchantment", abilities);
    }

    Face aura(Outline outline) {
        String tone = outline.dice().chance(0.6) ? "aura.good" : "aura.bad";
        Abilities abilities = new Abilities().line("Enchant", "Enchant creature");
        if (outline.rarity() != Rarity.COMMON && tone.equals("aura.good")) {
            abilities.line("When this Aura enters, scry 1.");
        }
        abilities.line(rules.line(tone + "." + outline.letter(), outline, "this Aura"));
        return Face.of(names.thing(outline, tone), outline.cost(), "Enchantment — Aura", abilities);
    }

    Face saga(Outline outline) {
        String letter = outline.letter();
        Abilities abilities = new Abilities()
                .line("(Add a lore counter as this Saga enters and after your draw step. Sacrifice it after III.)");
        if (outline.dice().chance(0.25)) {
            abilities.line("I, II — " + rules.line("chapter." + letter, outline, "this Saga"));
        } else {
            String first = rules.line("chapter." + letter, outline, "this Saga");
            abilities.line("I — " + first);
            abilities.line("II — " + another(outline, letter, first));
        }
        abilities.line("III — " + another(outline.with(outline.manaValue() + 2), letter, abilities.text()));
        return Face.of(names.saga(outline), outline.cost(), "Enchantment — Saga", abilities);
    }

    private String another(Outline outline, String letter, String before) {
        String line = rules.line("chapter." + letter, outline, "this Saga");
        for (int i = 0; i < 8 && before.contains(line); i++) {
            line = rules.line("chapter." + letter, outline, "this Saga");
        }
        return line;
    }

    Face equipment(Outline outline) {
        String self = "this Equipment";
        Abilities abilities = new Abilities();
        if (outline.rarity().isHigh()) {
            abilities.line("When this Equipment enters, attach it to up to one target creature you control.");
        }
        abilities.line(rules.line("equipped", outline, self));
        abilities.line("Equip", "Equip {" + outline.dice().between(1, 4) + "}");
        return Face.of(names.thing(outline, "equipment"), outline.cost(), "Artifact — Equipment", abilities);
    }

    Face vehicle(Outline outline) {
        Dice dice = outline.dice();
        Abilities abilities = new Abilities();
        abilities.keyword(dice.pick(List.of("Flying", "Trample", "Vigilance", "Haste", "Menace")));
        abilities.line(rules.line("vehicle", outline, "this Vehicle"));
        int crew = Math.max(1, outline.manaValue() - 1 - dice.below(2));
        abilities.line("Crew", "Crew " + crew);
        int power = outline.manaValue() + dice.below(2);
        return Face.of(names.thing(outline, "vehicle"), outline.cost(), "Artifact — Vehicle", abilities)
                .withStats(Integer.toString(power), Integer.toString(power + dice.between(-1, 1)));
    }

    Face device(Outline outline) {
        Abilities abilities = new Abilities().line(rules.line("device", outline, "this artifact"));
        if (outline.rarity().isHigh()) {
            rules.addMechanic(outline, abilities, "this artifact");
        }
        return Face.of(names.thing(outline, "device"), outline.cost(), "Artifact", abilities);
    }

    /** An artifact that makes mana. */
    Face stone(Outline outline) {
        Dice dice = outline.dice();
        Abilities abilities = new Abilities();
        if (dice.chance(0.4)) {
            abilities.line("This artifact enters tapped.");
        }
        abilities.line("{T}: Add "
                + switch (dice.weighed(3, 4, 1)) {
                    case 0 -> "{C}.";
                    case 1 -> pairOfMana(dice);
                    default -> "one mana of any color. You lose 1 life.";
                });
        if (dice.chance(0.5)) {
            abilities.line("{2}, {T}, Sacrifice this artifact: Draw a card.");
        }
        return Face.of(names.thing(outline, "stone"), outline.cost(), "Artifact", abilities);
    }

    private static String pairOfMana(Dice dice) {
        Colour first = dice.pick(List.of(Colour.values()));
        Colour second = first.after(dice.between(1, 4));
        List<Colour> pair = ManaCost.inOrder(List.of(first, second));
        return "{" + pair.get(0).letter() + "} or {" + pair.get(1).letter() + "}.";
    }

    Face planeswalker(Outline outline) {
        Dice dice = outline.dice();
        String letter = outline.letter();
        DemoNames.Being being = names.legend(outline);
        String self = being.name().split("[, ]")[0];
        Outline ultimate = outline.with(outline.manaValue() + 4);
        Abilities abilities = new Abilities();
        abilities.line("+" + dice.between(1, 2) + ": " + rules.colouredLine("loyalty.plus", outline, letter, self));
        abilities.line(MINUS + dice.between(2, 3) + ": "
                + rules.colouredLine("loyalty.minus", outline, outline.letter(), self));
        abilities.line(
                MINUS + dice.between(6, 9) + ": " + rules.colouredLine("loyalty.ultimate", ultimate, letter, self));
        return Face.of(being.name(), outline.cost(), "Legendary Planeswalker — " + self, abilities)
                .withLoyalty(dice.between(3, 5));
    }
}
