-- Lists that are asked for again in each run, by address or by a form, and how
-- each run over a portal went.

-- +goose Up
ALTER TABLE tasks ADD COLUMN form TEXT NOT NULL DEFAULT ''; -- body of a POST; emptied when the task is done
ALTER TABLE tasks ADD COLUMN position TEXT NOT NULL DEFAULT ''; -- see discover.Position
ALTER TABLE tasks ADD COLUMN round BIGINT NOT NULL DEFAULT 0; -- runs.id that queued it last, 0 for what is visited once

CREATE TABLE runs (
    id           INTEGER PRIMARY KEY,
    portal       TEXT NOT NULL, -- store.Link.Seed
    started_at   BIGINT NOT NULL,
    ended_at     BIGINT NOT NULL DEFAULT 0, -- 0 while tasks are left
    success_at   BIGINT NOT NULL DEFAULT 0, -- last page that was read
    pages        INTEGER NOT NULL DEFAULT 0,
    articles     INTEGER NOT NULL DEFAULT 0,
    with_title   INTEGER NOT NULL DEFAULT 0,
    with_date    INTEGER NOT NULL DEFAULT 0,
    with_body    INTEGER NOT NULL DEFAULT 0,
    with_number  INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX runs_portal ON runs (portal, id);

CREATE TABLE run_errors (
    run   INTEGER NOT NULL REFERENCES runs (id),
    kind  TEXT NOT NULL,
    count INTEGER NOT NULL,
    last  TEXT NOT NULL, -- address and reason of the newest
    PRIMARY KEY (run, kind)
);

-- +goose Down
DROP TABLE run_errors;
DROP TABLE runs;
ALTER TABLE tasks DROP COLUMN round;
ALTER TABLE tasks DROP COLUMN position;
ALTER TABLE tasks DROP COLUMN form;
