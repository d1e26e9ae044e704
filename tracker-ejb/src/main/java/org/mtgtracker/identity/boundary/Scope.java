package org.mtgtracker.identity.boundary;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What an API key may be used for. A scope only narrows: what its owner may not do, no scope allows. */
public enum Scope {
    /** What everybody may read: cards, sets, prices, trends, searches. */
    CARDS_READ("cards:read"),
    COLLECTION_READ("collection:read"),
    COLLECTION_WRITE("collection:write"),
    LISTINGS_READ("listings:read"),
    LISTINGS_WRITE("listings:write"),
    /** What only administrators see. */
    ADMIN_READ("admin:read"),
    /** What only administrators do. */
    ADMIN_WRITE("admin:write");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    /** How it is written in requests and answers. */
    public String word() {
        return word;
    }

    /** Whether it is for administrators only. */
    public boolean administrative() {
        return this == ADMIN_READ || this == ADMIN_WRITE;
    }

    /** The scope that is written so. */
    public static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }

    /** All words, for messages. */
    public static String words() {
        return text(EnumSet.allOf(Scope.class)).replace(" ", ", ");
    }

    /** Several in one text, with blanks between (RFC 6749, section 3.3). */
    public static String text(Collection<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::word).collect(joining(" "));
    }

    /** Reads such a text; words that are no scopes any more are passed over. */
    public static Set<Scope> parse(String text) {
        return Arrays.stream(text.split(" "))
                .filter(Predicate.not(String::isEmpty))
                .flatMap(word -> of(word).stream())
                .collect(toCollection(() -> EnumSet.noneOf(Scope.class)));
    }
}
