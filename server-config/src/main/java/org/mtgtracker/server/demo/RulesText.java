package org.mtgtracker.server.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Rules texts, put together from the lines in {@code rules.txt}. */
final class RulesText {
    private static final List<String> NUMBERS = List.of("zero", "one", "two", "three", "four", "five", "six", "seven");

    private final WordLists lines = WordLists.ofLines("rules.txt");
    private final Map<String, String> reminders =
            lines.fields("reminder").stream().collect(Collectors.toMap(entry -> entry[0], entry -> entry[1]));

    /** A line of a section, filled in, as a sentence of its own. */
    String line(String section, Outline outline, String self) {
        return capitalized(filled(outline.dice().pick(lines.of(section)), outline, self));
    }

    /** The line of a section that holds for a colour: entries like {@code W|text}. */
    String colouredLine(String section, Outline outline, String letter, String self) {
        List<String[]> fitting = lines.fields(section).stream()
                .filter(entry -> entry[0].equals(letter))
                .toList();
        return capitalized(filled(outline.dice().pick(fitting)[1], outline, self));
    }

    /** A keyword of one of the outline's colours. */
    String keyword(Outline outline) {
        return outline.dice().pick(lines.of("keyword." + outline.letter()));
    }

    /** The same abilities, explained in brackets where they are one keyword that we have words for. */
    Abilities explained(Abilities abilities) {
        String keyword = abilities.text();
        String meaning = reminders.get(keyword);
        return meaning == null ? abilities : new Abilities().line(keyword, keyword + " (" + meaning + ")");
    }

    /** An ability that something sets off. */
    String triggered(Outline outline, String self) {
        String letter = outline.letter();
        String section = outline.dice().chance(0.6) ? "trigger" : "trigger." + letter;
        String[] trigger = outline.dice().pick(lines.fields(section));
        return filled(trigger[0], outline, self) + " "
                + effect(outline, letter, trigger.length > 1 ? trigger[1] : "", self);
    }

    /** Adds the ability that the set is known for; an ordinary one where there is none. */
    void addMechanic(Outline outline, Abilities abilities, String self) {
        for (String[] mechanic : lines.fields("mechanic")) {
            if (mechanic[0].equals(outline.set().code()) && !abilities.has(mechanic[1])) {
                String effect = effect(outline, outline.letter(), "return", self);
                abilities.line(mechanic[1], mechanic[1] + " — " + mechanic[2] + " " + effect);
                return;
            }
        }
        abilities.line(triggered(outline, self));
    }

    /** An ability that is paid for. */
    String activated(Outline outline, String self) {
        String letter = outline.letter();
        Dice dice = outline.dice();
        String cost = "{" + dice.between(1, 4) + "}" + (letter.equals(Colour.NONE) ? "" : "{" + letter + "}");
        return cost + (dice.chance(0.6) ? ", {T}: " : ": ") + capitalized(effect(outline, letter, "add ", self));
    }

    private String effect(Outline outline, String letter, String conflict, String self) {
        List<String> fitting = lines.of("effect." + letter).stream()
                .filter(line -> conflict.isEmpty() || !line.contains(conflict))
                .toList();
        return filled(outline.dice().pick(fitting), outline, self);
    }

    /** The entries of a section that are made of several fields. */
    List<String[]> fields(String section) {
        return lines.fields(section);
    }

    /** Puts numbers, tokens and the card's own name into a line. */
    String filled(String line, Outline outline, String self) {
        Dice dice = outline.dice();
        int small = Math.min(4, 1 + outline.manaValue() / 4 + dice.weighed(3, 1));
        int large = Math.min(6, 2 + outline.manaValue() / 2);
        int cards = Math.min(4, Math.max(1, outline.manaValue() / 2 + dice.weighed(2, 1)));
        String text = line.replace("<self>", self)
                .replace("<n>", Integer.toString(small))
                .replace("<m>", Integer.toString(large))
                .replace("<two>", NUMBERS.get(Math.max(2, small)))
                .replace("<many>", NUMBERS.get(large))
                .replace("<cards>", cards == 1 ? "a card" : NUMBERS.get(cards) + " cards")
                .replace("<counters>", small == 1 ? "a +1/+1 counter" : NUMBERS.get(small) + " +1/+1 counters")
                .replace("<cost>", "{" + dice.between(1, 4) + "}");
        if (text.contains("<token")) {
            int many = outline.manaValue() < 3 ? 1 : Math.min(3, 1 + outline.manaValue() / 3);
            String letter = outline.letter();
            text = text.replace("<tokens>", token(dice, letter, many)).replace("<token>", token(dice, letter, 1));
            if (many == 1) {
                text = text.replace("They gain", "It gains");
            }
        }
        return text;
    }

    private String token(Dice dice, String letter, int many) {
        String[] token = dice.pick(lines.fields("token").stream()
                .filter(entry -> entry[1].equals(letter))
                .toList());
        String colour =
                Colour.of(token[1]).stream().map(Colour::word).findFirst().orElse("colorless");
        String artifact = letter.equals(Colour.NONE) ? " artifact" : "";
        return (many == 1 ? "a " : NUMBERS.get(many) + " ")
                + token[3] + " " + colour + " " + token[2] + artifact + " creature token" + (many == 1 ? "" : "s")
                + (token[4].isEmpty() ? "" : " with " + uncapitalized(token[4]));
    }

    static String capitalized(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    static String uncapitalized(String text) {
        return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
