-- What was collected: captures, articles, attachments, and the change sequence.
-- Times are nanoseconds since 1970 (UTC); days are YYYY-MM-DD, empty when not known.

-- +goose Up
CREATE TABLE captures (
    id          TEXT PRIMARY KEY,
    url         TEXT NOT NULL,
    taken_at    BIGINT NOT NULL,
    status      INTEGER NOT NULL,
    media_type  TEXT NOT NULL,
    sha256      TEXT NOT NULL,
    file        TEXT NOT NULL,
    file_offset BIGINT NOT NULL,
    file_length BIGINT NOT NULL
);
CREATE INDEX captures_taken_at ON captures (taken_at);

CREATE TABLE articles (
    id         TEXT PRIMARY KEY,
    url        TEXT NOT NULL,
    host       TEXT NOT NULL, -- host:port as in the frontier
    portal     TEXT NOT NULL,
    family     TEXT NOT NULL,
    kind       TEXT NOT NULL,
    title      TEXT NOT NULL,
    published  TEXT NOT NULL,
    author     TEXT NOT NULL,
    views      INTEGER NOT NULL,
    place      TEXT NOT NULL,
    issuer     TEXT NOT NULL,
    body       TEXT NOT NULL, -- Article.Text, the title first
    body_start INTEGER NOT NULL,
    digest     TEXT NOT NULL  -- of all that was understood, to see changes
);
CREATE INDEX articles_host ON articles (host, id);
CREATE INDEX articles_kind ON articles (kind);

CREATE TABLE article_captures (
    article_id TEXT NOT NULL REFERENCES articles (id),
    capture_id TEXT NOT NULL REFERENCES captures (id),
    PRIMARY KEY (article_id, capture_id)
);

-- A file is fetched once, however many articles link it.
CREATE TABLE files (
    url        TEXT PRIMARY KEY,
    media_type TEXT NOT NULL,
    state      TEXT NOT NULL,
    reason     TEXT NOT NULL,
    body       TEXT NOT NULL,
    capture_id TEXT NOT NULL
);

CREATE TABLE attachments (
    article_id TEXT NOT NULL REFERENCES articles (id),
    pos        INTEGER NOT NULL,
    url        TEXT NOT NULL,
    name       TEXT NOT NULL,
    PRIMARY KEY (article_id, pos)
);
CREATE INDEX attachments_url ON attachments (url);

-- One row a thing, at its latest step.
CREATE TABLE changes (
    kind    TEXT NOT NULL,
    id      TEXT NOT NULL,
    seq     BIGINT NOT NULL,
    deleted INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
);
CREATE UNIQUE INDEX changes_seq ON changes (seq);

-- +goose Down
DROP TABLE changes;
DROP TABLE attachments;
DROP TABLE files;
DROP TABLE article_captures;
DROP TABLE articles;
DROP TABLE captures;
