-- One row that the primary's clock moves forward every second: how far the replica is behind is read from it.
CREATE TABLE IF NOT EXISTS heartbeat (
    id   TINYINT NOT NULL PRIMARY KEY,
    beat BIGINT  NOT NULL COMMENT 'milliseconds since 1970, UTC'
) ENGINE = InnoDB;
