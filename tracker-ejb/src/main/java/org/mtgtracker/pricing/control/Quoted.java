package org.mtgtracker.pricing.control;

/** What a file says, as a message repeats it. */
final class Quoted {
    private static final int SHOWN = 40;

    private Quoted() {}

    static String of(String text) {
        return "\"" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text) + "\"";
    }
}
