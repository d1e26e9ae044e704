-- Which state an account is in, so that a change made to an older one can be told (If-Match). A version of the tracker
-- before this one changes accounts without counting.
ALTER TABLE app_user
    ADD COLUMN version BIGINT NOT NULL DEFAULT 0;
