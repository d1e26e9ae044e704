package org.mtgtracker.pricing.boundary;

/** More was sent than a price file may have. The sender's mistake. */
public class PriceFileTooLarge extends RuntimeException {
    private final long limit;

    public PriceFileTooLarge(long limit) {
        super("The price file is larger than %,d bytes, which is the most that is taken; send it in parts, or gzip'd."
                .formatted(limit));
        this.limit = limit;
    }

    /** How many bytes it may have, as it is sent. */
    public long limit() {
        return limit;
    }
}
