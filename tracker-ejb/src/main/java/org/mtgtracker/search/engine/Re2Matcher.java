package org.mtgtracker.search.engine;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.mtgtracker.search.index.Budget;
import org.mtgtracker.search.index.TextMatcher;

/** Leaves the work to RE2, which in Java goes from place to place of an expression at each character. */
final class Re2Matcher implements TextMatcher {
    private static final int STEPS_A_CHARACTER = 4;
    private static final int PLACES_A_STEP = 4;

    private final Matcher matcher;
    private final long price;

    Re2Matcher(Pattern pattern) {
        matcher = pattern.matcher("");
        price = STEPS_A_CHARACTER + pattern.programSize() / PLACES_A_STEP;
    }

    @Override
    public boolean matches(String text, int from, int to, Budget budget) {
        budget.spend(price * (to - from));
        return matcher.reset(text.substring(from, to)).find();
    }
}
