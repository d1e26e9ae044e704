-- How people are reached, how they are signed in, what their keys may and how much they are used, and who did what.
ALTER TABLE app_user
    ADD COLUMN email          VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    ADD COLUMN email_verified BOOLEAN      NOT NULL DEFAULT FALSE,
    ADD COLUMN signed_out_at  DATETIME(3)  NULL,
    ADD KEY app_user_email (email);

ALTER TABLE api_key
    ADD COLUMN name         VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL DEFAULT '',
    ADD COLUMN scopes       VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT 'cards:read',
    ADD COLUMN last_used_at DATETIME(3)  NULL;

UPDATE api_key
SET scopes = 'cards:read collection:read collection:write listings:read listings:write admin:read admin:write'
WHERE role = 'ADMIN';

CREATE TABLE api_key_usage (
    api_key  BINARY(16) NOT NULL,
    day      DATE       NOT NULL,
    requests BIGINT     NOT NULL,
    PRIMARY KEY (api_key, day),
    CONSTRAINT api_key_usage_key FOREIGN KEY (api_key) REFERENCES api_key (id)
) ENGINE = InnoDB;

-- A session begins with a sign-in; over the API it is also the family of the refresh tokens that follow each other.
CREATE TABLE user_session (
    id           BINARY(16)   NOT NULL,
    owner        BINARY(16)   NOT NULL,
    kind         VARCHAR(10)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    address      VARCHAR(45)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    device       VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL,
    started_at   DATETIME(3)  NOT NULL,
    last_used_at DATETIME(3)  NOT NULL,
    expires_at   DATETIME(3)  NOT NULL,
    ended_at     DATETIME(3)  NULL,
    PRIMARY KEY (id),
    KEY user_session_owner (owner, started_at),
    KEY user_session_expiry (expires_at),
    CONSTRAINT user_session_owner FOREIGN KEY (owner) REFERENCES app_user (id)
) ENGINE = InnoDB;

CREATE TABLE refresh_token (
    token_hash BINARY(32)  NOT NULL,
    session    BINARY(16)  NOT NULL,
    issued_at  DATETIME(3) NOT NULL,
    used_at    DATETIME(3) NULL,
    PRIMARY KEY (token_hash),
    KEY refresh_token_session (session),
    CONSTRAINT refresh_token_session FOREIGN KEY (session) REFERENCES user_session (id)
) ENGINE = InnoDB;

-- What proves once that somebody reads an address, or may set a new password.
CREATE TABLE one_time_token (
    token_hash BINARY(32)   NOT NULL,
    owner      BINARY(16)   NOT NULL,
    purpose    VARCHAR(10)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    email      VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    expires_at DATETIME(3)  NOT NULL,
    PRIMARY KEY (token_hash),
    KEY one_time_token_owner (owner, purpose),
    CONSTRAINT one_time_token_owner FOREIGN KEY (owner) REFERENCES app_user (id)
) ENGINE = InnoDB;

-- How often a password was guessed, by account and by address; both as SHA-256, so that names that do not exist count too.
CREATE TABLE guess (
    kind     VARCHAR(10) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    subject  BINARY(32)  NOT NULL,
    failures INT         NOT NULL,
    last_at  DATETIME(3) NOT NULL,
    PRIMARY KEY (kind, subject),
    KEY guess_last (last_at)
) ENGINE = InnoDB;

-- The public halves of the keys that pods sign access tokens with; the private ones never come here.
CREATE TABLE signing_key (
    kid        VARCHAR(64)     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    public_key VARBINARY(2048) NOT NULL,
    made_at    DATETIME(3)     NOT NULL,
    expires_at DATETIME(3)     NOT NULL,
    PRIMARY KEY (kid)
) ENGINE = InnoDB;

-- Only ever added to. Accounts are ids without a foreign key: they may be deleted, what they did stays.
CREATE TABLE audit_entry (
    id         BIGINT       NOT NULL AUTO_INCREMENT,
    at         DATETIME(3)  NOT NULL,
    action     VARCHAR(30)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    actor      BINARY(16)   NULL,
    subject    BINARY(16)   NULL,
    address    VARCHAR(45)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    detail     VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL,
    PRIMARY KEY (id),
    KEY audit_entry_actor (actor, id),
    KEY audit_entry_subject (subject, id),
    KEY audit_entry_action (action, id),
    KEY audit_entry_at (at)
) ENGINE = InnoDB;
