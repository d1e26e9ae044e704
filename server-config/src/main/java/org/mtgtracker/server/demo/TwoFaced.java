package org.mtgtracker.server.demo;

import java.util.List;

/** Makes the faces of cards that have two of them. */
final class TwoFaced {
    private final Creatures creatures;
    private final Spells spells;
    private final Lands lands;
    private final RulesText rules;
    private int splits;

    TwoFaced(Creatures creatures, Spells spells, Lands lands, RulesText rules) {
        this.creatures = creatures;
        this.spells = spells;
        this.lands = lands;
        this.rules = rules;
    }

    List<Face> make(String layout, Outline outline) {
        return switch (layout) {
            case "transform" -> turning(outline, "transform", creatures.simple(outline.with(outline.manaValue() + 2)));
            case "flip" -> turning(outline, "flip", creatures.legend(outline.with(outline.manaValue() + 1)));
            case "adventure" ->
                List.of(
                        creatures.simple(outline),
                        spells.make(outline.with(outline.dice().between(1, 3)), "", "Adventure"));
            case "split" -> split(outline);
            case "modal_dfc" -> modal(outline);
            default -> throw new IllegalArgumentException("No card of two faces has the layout " + layout + ".");
        };
    }

    private List<Face> turning(Outline outline, String verb, Face back) {
        Face front = creatures.simple(outline);
        String condition = rules.line("condition", outline, "this creature");
        String turning = "At the beginning of your end step, " + RulesText.uncapitalized(condition) + ", " + verb
                + " this creature.";
        return verb.equals("transform")
                ? List.of(front.withLine(turning, List.of("Transform")), back.asBack())
                : List.of(front.withLine(turning, List.of()), back.asFlipped());
    }

    private List<Face> split(Outline outline) {
        List<String[]> pairs = rules.fields("split");
        String[] pair = pairs.get(splits++ % pairs.size());
        Colour first = outline.colours().get(0);
        Outline left = outline.with(List.of(first)).with(outline.dice().between(1, 3));
        Outline right = outline.with(List.of(first.after(outline.dice().between(1, 2))))
                .with(outline.dice().between(2, 5));
        return List.of(spells.make(left, pair[0], ""), spells.make(right, pair[1], ""));
    }

    private List<Face> modal(Outline outline) {
        Colour colour = outline.colours().get(0);
        Outline single = outline.with(List.of(colour));
        Face front = outline.dice().chance(0.5) ? spells.make(single) : creatures.simple(single);
        return List.of(front, lands.behind(single, colour));
    }
}
