-- A crawler leases hosts, not single tasks: so politeness holds between several
-- crawlers, and a task changes its row once, when its visit is committed.

-- +goose Up
ALTER TABLE hosts ADD COLUMN owner TEXT NOT NULL DEFAULT ''; -- crawler that holds the host
ALTER TABLE hosts ADD COLUMN leased_until BIGINT NOT NULL DEFAULT 0;
ALTER TABLE hosts ADD COLUMN next_at BIGINT NOT NULL DEFAULT 0; -- when the host may be asked again

UPDATE tasks SET state = 'queued' WHERE state = 'leased';
UPDATE tasks SET state = 'waiting' WHERE state = 'queued' AND attempts > 0;
DROP INDEX tasks_next;
DROP INDEX tasks_lease;
DROP INDEX tasks_updated;
ALTER TABLE tasks DROP COLUMN leased_until;
ALTER TABLE tasks ADD COLUMN etag TEXT NOT NULL DEFAULT ''; -- validators of the last answer, for conditional requests
ALTER TABLE tasks ADD COLUMN modified TEXT NOT NULL DEFAULT '';
CREATE INDEX tasks_ready ON tasks (host, priority, depth, id) WHERE state = 'queued';
CREATE INDEX tasks_waiting ON tasks (due_at) WHERE state = 'waiting';
CREATE INDEX tasks_ended ON tasks (state, updated_at) WHERE state IN ('failed', 'closed');

-- +goose Down
DROP INDEX tasks_ended;
DROP INDEX tasks_waiting;
DROP INDEX tasks_ready;
ALTER TABLE tasks DROP COLUMN modified;
ALTER TABLE tasks DROP COLUMN etag;
ALTER TABLE tasks ADD COLUMN leased_until BIGINT NOT NULL DEFAULT 0;
UPDATE tasks SET state = 'queued' WHERE state = 'waiting';
UPDATE tasks SET state = 'failed' WHERE state = 'closed';
CREATE INDEX tasks_updated ON tasks (state, updated_at);
CREATE INDEX tasks_lease ON tasks (state, leased_until);
CREATE INDEX tasks_next ON tasks (host, state, priority, depth, id);
ALTER TABLE hosts DROP COLUMN next_at;
ALTER TABLE hosts DROP COLUMN leased_until;
ALTER TABLE hosts DROP COLUMN owner;
