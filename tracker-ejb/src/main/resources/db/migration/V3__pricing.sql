-- What a card cost on a day (UTC), in cents of the currency; NULL is no price. Days come first: a day's prices are
-- written together. No foreign key, since the months become partitions.
CREATE TABLE card_price (
    day        DATE NOT NULL,
    card       INT  NOT NULL COMMENT 'card.id',
    usd        INT  NULL,
    usd_foil   INT  NULL,
    usd_etched INT  NULL,
    eur        INT  NULL,
    eur_foil   INT  NULL,
    tix        INT  NULL COMMENT 'hundredths of an event ticket',
    PRIMARY KEY (day, card),
    CONSTRAINT card_price_usd CHECK (usd >= 0),
    CONSTRAINT card_price_usd_foil CHECK (usd_foil >= 0),
    CONSTRAINT card_price_usd_etched CHECK (usd_etched >= 0),
    CONSTRAINT card_price_eur CHECK (eur >= 0),
    CONSTRAINT card_price_eur_foil CHECK (eur_foil >= 0),
    CONSTRAINT card_price_tix CHECK (tix >= 0)
) ENGINE = InnoDB;

-- The days that have prices: one card's history is a look-up for each of them, not a scan over all cards.
CREATE TABLE price_day (
    day DATE NOT NULL,
    PRIMARY KEY (day)
) ENGINE = InnoDB;

-- The price files that were loaded, so that the demo's is loaded once.
CREATE TABLE price_load (
    id            BIGINT        NOT NULL AUTO_INCREMENT,
    source        VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    fingerprint   VARCHAR(200)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    price_rows    BIGINT        NOT NULL,
    unknown_cards BIGINT        NOT NULL,
    broken_lines  BIGINT        NOT NULL,
    loaded_at     DATETIME(3)   NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB;
