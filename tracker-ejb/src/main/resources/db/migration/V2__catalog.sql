-- The catalogue: one row per printing, its Scryfall object beside it, and what an import needs.

CREATE TABLE card_set (
    code        VARCHAR(20)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    name        VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL,
    set_type    VARCHAR(40)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    released_at DATE         NOT NULL COMMENT 'when its first card was',
    cards       INT          NOT NULL COMMENT 'that are not retired; 0 when all are',
    PRIMARY KEY (code),
    CONSTRAINT card_set_cards CHECK (cards >= 0)
) ENGINE = InnoDB;

-- The objects stand apart from the columns: an import writes them ahead of its transaction, where nobody sees them
-- until a card points at them, and a scan over the cards reads a few megabytes instead of all the JSON.
CREATE TABLE card_object (
    id   INT        NOT NULL,
    json MEDIUMBLOB NOT NULL COMMENT 'UTF-8, without white space between tokens',
    PRIMARY KEY (id)
) ENGINE = InnoDB;

CREATE TABLE card (
    id               INT            NOT NULL COMMENT 'never given twice: prices refer to it without a foreign key',
    scryfall_id      BINARY(16)     NOT NULL,
    oracle_id        BINARY(16)     NULL,
    object_id        INT            NOT NULL,
    content_hash     BINARY(16)     NOT NULL,
    version          BIGINT         NOT NULL COMMENT 'of the catalogue that brought this content',
    retired          BOOLEAN        NOT NULL,
    merged_into      INT            NULL COMMENT 'the card that has the place of this one, which Scryfall gave up',
    name             VARCHAR(400)   CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL,
    lang             VARCHAR(10)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    layout           VARCHAR(40)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    rarity           VARCHAR(10)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    mana_value       DECIMAL(12, 2) NULL,
    type_line        VARCHAR(400)   CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL COMMENT 'of the front',
    set_code         VARCHAR(20)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    collector_number VARCHAR(40)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    released_at      DATE           NOT NULL,
    digital          BOOLEAN        NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY card_scryfall_id (scryfall_id),
    KEY card_oracle_id (oracle_id),
    KEY card_number (set_code, collector_number),
    CONSTRAINT card_in_set FOREIGN KEY (set_code) REFERENCES card_set (code),
    CONSTRAINT card_has_object FOREIGN KEY (object_id) REFERENCES card_object (id),
    CONSTRAINT card_rarity CHECK (rarity IN ('common', 'uncommon', 'rare', 'special', 'mythic', 'bonus')),
    CONSTRAINT card_mana_value CHECK (mana_value >= 0)
) ENGINE = InnoDB;

CREATE TABLE catalogue (
    id          TINYINT       NOT NULL,
    version     BIGINT        NOT NULL COMMENT '0 until the first import',
    cards       INT           NOT NULL,
    sets        INT           NOT NULL,
    source      VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    fingerprint VARCHAR(200)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'of the file it came from',
    imported_at DATETIME(3)   NULL,
    PRIMARY KEY (id),
    CONSTRAINT catalogue_is_one CHECK (id = 1)
) ENGINE = InnoDB;

INSERT INTO catalogue (id, version, cards, sets, source, fingerprint, imported_at) VALUES (1, 0, 0, 0, '', '', NULL);

CREATE TABLE import_run (
    id          BIGINT        NOT NULL COMMENT 'of the job run that does it',
    source      VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    outcome     VARCHAR(10)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    cards_read  BIGINT        NOT NULL DEFAULT 0,
    added       BIGINT        NOT NULL DEFAULT 0,
    changed     BIGINT        NOT NULL DEFAULT 0,
    removed     BIGINT        NOT NULL DEFAULT 0,
    unchanged   BIGINT        NOT NULL DEFAULT 0,
    broken      BIGINT        NOT NULL DEFAULT 0 COMMENT 'objects left out',
    prices      BIGINT        NOT NULL DEFAULT 0 COMMENT 'cards whose prices went to the history',
    price_day   DATE          NULL,
    bytes_read  BIGINT        NOT NULL DEFAULT 0 COMMENT 'of the source as it comes, packed or not',
    bytes_total BIGINT        NULL COMMENT 'NULL: the source does not say',
    started_at  DATETIME(3)   NOT NULL,
    finished_at DATETIME(3)   NULL,
    message     VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL,
    PRIMARY KEY (id),
    CONSTRAINT import_run_outcome CHECK (outcome IN ('RUNNING', 'SUCCEEDED', 'FAILED'))
) ENGINE = InnoDB;

-- The objects that a run left out because they are broken; the first thousand.
CREATE TABLE import_problem (
    run         BIGINT       NOT NULL,
    position    BIGINT       NOT NULL COMMENT 'number of the object in the file, from 1',
    line        BIGINT       NOT NULL,
    byte_offset BIGINT       NOT NULL,
    card_id     VARCHAR(400) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL COMMENT 'as it was written',
    reason      VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL,
    PRIMARY KEY (run, position),
    CONSTRAINT import_problem_run FOREIGN KEY (run) REFERENCES import_run (id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- Which cards a run brought, changed or retired.
CREATE TABLE import_change (
    run    BIGINT     NOT NULL,
    card   INT        NOT NULL,
    kind   VARCHAR(7) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    PRIMARY KEY (run, card),
    CONSTRAINT import_change_run FOREIGN KEY (run) REFERENCES import_run (id) ON DELETE CASCADE,
    CONSTRAINT import_change_kind CHECK (kind IN ('added', 'changed', 'removed'))
) ENGINE = InnoDB;

-- What an import will change, keyed by the card it will change. Empty while none runs; what a run has left that was
-- killed is taken up by the next.
CREATE TABLE import_card (
    card             INT            NOT NULL,
    scryfall_id      BINARY(16)     NOT NULL,
    oracle_id        BINARY(16)     NULL,
    object_id        INT            NOT NULL,
    replaces_object  INT            NULL COMMENT 'NULL: the card is new',
    content_hash     BINARY(16)     NOT NULL,
    name             VARCHAR(400)   CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL,
    lang             VARCHAR(10)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    layout           VARCHAR(40)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    rarity           VARCHAR(10)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    mana_value       DECIMAL(12, 2) NULL,
    type_line        VARCHAR(400)   CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL,
    set_code         VARCHAR(20)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    collector_number VARCHAR(40)    CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    released_at      DATE           NOT NULL,
    digital          BOOLEAN        NOT NULL,
    PRIMARY KEY (card)
) ENGINE = InnoDB;

CREATE TABLE import_retired (
    card INT NOT NULL,
    PRIMARY KEY (card)
) ENGINE = InnoDB;

-- Objects that no card points at (any more); they are deleted little by little after the import's transaction.
CREATE TABLE card_object_obsolete (
    id INT NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB;
