-- The queue of addresses to visit, and the lines that a site repeats.

-- +goose Up
CREATE TABLE hosts (
    host TEXT PRIMARY KEY -- every host that ever had a task
);

CREATE TABLE tasks (
    id           INTEGER PRIMARY KEY, -- order of insertion
    address      TEXT NOT NULL UNIQUE, -- Link.Key
    url          TEXT NOT NULL,
    host         TEXT NOT NULL REFERENCES hosts (host),
    seed         TEXT NOT NULL,
    kind         TEXT NOT NULL,
    depth        INTEGER NOT NULL,
    priority     INTEGER NOT NULL,
    referrer     TEXT NOT NULL,
    link_text    TEXT NOT NULL,
    state        TEXT NOT NULL,
    attempts     INTEGER NOT NULL,
    reason       TEXT NOT NULL,
    due_at       BIGINT NOT NULL,
    leased_until BIGINT NOT NULL,
    updated_at   BIGINT NOT NULL
);
CREATE INDEX tasks_next ON tasks (host, state, priority, depth, id);
CREATE INDEX tasks_lease ON tasks (state, leased_until);
CREATE INDEX tasks_updated ON tasks (state, updated_at);

CREATE TABLE site_lines (
    page  TEXT PRIMARY KEY, -- Article ID, evenly spread because it is a hash
    host  TEXT NOT NULL,
    lines BLOB NOT NULL -- 8 bytes a line hash, big-endian
);
CREATE INDEX site_lines_host ON site_lines (host, page);

-- +goose Down
DROP TABLE site_lines;
DROP TABLE tasks;
DROP TABLE hosts;
