-- +goose Up
-- What is held of each portal is counted without reading the texts.
CREATE INDEX articles_portal ON articles (portal, kind, published, id);

-- +goose Down
DROP INDEX articles_portal;
