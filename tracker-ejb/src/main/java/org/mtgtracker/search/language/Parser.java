package org.mtgtracker.search.language;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mtgtracker.search.boundary.BadQuery;
import org.mtgtracker.search.boundary.Direction;
import org.mtgtracker.search.boundary.Order;
import org.mtgtracker.search.boundary.Prefer;
import org.mtgtracker.search.boundary.QueryTooLong;
import org.mtgtracker.search.boundary.Unique;

/**
 * Reads Scryfall's language by recursive descent:
 *
 * <pre>
 * any  = all { "or" all }
 * all  = part { ["and"] part }
 * part = { "-" } ( "(" any ")" | term )
 * </pre>
 *
 * What it does not understand it leaves out and names; only a broken shape (parentheses, quotes, size) stops it.
 */
public final class Parser {
    private static final Value NOTHING = new Value.Phrase("");

    private static final Set<String> VIEWS = Set.of("grid", "checklist", "full", "text", "images");

    private final Scanner scanner;
    private final List<Dropped> dropped = new ArrayList<>();
    private Display display = Display.UNSAID;
    private int terms;

    private Parser(String query) {
        scanner = new Scanner(query);
    }

    /**
     * Parses a query.
     *
     * @throws QueryTooLong when it has more than {@link Limits#LENGTH} characters
     * @throws BadQuery when parentheses or quotes are not balanced, or another limit is passed
     */
    public static Parsed parse(String query) {
        requireNonNull(query, "query is null");
        int length = query.codePointCount(0, query.length());
        if (length > Limits.LENGTH) {
            throw new QueryTooLong(length, Limits.LENGTH);
        }
        return new Parser(query).query();
    }

    private Parsed query() {
        Optional<Query> tree = any(0);
        if (!scanner.atEnd()) {
            throw new BadQuery("Your query has unbalanced parentheses: the “)” at character " + (scanner.place() + 1)
                    + " closes nothing.");
        }
        return new Parsed(tree, display, dropped);
    }

    private Optional<Query> any(int depth) {
        int from = scanner.place();
        List<Query> parts = new ArrayList<>();
        do {
            all(depth).ifPresent(parts::add);
        } while (scanner.skipWord("or"));
        return joined(parts, span -> new Query.Any(parts, span), from);
    }

    private Optional<Query> all(int depth) {
        int from = scanner.place();
        List<Query> parts = new ArrayList<>();
        while (!scanner.atEnd() && !scanner.sees(')') && !scanner.seesWord("or")) {
            if (!scanner.skipWord("and")) {
                part(depth, false).ifPresent(parts::add);
            }
        }
        return joined(parts, span -> new Query.All(parts, span), from);
    }

    private Optional<Query> joined(List<Query> parts, Function<Span, Query> several, int from) {
        return switch (parts.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(parts.get(0));
            default -> Optional.of(several.apply(new Span(from, scanner.place())));
        };
    }

    private Optional<Query> part(int depth, boolean negated) {
        int from = scanner.place();
        if (scanner.skip('-')) {
            if (scanner.atEnd() || scanner.seesBlank()) {
                drop(from, "There is nothing behind the “-”.");
                return Optional.empty();
            }
            if (depth >= Limits.DEPTH) {
                throw tooDeep();
            }
            return part(depth + 1, !negated)
                    .map(part -> part instanceof Query.Not not
                            ? not.part()
                            : new Query.Not(part, new Span(from, scanner.place())));
        }
        if (scanner.sees('(')) {
            return group(depth, from);
        }
        return term(from, negated);
    }

    private Optional<Query> group(int depth, int from) {
        if (depth >= Limits.DEPTH) {
            throw tooDeep();
        }
        scanner.skip('(');
        int dropsBefore = dropped.size();
        Display before = display;
        Optional<Query> inner = any(depth + 1);
        if (!scanner.skip(')')) {
            throw new BadQuery(
                    "Your query has unbalanced parentheses: the “(” at character " + (from + 1) + " is not closed.");
        }
        if (inner.isEmpty() && dropped.size() == dropsBefore && display.equals(before)) {
            drop(from, "There is nothing between the parentheses.");
        }
        scanner.skipBlanks();
        return inner;
    }

    private static BadQuery tooDeep() {
        return new BadQuery("Your query is nested too deeply: at most " + Limits.DEPTH + " levels are allowed.");
    }

    private Optional<Query> term(int from, boolean negated) {
        count(1);
        Scanner.Typed typed = scanner.term();
        Span span = new Span(from, scanner.place());
        String text = scanner.text(span).strip();
        scanner.skipBlanks();
        if (typed.key() == null) {
            return nameTerm(typed, text, span);
        }
        Optional<Key> key = Key.named(typed.key()).filter(known -> known != Key.EXACT_NAME);
        if (key.isEmpty()) {
            drop(text, span, "Unknown keyword “" + Dropped.shortened(typed.key()) + "”.");
            return Optional.empty();
        }
        return keyTerm(key.get(), typed, new Typing(text, span, negated));
    }

    private void count(int more) {
        terms += more;
        if (terms > Limits.TERMS) {
            throw new BadQuery("Your query has too many terms: at most " + Limits.TERMS + " are allowed.");
        }
    }

    /** Where and how a term was typed. */
    private record Typing(String text, Span span, boolean negated) {}

    private Optional<Query> nameTerm(Scanner.Typed typed, String text, Span span) {
        if (typed.value() instanceof Value.Word word && !typed.exact()) {
            if (word.text().equals("++")) {
                display = display.with(Unique.PRINTS);
                return Optional.empty();
            }
            if (word.text().equals("@@")) {
                display = display.with(Unique.ART);
                return Optional.empty();
            }
            if (word.text().equals("//")) {
                return Optional.empty();
            }
            if (word.text().startsWith("{")) {
                return Optional.of(new Query.Term(Key.MANA, Operator.HAS, word, text, span));
            }
        }
        if (typed.value().equals(NOTHING) && !typed.exact()) {
            return checked(Key.NAME, Operator.HAS, new Value.Pattern(""), text, span);
        }
        Key key = typed.exact() ? Key.EXACT_NAME : Key.NAME;
        return words(key, Operator.HAS, typed.value(), text, span);
    }

    private Optional<Query> keyTerm(Key key, Scanner.Typed typed, Typing typing) {
        Operator operator = typed.operator();
        if (!key.kind().takes(operator)) {
            drop(
                    typing.text(),
                    typing.span(),
                    "The keyword “" + typed.key() + "” cannot be used with “" + operator.symbol() + "”.");
            return Optional.empty();
        }
        if (key.kind() == Kind.TEXT && typed.value().equals(NOTHING)) {
            // as Scryfall has it: every text has nothing in it
            return checked(key, operator, new Value.Pattern(""), typing.text(), typing.span());
        }
        if (typed.value().text().isBlank() && !(typed.value() instanceof Value.Pattern)) {
            drop(typing.text(), typing.span(), "There is no value behind “" + typed.key() + operator.symbol() + "”.");
            return Optional.empty();
        }
        if (key.kind() == Kind.DISPLAY || key == Key.INCLUDE) {
            show(key, typed.value().text(), typing);
            return Optional.empty();
        }
        if (key == Key.NOT) {
            Query is = new Query.Term(Key.IS, operator, typed.value(), typing.text(), typing.span());
            return Optional.of(new Query.Not(is, typing.span()));
        }
        return words(key, operator, typed.value(), typing.text(), typing.span());
    }

    /** A word of a name ends at a slash: {@code fire/ice} are two. */
    private Optional<Query> words(Key key, Operator operator, Value value, String text, Span span) {
        boolean several =
                key == Key.NAME && value instanceof Value.Word && value.text().contains("/");
        if (!several) {
            return checked(key, operator, value, text, span);
        }
        List<Query> parts = Arrays.stream(value.text().split("/"))
                .filter(word -> !word.isEmpty())
                .<Query>map(word -> new Query.Term(key, Operator.HAS, new Value.Word(word), text, span))
                .toList();
        if (parts.isEmpty()) {
            return checked(key, operator, value, text, span);
        }
        count(parts.size() - 1);
        Query all = parts.size() == 1 ? parts.get(0) : new Query.All(parts, span);
        return Optional.of(operator == Operator.UNEQUAL ? new Query.Not(all, span) : all);
    }

    private Optional<Query> checked(Key key, Operator operator, Value value, String text, Span span) {
        if (value instanceof Value.Pattern pattern) {
            if (!key.takesPatterns()) {
                drop(text, span, "The keyword “" + key.names().get(0) + "” does not take regular expressions.");
                return Optional.empty();
            }
            if (pattern.text().length() > Limits.PATTERN) {
                throw new BadQuery("A regular expression is too long: it has %,d characters; at most %d are allowed."
                        .formatted(pattern.text().length(), Limits.PATTERN));
            }
        }
        return Optional.of(new Query.Term(key, operator, value, text, span));
    }

    private void show(Key key, String word, Typing typing) {
        if (typing.negated()) {
            drop(typing.text(), typing.span(), "How results are shown cannot be negated.");
            return;
        }
        Optional<Display> changed =
                switch (key) {
                    case UNIQUE -> Unique.of(word).map(display::with);
                    case ORDER -> Order.of(word).map(display::with);
                    case DIRECTION -> Direction.of(word).map(display::with);
                    case PREFER -> Prefer.of(word).map(display::with);
                    case INCLUDE -> included(word);
                    default -> VIEWS.contains(word.toLowerCase(Locale.ROOT)) ? Optional.of(display) : Optional.empty();
                };
        if (changed.isPresent()) {
            display = changed.get();
        } else {
            String what =
                    switch (key) {
                        case UNIQUE -> "unique mode";
                        case PREFER -> "preference mode";
                        case ORDER -> "order choice";
                        case VIEW -> "display mode";
                        default -> "direction choice";
                    };
            dropped.add(Dropped.choice(typing.text(), what, word.toLowerCase(Locale.ROOT), typing.span()));
        }
    }

    private Optional<Display> included(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "extras", "extra", "funny" -> Optional.of(display.withExtras());
            case "variations", "variation" -> Optional.of(display.withVariations());
            case "multilingual" -> Optional.of(display.withLanguages());
            case "all", "everything" ->
                Optional.of(display.withExtras().withVariations().withLanguages());
            // what these would add is never hidden as such
            case "digital" -> Optional.of(display);
            default -> Optional.empty();
        };
    }

    private void drop(int from, String reason) {
        Span span = new Span(from, scanner.place());
        drop(scanner.text(span).strip(), span, reason);
        scanner.skipBlanks();
    }

    private void drop(String text, Span span, String reason) {
        dropped.add(Dropped.ignored(text, reason, span));
    }
}
