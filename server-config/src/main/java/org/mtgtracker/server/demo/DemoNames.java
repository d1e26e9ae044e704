package org.mtgtracker.server.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** Names that no two cards share, put together from the words in {@code names.txt}. */
final class DemoNames {
    private static final int ATTEMPTS = 500;

    private final WordLists words = WordLists.ofWords("names.txt");
    private final Set<String> taken = new HashSet<>();

    /** A being and what its name says about it. */
    record Being(String name, String types, String keyword) {}

    /** An animal or monster that suits a colour and a mana value. */
    Being beast(Outline outline) {
        Dice dice = outline.dice();
        String letter = outline.letter();
        List<String[]> fitting = words.fields("beast." + letter).stream()
                .filter(beast -> suits(beast[3], outline.manaValue()))
                .toList();
        String[] beast = dice.pick(fitting.isEmpty() ? words.fields("beast." + letter) : fitting);
        String name = unique(() -> {
            String noun = beast[0].startsWith("-") ? word(dice, "prefix." + letter) + beast[0].substring(1) : beast[0];
            return switch (dice.weighed(4, 4, 2)) {
                case 0 -> word(dice, "adj." + letter) + " " + noun;
                case 1 -> place(outline) + " " + noun;
                default -> noun + " of " + place(outline);
            };
        });
        return new Being(name, beast[1], beast[2]);
    }

    /** Somebody with an occupation. */
    Being person(Outline outline) {
        Dice dice = outline.dice();
        String letter = outline.letter();
        String[] role = dice.pick(words.fields("role." + letter));
        String name = unique(() -> switch (dice.weighed(4, 5, 4)) {
            case 0 -> role[0] + " of " + place(outline);
            case 1 -> place(outline) + " " + role[0];
            default -> word(dice, "adj." + letter) + " " + role[0];
        });
        boolean peopled = !letter.equals(Colour.NONE) && !role[1].equals("Scarecrow");
        return new Being(name, (peopled ? word(dice, "people." + letter) + " " : "") + role[1], "");
    }

    /** Somebody with a name: {@code given, epithet}. */
    Being legend(Outline outline) {
        Dice dice = outline.dice();
        String letter = outline.letter();
        String[] role = dice.pick(words.fields("role." + letter));
        String name = unique(() -> {
            String given = word(dice, "given");
            if (letter.equals(Colour.NONE)) {
                return given + ", " + role[0] + " of " + place(outline);
            }
            return switch (dice.weighed(7, 3)) {
                case 0 -> given + ", " + word(dice, "epithet." + letter);
                default -> given + " " + word(dice, "surname");
            };
        });
        String people = letter.equals(Colour.NONE) ? "" : word(dice, "people." + letter) + " ";
        return new Being(name, people + role[1], "");
    }

    /** A spell that does something of a kind, like {@code damage}. */
    String spell(Outline outline, String kind) {
        Dice dice = outline.dice();
        String letter = outline.letter();
        return unique(() -> switch (dice.weighed(4, 3, 2, 3)) {
            case 0 -> word(dice, "adj." + letter) + " " + word(dice, "noun." + kind);
            case 1 -> place(outline) + " " + word(dice, "noun." + kind);
            case 2 -> word(dice, "noun." + kind) + " of " + word(dice, "abstract." + letter);
            default -> word(dice, "verb." + kind) + " the " + word(dice, "object." + letter);
        });
    }

    /** A thing: a word of the section, with an adjective or a place in front, or joined to a prefix. */
    String thing(Outline outline, String section) {
        Dice dice = outline.dice();
        String letter = outline.letter();
        return unique(() -> {
            String noun = word(dice, section);
            if (noun.startsWith("-")) {
                return place(outline) + " " + word(dice, "prefix." + letter) + noun.substring(1);
            }
            return (dice.chance(0.6) ? word(dice, "adj." + letter) : place(outline)) + " " + noun;
        });
    }

    /** A story of three chapters. */
    String saga(Outline outline) {
        Dice dice = outline.dice();
        return unique(
                () -> word(dice, "saga").replace("<place>", place(outline)).replace("<given>", word(dice, "given")));
    }

    /** A piece of land for mana of a colour. */
    String land(Outline outline, String letter) {
        Dice dice = outline.dice();
        return unique(
                () -> (dice.chance(0.6) ? place(outline) : word(dice, "land")) + " " + word(dice, "terrain." + letter));
    }

    String joker(Dice dice) {
        return unique(() -> word(dice, "joke.adj") + " " + word(dice, "joke.noun"));
    }

    /** Takes a name that was made elsewhere. */
    String claim(String name) {
        if (!taken.add(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalStateException("Two demo cards are called " + name + ".");
        }
        return name;
    }

    String artist(Dice dice) {
        return word(dice, "artist");
    }

    String watermark(Dice dice) {
        return word(dice, "watermark");
    }

    private String place(Outline outline) {
        return place(outline.set(), outline.dice());
    }

    /** A place in the country that a set tells of. */
    String place(DemoSet set, Dice dice) {
        return word(dice, "place." + set.code());
    }

    String given(Dice dice) {
        return word(dice, "given");
    }

    private String word(Dice dice, String section) {
        return dice.pick(words.of(section));
    }

    private static boolean suits(String range, int manaValue) {
        int dash = range.indexOf('-');
        return manaValue >= Integer.parseInt(range.substring(0, dash))
                && manaValue <= Integer.parseInt(range.substring(dash + 1));
    }

    /** Whether two words begin alike, as in "Moth-Eaten Mothghoul". */
    private static boolean stutters(String name) {
        Set<String> beginnings = new HashSet<>();
        for (String word : name.split(" ")) {
            if (word.length() >= 3 && !beginnings.add(word.substring(0, 3))) {
                return true;
            }
        }
        return false;
    }

    private String unique(Supplier<String> names) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String name = names.get();
            if (!stutters(name) && taken.add(name.toLowerCase(Locale.ROOT))) {
                return name;
            }
        }
        throw new IllegalStateException("The word lists are too short: no new name in " + ATTEMPTS + " attempts.");
    }
}
