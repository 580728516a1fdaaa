-- Why the text of a file is missing, and pages of scans that have been read:
-- by the bytes that they were read from, so that the work is never done twice.

-- +goose Up
ALTER TABLE files ADD COLUMN fault TEXT NOT NULL DEFAULT '';
UPDATE files SET fault = 'scan' WHERE reason LIKE '%bản quét%';
UPDATE files SET fault = 'unsupported' WHERE state = 'unread' AND reason LIKE 'chưa đọc được định dạng%';
UPDATE files SET fault = 'other' WHERE state = 'unread' AND fault = '';
CREATE INDEX files_fault ON files (fault, url);

CREATE TABLE scan_pages (
    sha256 TEXT NOT NULL, -- of the body of the capture
    page   INTEGER NOT NULL, -- counted from 1
    body   TEXT NOT NULL,
    PRIMARY KEY (sha256, page)
);

-- +goose Down
DROP TABLE scan_pages;
DROP INDEX files_fault;
ALTER TABLE files DROP COLUMN fault;
