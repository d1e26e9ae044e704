package org.mtgtracker.search.language;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** A query as a tree. It knows where its parts were typed, so that whatever is said about them can point there. */
public sealed interface Query {
    /** Where it was typed. */
    Span span();

    /** Fits what fits all parts. */
    record All(List<Query> parts, Span span) implements Query {
        public All {
            parts = List.copyOf(requireNonNull(parts, "parts is null"));
            requireNonNull(span, "span is null");
        }
    }

    /** Fits what fits at least one part. */
    record Any(List<Query> parts, Span span) implements Query {
        public Any {
            parts = List.copyOf(requireNonNull(parts, "parts is null"));
            requireNonNull(span, "span is null");
        }
    }

    /** Fits what its part does not fit. */
    record Not(Query part, Span span) implements Query {
        public Not {
            requireNonNull(part, "part is null");
            requireNonNull(span, "span is null");
        }
    }

    /**
     * One question to a card.
     *
     * @param typed as the query has it, for sentences about it
     */
    record Term(Key key, Operator operator, Value value, String typed, Span span) implements Query {
        public Term {
            requireNonNull(key, "key is null");
            requireNonNull(operator, "operator is null");
            requireNonNull(value, "value is null");
            requireNonNull(typed, "typed is null");
            requireNonNull(span, "span is null");
        }
    }
}
