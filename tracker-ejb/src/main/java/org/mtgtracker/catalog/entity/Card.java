package org.mtgtracker.catalog.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.mtgtracker.persistence.entity.UuidBytes;

/**
 * A card: one printing, as Scryfall counts them. What is sorted, joined or counted in the database has a column here;
 * everything else is in its {@link CardObject}. A card that vanished from the source is retired and stays, because
 * prices, collections and listings refer to it. Imports write cards with JDBC; through JPA they are only read.
 */
@Entity
@Table(name = "card")
public class Card {
    @Id
    private int id;

    @Convert(converter = UuidBytes.class)
    @Column(name = "scryfall_id", nullable = false)
    private UUID scryfallId;

    @Convert(converter = UuidBytes.class)
    @Column(name = "oracle_id")
    private UUID oracleId;

    @OneToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "object_id")
    private CardObject object;

    private long version;

    private boolean retired;

    @Column(name = "merged_into")
    private Integer mergedInto;

    private String name;

    private String lang;

    private String layout;

    private String rarity;

    @Column(name = "mana_value")
    private BigDecimal manaValue;

    @Column(name = "type_line")
    private String typeLine;

    @Column(name = "set_code")
    private String setCode;

    @Column(name = "collector_number")
    private String collectorNumber;

    @Column(name = "released_at")
    private LocalDate releasedAt;

    private boolean digital;

    protected Card() {}

    /** The number that other tables refer to it by; never given to another card. */
    public int id() {
        return id;
    }

    public UUID scryfallId() {
        return scryfallId;
    }

    /** What all printings of the card share; empty where Scryfall gives none. */
    public Optional<UUID> oracleId() {
        return Optional.ofNullable(oracleId);
    }

    /** The catalogue version that brought this content. */
    public long version() {
        return version;
    }

    /** True when the source has it no more. */
    public boolean isRetired() {
        return retired;
    }

    /** The number of the card that Scryfall has merged this one into; empty when it has not. */
    public Optional<Integer> mergedInto() {
        return Optional.ofNullable(mergedInto);
    }

    public String name() {
        return name;
    }

    public String lang() {
        return lang;
    }

    public String layout() {
        return layout;
    }

    /** One of Scryfall's six, in small letters. */
    public String rarity() {
        return rarity;
    }

    /** May be a half or a million; empty where Scryfall gives none. */
    public Optional<BigDecimal> manaValue() {
        return Optional.ofNullable(manaValue);
    }

    /** Of the front face. */
    public String typeLine() {
        return typeLine;
    }

    public String setCode() {
        return setCode;
    }

    /** Not always a number: {@code 101†}, {@code 184s}. */
    public String collectorNumber() {
        return collectorNumber;
    }

    public LocalDate releasedAt() {
        return releasedAt;
    }

    public boolean isDigital() {
        return digital;
    }
}
