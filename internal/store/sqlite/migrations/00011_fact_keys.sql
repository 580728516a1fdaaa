-- What targets and assignments are found and ordered by: one narrow row each,
-- made from its article alone, so that lists of all articles need not read the
-- sentences. Words are folded, with a blank on both sides of each.

-- +goose Up
CREATE TABLE fact_keys (
    kind       TEXT NOT NULL, -- target, assignment
    article_id TEXT NOT NULL,
    pos        INTEGER NOT NULL,
    series     INTEGER NOT NULL, -- pos of the first target of the same sentence and indicator
    words      TEXT NOT NULL,    -- of the indicator or the agency
    family     TEXT NOT NULL,
    unit       TEXT NOT NULL,
    low        DOUBLE PRECISION, -- value; NULL for a qualitative target
    high       DOUBLE PRECISION, -- end of a range, else value
    due        TEXT NOT NULL,    -- its last day
    year       INTEGER NOT NULL, -- of due, else of issued
    issued     TEXT NOT NULL,    -- day of the announced document, else posted
    posted     TEXT NOT NULL,    -- of a file, the page that links it
    name_id    INTEGER NOT NULL, -- names.id of the announced document; 0: none, or several
    issuer     TEXT NOT NULL,
    place      TEXT NOT NULL,
    portal     TEXT NOT NULL,    -- of a file, the page that links it
    PRIMARY KEY (kind, article_id, pos)
) WITHOUT ROWID;
CREATE INDEX fact_keys_issued ON fact_keys (kind, issued DESC, article_id, pos, words);
CREATE INDEX fact_keys_due ON fact_keys (kind, due DESC, article_id, pos);
CREATE INDEX fact_keys_unit ON fact_keys (kind, unit, year, low, high);
CREATE INDEX fact_keys_family ON fact_keys (kind, family);
CREATE INDEX fact_keys_portal ON fact_keys (kind, portal);
CREATE INDEX fact_keys_name ON fact_keys (name_id);

-- Articles of before whose keys are made when the store is next opened.
CREATE TABLE unkeyed_articles (article_id TEXT PRIMARY KEY);
INSERT INTO unkeyed_articles SELECT article_id FROM targets UNION SELECT article_id FROM assignments;

-- Articles that cite a document are counted without reading the mentions.
CREATE INDEX mentions_role ON mentions (name_id, role, article_id);

-- +goose Down
DROP INDEX mentions_role;
DROP TABLE unkeyed_articles;
DROP TABLE fact_keys;
