package org.mtgtracker.search.index;

/** Looks for something in one text after the other. */
@FunctionalInterface
public interface TextMatcher {
    /**
     * Whether it is found in a part of a text, which has nothing before and behind it.
     *
     * @param budget is charged with the work
     */
    boolean matches(String text, int from, int to, Budget budget);
}
