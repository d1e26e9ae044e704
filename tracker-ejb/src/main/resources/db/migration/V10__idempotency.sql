-- What was answered to requests that carry an Idempotency-Key, so that one that comes twice does nothing twice. All
-- times are the primary's.
CREATE TABLE idempotency (
    id           BINARY(32)    NOT NULL COMMENT 'SHA-256 of who asks and of the key',
    fingerprint  BINARY(32)    NOT NULL COMMENT 'SHA-256 of what was asked',
    holder       BINARY(16)    NOT NULL COMMENT 'the request that works on it, or did',
    held_until   DATETIME(3)   NOT NULL COMMENT 'then a request without an answer is taken for lost',
    expires_at   DATETIME(3)   NOT NULL,
    status       INT           NULL COMMENT 'of the answer; none while the request is at work',
    content_type VARCHAR(200)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    location     VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    etag         VARCHAR(200)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    body         MEDIUMBLOB    NULL,
    PRIMARY KEY (id),
    KEY idempotency_expires_at (expires_at)
) ENGINE = InnoDB;
