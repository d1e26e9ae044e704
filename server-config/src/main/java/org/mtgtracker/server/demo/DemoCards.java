package org.mtgtracker.server.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes the cards that appear in a set for the first time. */
final class DemoCards {
    private static final List<Colour> COLOURS = Arrays.asList(Colour.values());

    private final long seed;
    private final Creatures creatures;
    private final Spells spells;
    private final Permanents permanents;
    private final Lands lands;
    private final TwoFaced twoFaced;

    DemoCards(long seed, DemoNames names, RulesText rules) {
        this.seed = seed;
        this.creatures = new Creatures(names, rules);
        this.spells = new Spells(names, rules);
        this.permanents = new Permanents(names, rules);
        this.lands = new Lands(names, rules);
        this.twoFaced = new TwoFaced(creatures, spells, lands, rules);
    }

    /** The new cards of a set, basic lands left out. */
    List<OracleCard> of(DemoSet set) {
        List<OracleCard> cards = new ArrayList<>();
        for (int i = 0; i < set.newCards(); i++) {
            Dice dice = Dice.of(seed, "card " + set.code() + " " + i);
            Rarity rarity = rarity(set, i);
            cards.add(card(set, i, rarity, dice));
        }
        return cards;
    }

    /** The set's basic lands, one for each colour. */
    List<OracleCard> basicLands(DemoSet set) {
        List<OracleCard> cards = new ArrayList<>();
        for (Colour colour : COLOURS) {
            Dice dice = Dice.of(seed, "basic " + set.code() + " " + colour.letter());
            Outline outline = new Outline(set, Rarity.COMMON, List.of(), 0, dice);
            cards.add(new OracleCard(
                    dice.uuid(), "normal", List.of(lands.basic(outline, colour)), Rarity.COMMON, 0.7, set));
        }
        return cards;
    }

    private OracleCard card(DemoSet set, int index, Rarity rarity, Dice dice) {
        Outline outline = new Outline(set, rarity, colours(index, dice), manaValue(rarity, dice), dice);
        double fame = dice.unit();
        if (set.isFunny()) {
            Face face = index == 0
                    ? creatures.half(outline)
                    : creatures.joker(outline.with(outline.colours()
                            .subList(0, Math.min(1, outline.colours().size()))));
            return new OracleCard(dice.uuid(), "normal", List.of(face), rarity, fame, set);
        }
        // one in so many, counted through all rarities
        boolean two = set.twoFaced() > 0
                && (index + 1) * set.twoFaced() / set.newCards() > index * set.twoFaced() / set.newCards();
        if (two) {
            Outline coloured = outline.colours().isEmpty() ? outline.with(List.of(COLOURS.get(index % 5))) : outline;
            return new OracleCard(dice.uuid(), set.layout(), twoFaced.make(set.layout(), coloured), rarity, fame, set);
        }
        Face face = face(outline);
        String layout = face.is("Saga") ? "saga" : "normal";
        return new OracleCard(dice.uuid(), layout, List.of(face), rarity, fame, set);
    }

    private Face face(Outline outline) {
        Dice dice = outline.dice();
        int walkers = outline.rarity() == Rarity.MYTHIC ? 32 : 0;
        int sagas = outline.rarity() == Rarity.COMMON ? 0 : 4;
        return switch (dice.weighed(56, 22, 4, 5, sagas, 13, 5, walkers)) {
            case 0 -> creatures.make(outline);
            case 1 -> spell(coloured(outline));
            case 2 -> permanents.enchantment(coloured(outline));
            case 3 -> permanents.aura(single(coloured(outline)));
            case 4 -> permanents.saga(single(coloured(outline)));
            case 5 -> artifact(outline);
            case 6 -> lands.make(outline.with(List.of()));
            default ->
                permanents.planeswalker(coloured(outline).with(outline.dice().between(3, 6)));
        };
    }

    private Face spell(Outline outline) {
        boolean strong = outline.rarity().isHigh() && outline.colours().size() == 1;
        return strong && outline.dice().chance(0.2) ? spells.withX(outline) : spells.make(outline);
    }

    private Face artifact(Outline outline) {
        Dice dice = outline.dice();
        Outline plain =
                outline.with(dice.chance(0.2) ? single(coloured(outline)).colours() : List.of());
        return switch (dice.weighed(4, 3, 3, 3)) {
            case 0 -> permanents.device(plain.with(dice.between(1, 4)));
            case 1 -> permanents.stone(plain.with(List.of()).with(dice.between(2, 3)));
            case 2 -> permanents.equipment(plain.with(dice.between(1, 4)));
            default -> permanents.vehicle(plain.with(dice.between(2, 6)));
        };
    }

    private static Outline coloured(Outline outline) {
        return outline.colours().isEmpty() ? outline.with(List.of(outline.dice().pick(COLOURS))) : outline;
    }

    private static Outline single(Outline outline) {
        return outline.with(outline.colours().subList(0, 1));
    }

    private static List<Colour> colours(int index, Dice dice) {
        Colour first = COLOURS.get(index % COLOURS.size());
        return switch (dice.weighed(76, 16, 3, 1, 4)) {
            case 0 -> List.of(first);
            case 1 -> List.of(first, first.after(dice.between(1, 4)));
            case 2 -> List.of(first, first.after(1), first.after(dice.between(2, 4)));
            case 3 -> COLOURS;
            default -> List.of();
        };
    }

    private static int manaValue(Rarity rarity, Dice dice) {
        int usual = 1 + dice.weighed(14, 24, 24, 18, 12, 6, 2);
        return rarity == Rarity.MYTHIC ? Math.max(2, usual + dice.below(2)) : usual;
    }

    /** Rarities in the proportions of a booster: of a hundred cards 42, 32, 19 and 7. */
    private static Rarity rarity(DemoSet set, int index) {
        int place = index * 37 % 100;
        if (place < 42) {
            return Rarity.COMMON;
        }
        if (place < 74) {
            return Rarity.UNCOMMON;
        }
        return place < 93 || set.isFunny() ? Rarity.RARE : Rarity.MYTHIC;
    }
}
