-- What was understood: documents and what articles say of them. A fact's
-- quote is the range span_start to span_end of articles.body.

-- +goose Up

-- What mentions tell of a document (internal/store/identity). Mentions that
-- tell the same share a name; names, not mentions, are resolved to documents.
CREATE TABLE names (
    id          INTEGER PRIMARY KEY,
    group_key   TEXT NOT NULL,
    bare        INTEGER NOT NULL,
    level       INTEGER NOT NULL,
    type        TEXT NOT NULL,
    no          TEXT NOT NULL,
    number_year INTEGER NOT NULL,
    symbol      TEXT NOT NULL,
    canonical   TEXT NOT NULL,
    year        INTEGER NOT NULL,
    issuer_key  TEXT NOT NULL,
    latest      INTEGER NOT NULL,
    document_id TEXT NOT NULL,
    owns        INTEGER NOT NULL,
    UNIQUE (group_key, type, year, issuer_key, latest)
);
CREATE INDEX names_document ON names (document_id);
CREATE INDEX names_no ON names (no, type, bare);

CREATE TABLE documents (
    id          TEXT PRIMARY KEY,
    type        TEXT NOT NULL,
    no          TEXT NOT NULL,
    number_year INTEGER NOT NULL,
    symbol      TEXT NOT NULL,
    canonical   TEXT NOT NULL,
    symbol_fold TEXT NOT NULL, -- letters and digits only, folded
    year        INTEGER NOT NULL,
    issuer      TEXT NOT NULL,
    issued      TEXT NOT NULL,
    title       TEXT NOT NULL,
    status      TEXT NOT NULL,
    told_by     TEXT NOT NULL, -- article and mention that tell of it best
    told_at     INTEGER NOT NULL
);
CREATE INDEX documents_no ON documents (no, year);
CREATE INDEX documents_status ON documents (status);

CREATE TABLE mentions (
    article_id  TEXT NOT NULL REFERENCES articles (id),
    pos         INTEGER NOT NULL,
    name_id     INTEGER NOT NULL REFERENCES names (id),
    tell        TEXT NOT NULL, -- how well it tells of its document, the best sorts first
    span_start  INTEGER NOT NULL,
    span_end    INTEGER NOT NULL,
    quote       TEXT NOT NULL,
    rule        TEXT NOT NULL,
    confidence  DOUBLE PRECISION NOT NULL,
    type        TEXT NOT NULL,
    no          TEXT NOT NULL,
    number_year INTEGER NOT NULL,
    symbol      TEXT NOT NULL,
    canonical   TEXT NOT NULL,
    issued      TEXT NOT NULL,
    issuer      TEXT NOT NULL,
    role        TEXT NOT NULL,
    PRIMARY KEY (article_id, pos)
);
CREATE INDEX mentions_name ON mentions (name_id, tell);
CREATE INDEX mentions_issued ON mentions (name_id, tell) WHERE issued <> '';
CREATE INDEX mentions_issuer ON mentions (name_id, tell) WHERE issuer <> '';

CREATE TABLE relations (
    article_id  TEXT NOT NULL REFERENCES articles (id),
    pos         INTEGER NOT NULL,
    type        TEXT NOT NULL,
    from_pos    INTEGER NOT NULL, -- mention, or -1 for the page
    to_pos      INTEGER NOT NULL,
    subject_pos INTEGER NOT NULL, -- from_pos; for the page what it announces, or -1
    span_start  INTEGER NOT NULL,
    span_end    INTEGER NOT NULL,
    quote       TEXT NOT NULL,
    rule        TEXT NOT NULL,
    confidence  DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (article_id, pos)
);
CREATE INDEX relations_to ON relations (article_id, to_pos);
CREATE INDEX relations_subject ON relations (article_id, subject_pos);

CREATE TABLE dates (
    article_id TEXT NOT NULL REFERENCES articles (id),
    pos        INTEGER NOT NULL,
    day_from   TEXT NOT NULL,
    day_to     TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    quote      TEXT NOT NULL,
    rule       TEXT NOT NULL,
    confidence DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (article_id, pos)
);

CREATE TABLE targets (
    article_id TEXT NOT NULL REFERENCES articles (id),
    pos        INTEGER NOT NULL,
    indicator  TEXT NOT NULL,
    op         TEXT NOT NULL,
    value      DOUBLE PRECISION,
    value_to   DOUBLE PRECISION,
    unit       TEXT NOT NULL,
    due        TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    quote      TEXT NOT NULL,
    rule       TEXT NOT NULL,
    confidence DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (article_id, pos)
);

CREATE TABLE assignments (
    article_id TEXT NOT NULL REFERENCES articles (id),
    pos        INTEGER NOT NULL,
    agency     TEXT NOT NULL,
    task       TEXT NOT NULL,
    due        TEXT NOT NULL,
    span_start INTEGER NOT NULL,
    span_end   INTEGER NOT NULL,
    quote      TEXT NOT NULL,
    rule       TEXT NOT NULL,
    confidence DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (article_id, pos)
);

-- +goose Down
DROP TABLE assignments;
DROP TABLE targets;
DROP TABLE dates;
DROP TABLE relations;
DROP TABLE mentions;
DROP TABLE documents;
DROP TABLE names;
