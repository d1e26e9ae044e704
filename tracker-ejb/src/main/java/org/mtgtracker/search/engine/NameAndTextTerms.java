package org.mtgtracker.search.engine;

import static java.util.Objects.requireNonNull;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.mtgtracker.search.index.CardIndex;
import org.mtgtracker.search.index.Clue;
import org.mtgtracker.search.index.Facet;
import org.mtgtracker.search.index.Folded;
import org.mtgtracker.search.index.TextField;
import org.mtgtracker.search.index.TextMatcher;
import org.mtgtracker.search.language.Key;
import org.mtgtracker.search.language.Query;
import org.mtgtracker.search.language.Value;
import org.roaringbitmap.RoaringBitmap;

/** Names, types, rules texts, flavour texts, artists: phrases and patterns. */
final class NameAndTextTerms {
    /** Shorter ones are in most texts. */
    private static final int SHORTEST_LITERAL = 3;

    private static final List<TextField> NAMES_OF_PRINTINGS = List.of(TextField.FLAVOR_NAME);
    private static final List<TextField> LETTERS_OF_PRINTINGS = List.of(TextField.FLAVOR_LETTERS);
    private static final List<TextField> NAMES_OF_ALL = List.of(TextField.FLAVOR_NAME, TextField.PRINTED_NAME);
    private static final List<TextField> LETTERS_OF_ALL = List.of(TextField.FLAVOR_LETTERS, TextField.PRINTED_LETTERS);

    private final CardIndex index;

    NameAndTextTerms(CardIndex index) {
        this.index = requireNonNull(index, "index is null");
    }

    /** @param languages true when names in other languages count */
    Condition condition(Query.Term term, boolean languages) throws NotUnderstood {
        if (term.value() instanceof Value.Pattern pattern) {
            return matching(fields(term.key(), pattern.text(), languages), pattern.text());
        }
        String text = term.value().text();
        return switch (term.key()) {
            case LORE -> lore(text);
            case EXACT_NAME -> exactName(text, languages);
            case NAME -> name(term.value(), languages);
            case TYPE -> type(text);
            case ORACLE, FULL_ORACLE -> new Condition.Phrase(index.text(rules(term.key(), text)), phrase(text));
            case FLAVOR -> new Condition.Phrase(index.text(TextField.FLAVOR), phrase(text));
            default -> new Condition.Known(Bitmaps.union(index.facet(Facet.ARTIST), containing(phrase(text))));
        };
    }

    /** Everything that is printed on a card in words, reminders left out; {@code ~} is nothing but itself. */
    private Condition lore(String text) throws NotUnderstood {
        List<Condition> anywhere = new ArrayList<>();
        String name = Folded.phrase(text);
        if (!name.isEmpty()) {
            anywhere.add(new Condition.Phrase(index.text(TextField.NAME), name));
            anywhere.add(new Condition.Phrase(index.text(TextField.FLAVOR_NAME), name));
        }
        for (TextField field : List.of(TextField.TYPE_LINE, TextField.ORACLE, TextField.FLAVOR)) {
            anywhere.add(new Condition.Phrase(index.text(field), phrase(text)));
        }
        return new Condition.AnyOf(anywhere);
    }

    /** Texts in which the card's own name is one only where a query has one. */
    private static TextField rules(Key key, String text) {
        boolean self = text.contains("~");
        if (key == Key.FULL_ORACLE) {
            return self ? TextField.SELF_FULL_ORACLE : TextField.FULL_ORACLE;
        }
        return self ? TextField.SELF_ORACLE : TextField.ORACLE;
    }

    private Condition exactName(String text, boolean languages) throws NotUnderstood {
        String name = Folded.exact(text);
        if (name.isEmpty()) {
            throw new NotUnderstood("A name has letters or digits.");
        }
        String whole = Folded.BREAK + name + Folded.BREAK;
        return named(
                new Condition.Known(index.with(Facet.EXACT_NAME, name)),
                languages ? LETTERS_OF_ALL : LETTERS_OF_PRINTINGS,
                whole);
    }

    /** A word is letters of a name, wherever words begin and end in it; a phrase is words of it. */
    private Condition name(Value value, boolean languages) throws NotUnderstood {
        if (value instanceof Value.Word word) {
            String letters = nameLetters(word.text());
            return named(
                    new Condition.Phrase(index.text(TextField.NAME_LETTERS), letters),
                    languages ? LETTERS_OF_ALL : LETTERS_OF_PRINTINGS,
                    letters);
        }
        String phrase = namePhrase(value.text());
        return named(
                new Condition.Phrase(index.text(TextField.NAME), phrase),
                languages ? NAMES_OF_ALL : NAMES_OF_PRINTINGS,
                phrase);
    }

    /** What the card's name fits, and printings that have a name of their own which does. */
    private Condition named(Condition ofCard, List<TextField> ofPrintings, String phrase) {
        List<Condition> any = new ArrayList<>(List.of(ofCard));
        ofPrintings.stream()
                .map(index::text)
                .filter(names -> !names.isEmpty())
                .forEach(names -> any.add(new Condition.Phrase(names, phrase)));
        return any.size() == 1 ? ofCard : new Condition.AnyOf(any);
    }

    private static String nameLetters(String text) throws NotUnderstood {
        String letters = Folded.exact(text);
        if (letters.isEmpty()) {
            throw new NotUnderstood("It has no letters or digits, and a name is searched by those.");
        }
        return letters;
    }

    /** Two faces, when it has both of them, stand one behind the other. */
    private static String namePhrase(String text) throws NotUnderstood {
        String phrase = Arrays.stream(text.split("//"))
                .map(Folded::phrase)
                .filter(face -> !face.isEmpty())
                .collect(Collectors.joining(String.valueOf(Folded.BREAK)));
        if (phrase.isEmpty()) {
            throw new NotUnderstood("It has no letters or digits, and a name is searched by those.");
        }
        return phrase;
    }

    private static String phrase(String text) throws NotUnderstood {
        String phrase = Folded.text(text);
        if (phrase.isEmpty()) {
            throw new NotUnderstood("There is nothing to look for.");
        }
        return phrase;
    }

    /**
     * A word that is a type by itself is meant as that, so that {@code t:orc} finds no sorceries; one that only hidden
     * cards have as a type is that only where it asks for them.
     */
    private Condition type(String text) throws NotUnderstood {
        String phrase = phrase(text.replace("—", " ").replace(" - ", " ").replaceAll(" {2,}", " "))
                .strip();
        // Urza's Tower is of the type Urza's
        RoaringBitmap exact =
                RoaringBitmap.or(index.with(Facet.TYPE_WORD, phrase), index.with(Facet.TYPE_WORD, phrase + "'s"));
        boolean shown = !exact.isEmpty()
                && (Terms.EXTRA_TYPES.contains(phrase) || !index.hidden().contains(exact));
        if (shown) {
            return new Condition.Known(exact);
        }
        Facet facet = phrase.contains(" ") ? Facet.TYPE_LINE : Facet.TYPE_WORD;
        return new Condition.Known(Bitmaps.union(index.facet(facet), containing(phrase)));
    }

    private static Predicate<String> containing(String phrase) {
        return text -> text.contains(phrase);
    }

    private static List<TextField> fields(Key key, String typed, boolean languages) {
        return switch (key) {
            case NAME, EXACT_NAME ->
                languages
                        ? List.of(TextField.WHOLE_NAME, TextField.WHOLE_FLAVOR_NAME, TextField.WHOLE_PRINTED_NAME)
                        : List.of(TextField.WHOLE_NAME, TextField.WHOLE_FLAVOR_NAME);
            case TYPE -> List.of(TextField.TYPE_LINE);
            case ORACLE, FULL_ORACLE -> List.of(rules(key, typed));
            case FLAVOR -> List.of(TextField.FLAVOR);
            case LORE ->
                List.of(
                        TextField.WHOLE_NAME,
                        TextField.WHOLE_FLAVOR_NAME,
                        TextField.TYPE_LINE,
                        TextField.ORACLE,
                        TextField.FLAVOR);
            default -> List.of(TextField.ARTIST);
        };
    }

    private Condition matching(List<TextField> fields, String typed) throws NotUnderstood {
        Pattern pattern = Patterns.typed(typed);
        if (pattern.matcher("").find()) {
            // as Scryfall has it: what nothing at all fits, everything does
            return new Condition.Known(index.all());
        }
        Optional<Regex> regex = RegexReader.read(pattern.pattern());
        List<Clue> certain = List.copyOf(regex.map(Regex::certain)
                .filter(all -> all.stream().allMatch(each -> each.letters().length() >= SHORTEST_LITERAL))
                .orElse(List.of()));
        List<Clue> runs = certain.isEmpty()
                ? List.copyOf(regex.flatMap(CharacterRuns::of).stream().toList())
                : certain;
        boolean withinLine = regex.filter(Regex::isWithinLine).isPresent();
        List<Condition> anywhere = fields.stream()
                .map(index::text)
                .filter(texts -> !texts.isEmpty() || fields.size() == 1)
                // a character that is two in the text would be two of a run
                .<Condition>map(texts -> texts.isPlain()
                        ? new Condition.Matching(texts, automaton(regex, pattern), runs, withinLine)
                        : new Condition.Matching(texts, new Re2Matcher(pattern), certain, withinLine))
                .toList();
        return anywhere.size() == 1 ? anywhere.get(0) : new Condition.AnyOf(anywhere);
    }

    private static TextMatcher automaton(Optional<Regex> regex, Pattern pattern) {
        return regex.flatMap(Automaton::of)
                .<TextMatcher>map(automaton -> automaton)
                .orElseGet(() -> new Re2Matcher(pattern));
    }
}
