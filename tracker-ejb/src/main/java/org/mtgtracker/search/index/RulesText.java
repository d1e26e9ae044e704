package org.mtgtracker.search.index;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The texts of a card's rules as they are searched, faces apart by {@link Folded#BREAK}.
 *
 * @param name with its punctuation, for patterns
 * @param full with reminder text
 * @param plain without reminder text
 * @param self as {@code plain}, the card's own name being {@code ~}
 * @param selfFull as {@code full}, the card's own name being {@code ~}
 * @param typeLines with the dash, for patterns
 * @param types one type line for each face, without the dash
 * @param front the plain text of the front face alone
 */
record RulesText(
        String name,
        String full,
        String plain,
        String self,
        String selfFull,
        String typeLines,
        List<String> types,
        String front) {
    private static final Pattern REMINDER = Pattern.compile(" *\\([^()]*\\)");
    private static final Pattern BLANKS = Pattern.compile(" {2,}");
    private static final Pattern EMPTY_LINES = Pattern.compile("\n{2,}");
    /** How newer texts name the card itself. */
    private static final Pattern SELF = Pattern.compile(
            "\\bthis (creature|artifact|enchantment|land|permanent|planeswalker|spell|card|aura|equipment|vehicle"
                    + "|siege|class|case|room|saga|token|spacecraft)\\b");

    /** True for a creature that is “also a Cleric, Rogue, Warrior, and Wizard” by its own text. */
    boolean isWholeParty() {
        return plain.contains("is also a cleric, rogue, warrior, and wizard");
    }

    static RulesText of(RulesFacts rules) {
        List<String> full = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        List<String> self = new ArrayList<>();
        List<String> selfFull = new ArrayList<>();
        List<String> types = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> typeLines = new ArrayList<>();
        for (FaceFacts face : rules.faces()) {
            String text = Folded.text(face.oracleText());
            String named = withSelf(text, face, rules);
            full.add(text);
            plain.add(withoutReminder(text));
            self.add(withoutReminder(named));
            selfFull.add(named);
            typeLines.add(Folded.text(face.typeLine()));
            types.add(typeLine(face.typeLine()));
            names.add(Folded.text(face.name()));
        }
        return new RulesText(
                wholeAndFaces(names),
                joined(full),
                joined(plain),
                joined(self),
                joined(selfFull),
                wholeAndFaces(typeLines),
                types,
                plain.get(0));
    }

    /** A type line as it is compared. */
    static String typeLine(String typeLine) {
        return BLANKS.matcher(Folded.text(typeLine.replace("—", " ")))
                .replaceAll(" ")
                .strip();
    }

    private static String joined(List<String> faces) {
        return String.join(String.valueOf(Folded.BREAK), faces);
    }

    /** As a card of several faces is called, and behind that what each of them is called. */
    static String wholeAndFaces(List<String> faces) {
        return faces.size() == 1 ? faces.get(0) : String.join(Folded.FACES, faces) + Folded.BREAK + joined(faces);
    }

    private static String withoutReminder(String text) {
        if (text.indexOf('(') < 0) {
            return text.strip();
        }
        String rest = REMINDER.matcher(text).replaceAll("");
        if (rest.indexOf('(') >= 0) {
            // there was another one within the reminder
            rest = REMINDER.matcher(rest).replaceAll("");
        }
        return EMPTY_LINES.matcher(rest).replaceAll("\n").strip();
    }

    private static String withSelf(String text, FaceFacts face, RulesFacts rules) {
        String replaced = replaceName(text, Folded.text(face.name()));
        if (rules.faces().size() > 1) {
            replaced = replaceName(replaced, Folded.text(rules.front().name()));
        }
        String name = Folded.text(face.name());
        int comma = name.indexOf(", ");
        if (comma > 0) {
            replaced = replaceName(replaced, name.substring(0, comma));
        }
        int byname = name.indexOf(" the ");
        if (byname > 0 && face.typeLine().contains("Legendary")) {
            replaced = replaceName(replaced, name.substring(0, byname));
        }
        return replaced.contains("this ") ? SELF.matcher(replaced).replaceAll("~") : replaced;
    }

    private static String replaceName(String text, String name) {
        if (name.isEmpty()) {
            return text;
        }
        StringBuilder replaced = null;
        int copied = 0;
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
            int end = at + name.length();
            boolean whole = (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                    && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
            if (whole) {
                replaced = replaced == null ? new StringBuilder(text.length()) : replaced;
                replaced.append(text, copied, at).append('~');
                copied = end;
            }
        }
        return replaced == null
                ? text
                : replaced.append(text, copied, text.length()).toString();
    }
}
