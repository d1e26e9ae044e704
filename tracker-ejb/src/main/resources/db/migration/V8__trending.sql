-- What moves, reckoned whole from the prices of one version. A generation is written aside; one row says which holds.
CREATE TABLE trending_generation (
    id            BIGINT       NOT NULL AUTO_INCREMENT,
    price_version BIGINT       NOT NULL COMMENT 'price_state.version that it was reckoned from',
    rules         VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    newest_day    DATE         NULL COMMENT 'NULL: no prices at all',
    reckoned_at   DATETIME(3)  NOT NULL,
    millis        INT          NOT NULL,
    cards         LONGBLOB     NOT NULL COMMENT 'the cards that its lists name by their place here',
    PRIMARY KEY (id)
) ENGINE = InnoDB;

-- One list of movers and one of sets for each timeframe and price type, packed as TrendBytes says.
CREATE TABLE trending_list (
    generation BIGINT      NOT NULL,
    timeframe  VARCHAR(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    price_type VARCHAR(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    target_day DATE        NOT NULL,
    stale      INT         NOT NULL COMMENT 'cards left out because their old price is too old',
    movers     INT         NOT NULL,
    data       LONGBLOB    NOT NULL,
    PRIMARY KEY (generation, timeframe, price_type),
    CONSTRAINT trending_list_of FOREIGN KEY (generation) REFERENCES trending_generation (id)
) ENGINE = InnoDB;

CREATE TABLE trending_state (
    id         TINYINT NOT NULL,
    generation BIGINT  NULL COMMENT 'the one that holds; NULL before the first',
    PRIMARY KEY (id),
    CONSTRAINT trending_state_is_one CHECK (id = 1),
    CONSTRAINT trending_state_of FOREIGN KEY (generation) REFERENCES trending_generation (id)
) ENGINE = InnoDB;

INSERT INTO trending_state (id, generation) VALUES (1, NULL);
