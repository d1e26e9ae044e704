-- What a card cost on a day (UTC), in cents of the currency; NULL is no price. Days come first: a day's prices are
-- written together. Months become partitions of their own when prices of theirs are about to come (no foreign key
-- therefore); whatever lies between such months is one partition, which stays empty.
CREATE TABLE card_price (
    day        DATE              NOT NULL,
    card       INT               NOT NULL COMMENT 'card.id',
    usd        INT               NULL,
    usd_foil   INT               NULL,
    usd_etched INT               NULL,
    eur        INT               NULL,
    eur_foil   INT               NULL,
    tix        INT               NULL COMMENT 'hundredths of an event ticket',
    sources    SMALLINT UNSIGNED NOT NULL COMMENT 'two bits a type, usd lowest: 0 none, 1 catalogue, 2 file, 3 correction',
    PRIMARY KEY (day, card),
    CONSTRAINT card_price_usd CHECK (usd > 0),
    CONSTRAINT card_price_usd_foil CHECK (usd_foil > 0),
    CONSTRAINT card_price_usd_etched CHECK (usd_etched > 0),
    CONSTRAINT card_price_eur CHECK (eur > 0),
    CONSTRAINT card_price_eur_foil CHECK (eur_foil > 0),
    CONSTRAINT card_price_tix CHECK (tix > 0)
) ENGINE = InnoDB
PARTITION BY RANGE COLUMNS (day) (PARTITION later VALUES LESS THAN (MAXVALUE));

-- The days that have prices: one card's history is a look-up for each of them, not a scan over all cards.
CREATE TABLE price_day (
    day DATE NOT NULL,
    PRIMARY KEY (day)
) ENGINE = InnoDB;
