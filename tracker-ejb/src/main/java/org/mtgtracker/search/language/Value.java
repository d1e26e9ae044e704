package org.mtgtracker.search.language;

import static java.util.Objects.requireNonNull;

/** What a key is asked for. */
public sealed interface Value {
    /** The characters between the marks that make it a word, a phrase or a pattern. */
    String text();

    /** As it was typed, marks included. */
    String typed();

    /** One word, without blanks. */
    record Word(String text) implements Value {
        public Word {
            requireNonNull(text, "text is null");
        }

        @Override
        public String typed() {
            return text;
        }
    }

    /** Words that belong together, in quotes. */
    record Phrase(String text) implements Value {
        public Phrase {
            requireNonNull(text, "text is null");
        }

        @Override
        public String typed() {
            return '"' + text + '"';
        }
    }

    /** A regular expression, between slashes. */
    record Pattern(String text) implements Value {
        public Pattern {
            requireNonNull(text, "text is null");
        }

        @Override
        public String typed() {
            return '/' + text + '/';
        }
    }
}
