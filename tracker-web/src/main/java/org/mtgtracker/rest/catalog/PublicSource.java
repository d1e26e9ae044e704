package org.mtgtracker.rest.catalog;

/** A source as everybody may see it: where the operator's files lie, and what his addresses carry, is his affair. */
final class PublicSource {
    private PublicSource() {}

    /** The last part of a path or address, without a query; null when there is no source yet. */
    static String of(String source) {
        if (source.isEmpty()) {
            return null;
        }
        String path = source.split("[?#]", 2)[0];
        String trimmed = path.replaceAll("[/\\\\]+$", "");
        return trimmed.substring(Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('\\')) + 1);
    }
}
