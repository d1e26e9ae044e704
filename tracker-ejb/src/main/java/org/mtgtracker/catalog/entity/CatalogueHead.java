package org.mtgtracker.catalog.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** The one row that says which version of the catalogue is current and what it holds. */
@Entity
@Table(name = "catalogue")
public class CatalogueHead {
    /** The id of the only row. */
    public static final int ONLY = 1;

    @Id
    private int id;

    private long version;

    private int cards;

    private int sets;

    private String source;

    /** UTC. */
    @Column(name = "imported_at")
    private LocalDateTime importedAt;

    protected CatalogueHead() {}

    public long version() {
        return version;
    }

    public int cards() {
        return cards;
    }

    public int sets() {
        return sets;
    }

    public String source() {
        return source;
    }

    /** UTC; null before the first import. */
    public LocalDateTime importedAt() {
        return importedAt;
    }
}
