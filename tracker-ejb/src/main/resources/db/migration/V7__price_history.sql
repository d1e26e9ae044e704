-- Each card's newest price of each type with its day, and the first day that type was ever priced; kept up by whoever
-- writes card_price, in the same transaction.
CREATE TABLE latest_price (
    card             INT  NOT NULL COMMENT 'card.id',
    usd              INT  NULL,
    usd_foil         INT  NULL,
    usd_etched       INT  NULL,
    eur              INT  NULL,
    eur_foil         INT  NULL,
    tix              INT  NULL,
    usd_day          DATE NULL,
    usd_foil_day     DATE NULL,
    usd_etched_day   DATE NULL,
    eur_day          DATE NULL,
    eur_foil_day     DATE NULL,
    tix_day          DATE NULL,
    usd_since        DATE NULL COMMENT 'stays when that day is thinned out later',
    usd_foil_since   DATE NULL,
    usd_etched_since DATE NULL,
    eur_since        DATE NULL,
    eur_foil_since   DATE NULL,
    tix_since        DATE NULL,
    PRIMARY KEY (card),
    CONSTRAINT latest_price_usd CHECK ((usd IS NULL AND usd_day IS NULL AND usd_since IS NULL)
        OR (usd IS NOT NULL AND usd > 0 AND usd_day IS NOT NULL AND usd_since IS NOT NULL AND usd_since <= usd_day)),
    CONSTRAINT latest_price_usd_foil CHECK ((usd_foil IS NULL AND usd_foil_day IS NULL AND usd_foil_since IS NULL)
        OR (usd_foil IS NOT NULL AND usd_foil > 0 AND usd_foil_day IS NOT NULL AND usd_foil_since IS NOT NULL AND usd_foil_since <= usd_foil_day)),
    CONSTRAINT latest_price_usd_etched CHECK ((usd_etched IS NULL AND usd_etched_day IS NULL AND usd_etched_since IS NULL)
        OR (usd_etched IS NOT NULL AND usd_etched > 0 AND usd_etched_day IS NOT NULL AND usd_etched_since IS NOT NULL AND usd_etched_since <= usd_etched_day)),
    CONSTRAINT latest_price_eur CHECK ((eur IS NULL AND eur_day IS NULL AND eur_since IS NULL)
        OR (eur IS NOT NULL AND eur > 0 AND eur_day IS NOT NULL AND eur_since IS NOT NULL AND eur_since <= eur_day)),
    CONSTRAINT latest_price_eur_foil CHECK ((eur_foil IS NULL AND eur_foil_day IS NULL AND eur_foil_since IS NULL)
        OR (eur_foil IS NOT NULL AND eur_foil > 0 AND eur_foil_day IS NOT NULL AND eur_foil_since IS NOT NULL AND eur_foil_since <= eur_foil_day)),
    CONSTRAINT latest_price_tix CHECK ((tix IS NULL AND tix_day IS NULL AND tix_since IS NULL)
        OR (tix IS NOT NULL AND tix > 0 AND tix_day IS NOT NULL AND tix_since IS NOT NULL AND tix_since <= tix_day))
) ENGINE = InnoDB;

-- One row. Whoever writes prices locks it first, so writers come one after the other, and raises the version; whoever
-- builds from prices looks at the version.
CREATE TABLE price_state (
    id           TINYINT NOT NULL,
    version      BIGINT  NOT NULL,
    thinned_to   DATE    NULL COMMENT 'what is before this day has been thinned out',
    PRIMARY KEY (id),
    CONSTRAINT price_state_is_one CHECK (id = 1)
) ENGINE = InnoDB;

INSERT INTO price_state (id, version, thinned_to) VALUES (1, 0, NULL);

-- The price files that came in, and how that went.
CREATE TABLE price_load (
    id            BIGINT        NOT NULL AUTO_INCREMENT,
    source        VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    kind          VARCHAR(10)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    outcome       VARCHAR(10)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    fingerprint   VARCHAR(200)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL COMMENT 'SHA-256 of what was sent',
    lines_read    BIGINT        NOT NULL DEFAULT 0,
    taken         BIGINT        NOT NULL DEFAULT 0,
    unknown_cards BIGINT        NOT NULL DEFAULT 0,
    contradicting BIGINT        NOT NULL DEFAULT 0,
    repeated      BIGINT        NOT NULL DEFAULT 0,
    broken_lines  BIGINT        NOT NULL DEFAULT 0,
    started_at    DATETIME(3)   NOT NULL,
    moved_at      DATETIME(3)   NOT NULL COMMENT 'when it last got further',
    finished_at   DATETIME(3)   NULL,
    message       VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NULL,
    PRIMARY KEY (id),
    KEY price_load_source (source(100), fingerprint),
    CONSTRAINT price_load_kind CHECK (kind IN ('PRICES', 'CORRECTION')),
    CONSTRAINT price_load_outcome CHECK (outcome IN ('RUNNING', 'SUCCEEDED', 'FAILED'))
) ENGINE = InnoDB;

-- The first lines of each file that were left out.
CREATE TABLE price_problem (
    load_id BIGINT       NOT NULL,
    line    BIGINT       NOT NULL,
    kind    VARCHAR(20)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    reason  VARCHAR(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL,
    PRIMARY KEY (load_id, line),
    CONSTRAINT price_problem_of_load FOREIGN KEY (load_id) REFERENCES price_load (id)
) ENGINE = InnoDB;
