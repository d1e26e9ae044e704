package org.mtgtracker.catalog.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;

/** The Scryfall object of a {@link Card}, as it was received. Imports write it, nobody changes it. */
@Entity
@Table(name = "card_object")
public class CardObject {
    @Id
    private int id;

    @Lob
    @Column(nullable = false, updatable = false)
    private byte[] json;

    protected CardObject() {}

    /** UTF-8 JSON on one line. */
    public byte[] json() {
        return json.clone();
    }
}
