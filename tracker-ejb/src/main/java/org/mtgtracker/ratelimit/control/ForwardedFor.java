package org.mtgtracker.ratelimit.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses that proxies have written into a header, the client's first: what they wrote, not what is true. */
public final class ForwardedFor {
    /** RFC 7239. */
    static final String FORWARDED = "Forwarded";

    static final String X_FORWARDED_FOR = "X-Forwarded-For";

    /** More hops than any way has; the nearest ones count. */
    private static final int MOST = 32;

    private static final Pattern FOR =
            Pattern.compile("(?:^|;)\\s*for=(\"[^\"]*\"|[^;\\s]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WITH_PORT = Pattern.compile("\\[([^\\]]*)\\](?::\\w+)?|([0-9.]+):\\w+");

    private ForwardedFor() {}

    /**
     * The addresses without their ports; what a proxy wrote instead of one is there as it is.
     *
     * @param header {@code Forwarded} or {@code X-Forwarded-For}
     */
    public static List<String> addresses(String header, List<String> values) {
        boolean elements = header.toLowerCase(Locale.ROOT).equals(FORWARDED.toLowerCase(Locale.ROOT));
        List<String> addresses = new ArrayList<>();
        for (String value : values) {
            for (String hop : value.split(",", -1)) {
                addresses.add(withoutPort(elements ? named(hop) : hop.strip()));
            }
        }
        return addresses.subList(Math.max(0, addresses.size() - MOST), addresses.size());
    }

    private static String named(String element) {
        Matcher parameter = FOR.matcher(element);
        return parameter.find() ? parameter.group(1).replace("\"", "") : "";
    }

    private static String withoutPort(String node) {
        Matcher form = WITH_PORT.matcher(node);
        if (!form.matches()) {
            return node;
        }
        return form.group(1) == null ? form.group(2) : form.group(1);
    }
}
