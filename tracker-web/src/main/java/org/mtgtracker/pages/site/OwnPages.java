package org.mtgtracker.pages.site;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Tells what is a page of ours: one that sends a request, for a browser sends sessions along from everybody's, and one
 * that an address leads to, for nobody is to be led away from here.
 */
public final class OwnPages {
    /** A path of this application: neither another host ({@code //host}, {@code /\\host}) nor a trick with controls. */
    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[\\x21-\\x5B\\x5D-\\x7E]*");

    private static final int LONGEST_PATH = 2000;

    private OwnPages() {}

    /**
     * Whether a form was sent by a page of ours. Browsers say so themselves over HTTPS ({@code Sec-Fetch-Site}: of this
     * site, or of nobody's page), and else name the origin of the page that sent it, which then has to be the host asked.
     * What says neither is not taken.
     */
    public static boolean sent(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = request.getHeader("Origin");
        String host = request.getHeader("Host");
        return origin != null && host != null && sameHost(origin, host);
    }

    /** Whether a page's origin is the host that was asked. */
    public static boolean sameHost(String origin, String host) {
        try {
            return !host.isEmpty() && host.equalsIgnoreCase(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The path when it leads to a page of ours, otherwise nothing. */
    public static String path(String given) {
        return given != null
                        && given.length() <= LONGEST_PATH
                        && PATH.matcher(given).matches()
                ? given
                : "";
    }
}
