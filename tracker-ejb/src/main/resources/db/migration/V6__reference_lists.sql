-- What Scryfall tells beside the cards: sets, symbols, tags, rulings, ids that moved. Each list is one file or answer
-- of theirs, small against the cards, kept as its objects, and read whole by whoever needs it.
CREATE TABLE reference_list (
    kind        VARCHAR(20)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    items       INT          NOT NULL,
    fingerprint VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'of the answer it came from',
    changed_at  DATETIME(3)  NOT NULL COMMENT 'when its content last did',
    checked_at  DATETIME(3)  NOT NULL COMMENT 'when Scryfall was last asked',
    PRIMARY KEY (kind),
    CONSTRAINT reference_list_kind CHECK (kind IN ('set', 'symbol', 'oracle_tag', 'art_tag', 'rulings', 'migration'))
) ENGINE = InnoDB;

CREATE TABLE reference_object (
    kind         VARCHAR(20)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    id           VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL
        COMMENT 'set: code; symbol: as {W}; tags: slug; rulings: oracle id; migration: its id',
    content_hash BINARY(16)   NOT NULL,
    json         LONGBLOB     NOT NULL COMMENT 'UTF-8; the Scryfall object, or for rulings the array of one oracle id',
    PRIMARY KEY (kind, id)
) ENGINE = InnoDB;
