package org.mtgtracker.pages.site;

/** Text as HTML and SVG take it; for the few pieces of a page that are written in Java, because there are many of them. */
public final class Html {
    private Html() {}

    /** Text that stands between tags or in an attribute's double quotes. */
    public static String text(String text) {
        StringBuilder safe = null;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            String entity =
                    switch (c) {
                        case '&' -> "&amp;";
                        case '<' -> "&lt;";
                        case '>' -> "&gt;";
                        case '"' -> "&quot;";
                        default -> c < ' ' && c != '\n' && c != '\t' ? " " : null;
                    };
            if (entity != null && safe == null) {
                safe = new StringBuilder(text.length() + 16).append(text, 0, at);
            }
            if (safe != null) {
                if (entity == null) {
                    safe.append(c);
                } else {
                    safe.append(entity);
                }
            }
        }
        return safe == null ? text : safe.toString();
    }
}
