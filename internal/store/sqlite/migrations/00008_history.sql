-- Pages over time: what changed between captures, when a page was seen last,
-- and which pages are copies of each other.

-- +goose Up
CREATE INDEX captures_url ON captures (url, taken_at);

CREATE TABLE revisions (
    article_id TEXT NOT NULL REFERENCES articles (id),
    capture_id TEXT NOT NULL, -- that brought the new text
    before_id  TEXT NOT NULL, -- newest capture of the text before; empty when there was none
    taken_at   BIGINT NOT NULL,
    title      TEXT NOT NULL, -- before
    removed    TEXT NOT NULL, -- lines, JSON
    added      TEXT NOT NULL,
    PRIMARY KEY (article_id, capture_id)
);

CREATE TABLE presence (
    article_id    TEXT PRIMARY KEY REFERENCES articles (id),
    seen_at       BIGINT NOT NULL, -- last answer that showed or confirmed the page
    missing_since BIGINT NOT NULL, -- first 404 or 410 since then; 0: none
    missing_day   TEXT NOT NULL,   -- last day with one
    missing_days  INTEGER NOT NULL,
    gone          INTEGER NOT NULL
);

CREATE TABLE copies (
    article_id TEXT PRIMARY KEY REFERENCES articles (id),
    digest     TEXT NOT NULL, -- of the text, however it is spaced
    sketch     BLOB NOT NULL, -- nearby.Sketch
    leader     TEXT NOT NULL  -- article that leads the group; itself when it is alone
);
CREATE INDEX copies_leader ON copies (leader);
CREATE INDEX copies_digest ON copies (digest);

CREATE TABLE copy_bands (
    band       BIGINT NOT NULL,
    article_id TEXT NOT NULL REFERENCES articles (id),
    PRIMARY KEY (band, article_id)
);
CREATE INDEX copy_bands_article ON copy_bands (article_id);

-- +goose Down
DROP TABLE copy_bands;
DROP TABLE copies;
DROP TABLE presence;
DROP TABLE revisions;
DROP INDEX captures_url;
