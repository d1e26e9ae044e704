package org.mtgtracker.identity.boundary;

import static java.util.Objects.requireNonNull;

/**
 * Where a request comes from, as far as that is known: by it guessing is slowed, and people know their sessions again.
 *
 * @param address the client's IP address
 * @param device what it calls itself; cut to {@value #LONGEST_DEVICE} characters
 */
public record Origin(String address, String device) {
    private static final int LONGEST_ADDRESS = 45;
    private static final int LONGEST_DEVICE = 200;

    /** Inside the server: a job, or the start. */
    public static final Origin HERE = new Origin("", "");

    public Origin {
        address = cut(requireNonNull(address, "address is null"), LONGEST_ADDRESS);
        device = cut(requireNonNull(device, "device is null"), LONGEST_DEVICE);
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
