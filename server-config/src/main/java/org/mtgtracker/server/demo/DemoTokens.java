package org.mtgtracker.server.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes what lies on the table without being a card of a deck: tokens, tokens with two sides, and emblems. */
final class DemoTokens {
    private final long seed;
    private final RulesText rules;

    DemoTokens(long seed, RulesText rules) {
        this.seed = seed;
        this.rules = rules;
    }

    /** @param planeswalkers the cards whose emblems are made, too */
    List<OracleCard> of(DemoSet set, List<OracleCard> planeswalkers) {
        List<OracleCard> tokens = new ArrayList<>();
        List<Face> creatures =
                rules.fields("token").stream().map(DemoTokens::creature).toList();
        creatures.forEach(face -> tokens.add(token(set, "token", List.of(face))));
        for (String[] token : rules.fields("token.artifact")) {
            Face face = Face.of(token[0], "", "Token " + token[1], new Abilities().line(token[2]));
            tokens.add(token(set, "token", List.of(face)));
        }
        for (int i = 0; i + 1 < creatures.size(); i += 4) {
            tokens.add(token(set, "double_faced_token", List.of(creatures.get(i), creatures.get(i + 1))));
        }
        for (OracleCard planeswalker : planeswalkers) {
            Face front = planeswalker.front();
            String type =
                    "Emblem — " + front.typeLine().substring(front.typeLine().indexOf('—') + 2);
            String text = rules.line("emblem", outline(set, front.name()), "");
            Face face = Face.of(front.name() + " Emblem", "", type, new Abilities().line(text));
            tokens.add(token(set, "emblem", List.of(face)));
        }
        return tokens;
    }

    private Outline outline(DemoSet set, String name) {
        return new Outline(set, Rarity.COMMON, List.of(), 3, Dice.of(seed, "emblem of " + name));
    }

    private OracleCard token(DemoSet set, String layout, List<Face> faces) {
        Dice dice = Dice.of(seed, layout + " " + faces.get(0).name());
        return new OracleCard(dice.uuid(), layout, faces, Rarity.COMMON, dice.unit(), set);
    }

    private static Face creature(String[] token) {
        Set<Colour> colours = Colour.of(token[1]);
        Abilities abilities = new Abilities();
        if (!token[4].isEmpty()) {
            abilities.keyword(token[4]);
        }
        String type = "Token " + (colours.isEmpty() ? "Artifact " : "") + "Creature — " + token[2];
        int slash = token[3].indexOf('/');
        return new Face(
                token[0],
                "",
                type,
                abilities.text(),
                colours,
                token[3].substring(0, slash),
                token[3].substring(slash + 1),
                "",
                abilities.keywords());
    }
}
