package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"time"

	"tracuu/internal/store"
)

const taskColumns = `t.address, t.url, t.host, t.seed, t.kind, t.depth, t.priority, t.referrer, t.link_text, t.attempts, t.state, t.reason, t.form, t.position, t.round`

func scanTask(r scanner) (store.Task, error) {
	var t store.Task
	err := r.Scan(&t.Key, &t.URL, &t.Host, &t.Seed, &t.Kind, &t.Depth, &t.Priority, &t.Referrer, &t.Text, &t.Attempts, &t.State, &t.Reason,
		&t.Form, &t.Position, &t.Round)
	return t, err
}

// Enqueue implements store.Frontier.
func (s *Store) Enqueue(ctx context.Context, now time.Time, links ...store.Link) (int, error) {
	added := 0
	err := s.update(ctx, func(t *tx) (err error) {
		added, err = t.enqueue(ctx, now.UnixNano(), links)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("queueing %d links: %w", len(links), err)
	}
	return added, nil
}

func (t *tx) enqueue(ctx context.Context, now int64, links []store.Link) (added int, err error) {
	const insert = `INSERT INTO tasks
		(address, url, host, seed, kind, depth, priority, referrer, link_text, form, position, round,
			state, attempts, reason, due_at, leased_until, updated_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '', ?, 0, ?)
		ON CONFLICT (address) DO UPDATE SET kind = excluded.kind, priority = excluded.priority, form = excluded.form,
			position = excluded.position, round = excluded.round, state = excluded.state, attempts = 0, reason = '',
			due_at = excluded.due_at
		WHERE excluded.round > tasks.round AND tasks.state <> 'leased'`
	known := map[string]bool{}
	for _, l := range links {
		if !known[l.Host] {
			known[l.Host] = true
			if _, err := t.exec(ctx, "INSERT INTO hosts (host) VALUES (?) ON CONFLICT (host) DO NOTHING", l.Host); err != nil {
				return 0, fmt.Errorf("host %s: %w", l.Host, err)
			}
		}
		done, err := t.exec(ctx, insert, l.Key, l.URL, l.Host, l.Seed, l.Kind, l.Depth, l.Priority, l.Referrer, l.Text,
			l.Form, l.Position, l.Round, store.Queued, now, now)
		if err != nil {
			return 0, fmt.Errorf("link %s: %w", l.URL, err)
		}
		n, err := done.RowsAffected()
		if err != nil {
			return 0, err
		}
		added += int(n)
	}
	return added, nil
}

// nextTask looks at the head of each host's queue, so that its cost grows with
// the hosts and not with the tasks of a busy one.
const nextTask = `SELECT ` + taskColumns + ` FROM hosts h JOIN tasks t ON t.id = (
		SELECT id FROM tasks WHERE host = h.host AND state = 'queued' AND due_at <= ?
		ORDER BY priority, depth, id LIMIT 1)
	WHERE h.host NOT IN (%s)
	ORDER BY t.priority, t.depth, t.id LIMIT 1`

// Lease implements store.Frontier.
func (s *Store) Lease(ctx context.Context, now, until time.Time, busy []string) (store.Task, error) {
	var task store.Task
	err := s.update(ctx, func(t *tx) error {
		nanos := now.UnixNano()
		if _, err := t.exec(ctx, `UPDATE tasks SET state = 'queued'
			WHERE state = 'leased' AND leased_until < ?`, nanos); err != nil {
			return err
		}
		args := []any{nanos}
		for _, host := range busy {
			args = append(args, host)
		}
		marks := strings.TrimSuffix(strings.Repeat("?,", len(busy)), ",")
		var err error
		task, err = scanTask(t.QueryRowContext(ctx, fmt.Sprintf(nextTask, marks), args...))
		if errors.Is(err, sql.ErrNoRows) {
			return t.nothingDue(ctx)
		}
		if err != nil {
			return err
		}
		task.State = store.Leased
		_, err = t.exec(ctx, `UPDATE tasks SET state = 'leased', leased_until = ? WHERE address = ?`,
			until.UnixNano(), task.Key)
		return err
	})
	if err != nil {
		return store.Task{}, fmt.Errorf("next task: %w", err)
	}
	return task, nil
}

// nothingDue tells waiting from being done.
func (t *tx) nothingDue(ctx context.Context) error {
	var one int
	err := t.QueryRowContext(ctx, "SELECT 1 FROM tasks WHERE state IN ('queued', 'leased') LIMIT 1").Scan(&one)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return store.ErrDrained
	case err != nil:
		return err
	}
	return store.ErrIdle
}

// finish ends a task's visit and tells whether it was under way. A task that is
// not queued (an import) has no row.
func (t *tx) finish(ctx context.Context, key string, o store.Outcome, now int64) (ended bool, err error) {
	if key == "" || o.State == "" {
		return false, nil
	}
	due := int64(0)
	if o.State == store.Queued && !o.DueAt.IsZero() {
		due = o.DueAt.UnixNano()
	}
	// Only what is under lease ends: a visit committed again counts once.
	done, err := t.exec(ctx, `UPDATE tasks SET state = ?, reason = ?, due_at = ?, attempts = attempts + 1,
		form = CASE WHEN ? = 'done' THEN '' ELSE form END,
		leased_until = 0, updated_at = CASE WHEN ? > 0 THEN ? ELSE leased_until END
		WHERE address = ? AND state <> 'done' AND (state = 'leased' OR state <> ?)`,
		o.State, o.Reason, due, o.State, now, now, key, o.State)
	if err != nil {
		return false, fmt.Errorf("task %s: %w", key, err)
	}
	n, err := done.RowsAffected()
	return n > 0, err
}

// ReleaseLeases implements store.Frontier.
func (s *Store) ReleaseLeases(ctx context.Context) error {
	err := s.update(ctx, func(t *tx) error {
		_, err := t.exec(ctx, "UPDATE tasks SET state = 'queued', leased_until = 0 WHERE state = 'leased'")
		return err
	})
	if err != nil {
		return fmt.Errorf("releasing leases: %w", err)
	}
	return nil
}

// Requeue implements store.Frontier.
func (s *Store) Requeue(ctx context.Context, now time.Time) (int, error) {
	var count int64
	err := s.update(ctx, func(t *tx) error {
		done, err := t.exec(ctx, `UPDATE tasks SET state = 'queued', attempts = 0, due_at = ?, updated_at = ?
			WHERE state = 'failed'`, now.UnixNano(), now.UnixNano())
		if err != nil {
			return err
		}
		count, err = done.RowsAffected()
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("queueing failed tasks again: %w", err)
	}
	return int(count), nil
}

// Failures implements store.Frontier.
func (s *Store) Failures(ctx context.Context, limit int) ([]store.Task, error) {
	return list(ctx, s.read, scanTask, "SELECT "+taskColumns+` FROM tasks t WHERE t.state = 'failed'
		ORDER BY t.updated_at DESC, t.id DESC LIMIT ?`, limit)
}
