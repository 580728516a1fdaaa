-- When a visited address is asked for again: tasks.due_at, which a visit that
-- ended gives by how often its answers changed. What was visited before is due
-- a day after.

-- +goose Up
ALTER TABLE tasks ADD COLUMN answer TEXT NOT NULL DEFAULT ''; -- digest of what was understood of the last answer
ALTER TABLE tasks ADD COLUMN every BIGINT NOT NULL DEFAULT 0; -- nanoseconds from the last visit to the next
UPDATE tasks SET due_at = CASE WHEN state IN ('done', 'failed') AND kind <> 'list' THEN updated_at + 86400000000000 ELSE 0 END
    WHERE state IN ('done', 'failed', 'closed');
CREATE INDEX tasks_again ON tasks (host, due_at) WHERE state IN ('done', 'failed') AND due_at > 0;

-- +goose Down
DROP INDEX tasks_again;
ALTER TABLE tasks DROP COLUMN every;
ALTER TABLE tasks DROP COLUMN answer;
