package org.mtgtracker.catalog.control;

/** A card object that cannot be taken; says where in the object, and why, and whose it is as far as that was read. */
final class BrokenCard extends RuntimeException {
    private final long offset;
    private final String id;

    /**
     * @param reason what is wrong and what is allowed, to follow a colon
     * @param offset bytes from the object's opening brace
     * @param id as it was written; null when it was not read before the fault
     */
    BrokenCard(String reason, long offset, String id) {
        super(reason);
        this.offset = offset;
        this.id = id;
    }

    long offset() {
        return offset;
    }

    String id() {
        return id;
    }
}
