package org.mtgtracker.rest;

import jakarta.servlet.http.HttpServletResponse;

/** What every answer tells a browser not to do with it. */
final class SecurityHeaders {
    /** Pages have their own styles and scripts and none inline, and show Scryfall's card and symbol images. */
    private static final String PAGES = "default-src 'self'; img-src 'self' data: https://cards.scryfall.io"
            + " https://svgs.scryfall.io; object-src 'none'; base-uri 'self'; form-action 'self';"
            + " frame-ancestors 'none'";

    private static final String API = "default-src 'none'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    static void on(HttpServletResponse response, boolean api) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader("Content-Security-Policy", api ? API : PAGES);
        response.setHeader("X-Frame-Options", "DENY");
    }
}
