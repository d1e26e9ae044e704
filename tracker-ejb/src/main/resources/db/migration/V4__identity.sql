-- Who may do what: users, and the API keys that programs call with.
CREATE TABLE app_user (
    id            BINARY(16)   NOT NULL,
    name          VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL,
    password_hash VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    role          VARCHAR(20)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    active        BOOLEAN      NOT NULL DEFAULT TRUE,
    created_at    DATETIME(3)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY app_user_name (name)
) ENGINE = InnoDB;

CREATE TABLE api_key (
    id          BINARY(16)  NOT NULL,
    prefix      CHAR(8)     CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    secret_hash BINARY(32)  NOT NULL,
    owner       BINARY(16)  NOT NULL,
    role        VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    created_at  DATETIME(3) NOT NULL,
    expires_at  DATETIME(3) NULL,
    revoked_at  DATETIME(3) NULL,
    PRIMARY KEY (id),
    UNIQUE KEY api_key_prefix (prefix),
    CONSTRAINT api_key_owner FOREIGN KEY (owner) REFERENCES app_user (id)
) ENGINE = InnoDB;
