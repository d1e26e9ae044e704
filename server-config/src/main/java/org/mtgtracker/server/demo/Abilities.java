package org.mtgtracker.server.demo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The abilities of a face while it is being made: keywords in front, then one line each. */
final class Abilities {
    private static final Pattern REMINDER = Pattern.compile(" ?\\([^)]*\\)");

    private final List<String> simple = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final Set<String> keywords = new LinkedHashSet<>();

    /** Adds an ability that is a keyword and nothing else, like {@code Flying} or {@code Ward {2}}. */
    Abilities keyword(String keyword) {
        if (keywords.add(name(keyword))) {
            simple.add(keyword);
        }
        return this;
    }

    /** Adds a line that belongs to a keyword, like {@code Equip {2}}. */
    Abilities line(String keyword, String line) {
        keywords.add(keyword);
        return line(line);
    }

    Abilities line(String line) {
        lines.add(line);
        return this;
    }

    private static String name(String keyword) {
        int parameter = keyword.indexOf(" {");
        return parameter < 0 ? keyword : keyword.substring(0, parameter);
    }

    boolean has(String keyword) {
        return keywords.contains(keyword);
    }

    boolean isEmpty() {
        return simple.isEmpty() && lines.isEmpty();
    }

    String text() {
        List<String> all = new ArrayList<>();
        if (!simple.isEmpty()) {
            StringBuilder first = new StringBuilder(simple.get(0));
            for (String other : simple.subList(1, simple.size())) {
                first.append(", ").append(RulesText.uncapitalized(other));
            }
            all.add(first.toString());
        }
        all.addAll(lines);
        return String.join("\n", all);
    }

    /** The keywords, those included that a text uses in passing ("scry 2"). */
    List<String> keywords() {
        Set<String> all = new LinkedHashSet<>(keywords);
        String text = withoutReminders(text());
        if (text.contains("cry ")) {
            all.add("Scry");
        }
        if (text.contains("mill ") || text.contains("mills ") || text.contains("Mill ")) {
            all.add("Mill");
        }
        if (text.contains("fights ")) {
            all.add("Fight");
        }
        return List.copyOf(all);
    }

    static String withoutReminders(String text) {
        return REMINDER.matcher(text).replaceAll("");
    }
}
