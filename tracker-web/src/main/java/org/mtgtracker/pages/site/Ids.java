package org.mtgtracker.pages.site;

import java.util.UUID;
import java.util.regex.Pattern;

/** Ids as addresses, forms and card objects write them. */
public final class Ids {
    /** {@link UUID#fromString} alone takes {@code 1-1-1-1-1} for one as well. */
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private Ids() {}

    /** Whether a text is a UUID in full. */
    public static boolean isOne(String text) {
        return ID.matcher(text).matches();
    }
}
