-- What a target measures and for whom, who works with an agency, and the words
-- of an issuer as printed. Pages read before have none until they are read
-- again (crawler reextract): their digest is emptied, so that the same facts
-- in full count as new.

-- +goose Up
ALTER TABLE targets ADD COLUMN family TEXT NOT NULL DEFAULT '';
ALTER TABLE targets ADD COLUMN quantity TEXT NOT NULL DEFAULT '';
ALTER TABLE targets ADD COLUMN factor DOUBLE PRECISION NOT NULL DEFAULT 0;
ALTER TABLE targets ADD COLUMN place TEXT NOT NULL DEFAULT '';
ALTER TABLE targets ADD COLUMN of_group TEXT NOT NULL DEFAULT '';
ALTER TABLE assignments ADD COLUMN partners TEXT NOT NULL DEFAULT '[]'; -- JSON array of names
ALTER TABLE mentions ADD COLUMN issuer_words TEXT NOT NULL DEFAULT '';
UPDATE articles SET digest = '';

-- +goose Down
ALTER TABLE mentions DROP COLUMN issuer_words;
ALTER TABLE assignments DROP COLUMN partners;
ALTER TABLE targets DROP COLUMN of_group;
ALTER TABLE targets DROP COLUMN place;
ALTER TABLE targets DROP COLUMN factor;
ALTER TABLE targets DROP COLUMN quantity;
ALTER TABLE targets DROP COLUMN family;
