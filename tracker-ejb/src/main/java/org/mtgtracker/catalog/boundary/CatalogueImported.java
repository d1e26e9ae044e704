package org.mtgtracker.catalog.boundary;

import static java.util.Objects.requireNonNull;

/**
 * CDI event: an import has been committed. Fired in the thread of the import, after every successful run, also one that
 * changed nothing; observers that have much to do go on in a thread of their own.
 *
 * @param version the catalogue's version now
 * @param source where it came from, as in {@link CatalogueState#source()}
 */
public record CatalogueImported(long version, String source) {
    public CatalogueImported {
        requireNonNull(source, "source is null");
    }
}
