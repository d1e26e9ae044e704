package org.mtgtracker.pricing.control;

import java.io.IOException;

/** A price file goes on beyond what one may have, unpacked; what comes after that is not read. */
final class EndlessPriceFile extends IOException {
    private static final long serialVersionUID = 1;

    EndlessPriceFile(String name, long longest) {
        super("The price file %s has more than %,d bytes, unpacked, which is the most that is taken; send it in parts."
                .formatted(name, longest));
    }
}
