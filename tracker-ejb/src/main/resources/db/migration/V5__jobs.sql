-- Work that is done once in the whole cluster. All times are the primary's, in UTC: servers' clocks may differ.

-- Who does it. Every transaction of a run holds a shared lock on this row, so that nobody takes the lease meanwhile.
CREATE TABLE job_lease (
    name       VARCHAR(40)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    generation BIGINT       NOT NULL COMMENT 'rises by one with every taking',
    owner      VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'empty: nobody runs it',
    settled_at DATETIME(3)  NOT NULL COMMENT 'nothing that was due up to here is missing: when the last run without an argument began, or the job was first seen',
    PRIMARY KEY (name)
) ENGINE = InnoDB;

-- How long the lease still lasts. A row of its own: it is renewed while the run's transactions hold the other.
CREATE TABLE job_beat (
    name       VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    generation BIGINT      NOT NULL,
    until_ts   DATETIME(3) NOT NULL,
    PRIMARY KEY (name)
) ENGINE = InnoDB;

CREATE TABLE job_run (
    id          BIGINT        NOT NULL AUTO_INCREMENT,
    job         VARCHAR(40)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    run_trigger VARCHAR(10)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    argument    VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    generation  BIGINT        NOT NULL,
    attempt     INT           NOT NULL COMMENT '0, and one more each time it was started again after it was lost',
    owner       VARCHAR(200)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    due_at      DATETIME(3)   NULL,
    started_at  DATETIME(3)   NOT NULL,
    finished_at DATETIME(3)   NULL,
    outcome     VARCHAR(10)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    message     VARCHAR(2000) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY job_run_generation (job, generation),
    KEY job_run_by_outcome (job, outcome),
    KEY job_run_finished_at (finished_at),
    CONSTRAINT job_run_trigger CHECK (run_trigger IN ('SCHEDULE', 'CATCH_UP', 'HAND', 'TAKE_OVER')),
    CONSTRAINT job_run_outcome CHECK (outcome IN ('RUNNING', 'SUCCEEDED', 'FAILED', 'LOST')),
    CONSTRAINT job_run_finished CHECK ((outcome = 'RUNNING') = (finished_at IS NULL))
) ENGINE = InnoDB;
