package sqlite

import (
	"context"
	"fmt"
	"time"

	"tracuu/internal/store"
)

const taskColumns = `t.address, t.url, t.host, t.seed, t.kind, t.depth, t.priority, t.referrer, t.link_text, t.attempts, t.state, t.reason, t.form, t.position,
	t.round, t.etag, t.modified, t.answer, t.every`

func scanTask(r scanner) (store.Task, error) {
	var t store.Task
	err := r.Scan(&t.Key, &t.URL, &t.Host, &t.Seed, &t.Kind, &t.Depth, &t.Priority, &t.Referrer, &t.Text, &t.Attempts, &t.State, &t.Reason,
		&t.Form, &t.Position, &t.Round, &t.Validators.ETag, &t.Validators.Modified, &t.Last.Answer, &t.Last.Every)
	t.Last.Priority = t.Priority
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

// finish ends a task's visit and tells whether it was under way. A task that is
// not queued (an import) has no row.
func (t *tx) finish(ctx context.Context, task store.Task, o store.Outcome, now int64) (ended bool, err error) {
	if task.Key == "" || o.State == "" {
		return false, nil
	}
	state, due := o.State, int64(0)
	if !o.DueAt.IsZero() {
		due = o.DueAt.UnixNano()
	}
	if o.State == store.Queued && due > 0 {
		state = store.Waiting
	}
	again := flag(due > 0 && (state == store.Done || state == store.Failed))
	// The attempts tell this visit from an earlier one: committed again, it
	// counts once.
	done, err := t.exec(ctx, `UPDATE tasks SET state = ?, reason = ?, due_at = ?, attempts = attempts + 1,
		form = CASE WHEN ? = 'done' THEN '' ELSE form END,
		etag = CASE WHEN ? = 'done' THEN ? ELSE etag END, modified = CASE WHEN ? = 'done' THEN ? ELSE modified END,
		answer = CASE WHEN ? THEN ? ELSE answer END, every = CASE WHEN ? THEN ? ELSE every END,
		priority = CASE WHEN ? THEN ? ELSE priority END,
		updated_at = CASE WHEN ? > 0 THEN ? ELSE updated_at END
		WHERE address = ? AND attempts = ? AND state IN ('queued', 'waiting')`,
		state, o.Reason, due, state, state, o.Validators.ETag, state, o.Validators.Modified,
		again, o.Last.Answer, again, o.Last.Every, again, o.Last.Priority, now, now, task.Key, task.Attempts)
	if err != nil {
		return false, fmt.Errorf("task %s: %w", task.Key, err)
	}
	n, err := done.RowsAffected()
	return n > 0, err
}

// Requeue implements store.Frontier.
func (s *Store) Requeue(ctx context.Context, now time.Time) (int, error) {
	var count int64
	err := s.update(ctx, func(t *tx) error {
		done, err := t.exec(ctx, `UPDATE tasks SET state = 'queued', attempts = 0, due_at = ?, updated_at = ?
			WHERE state IN ('failed', 'closed')`, now.UnixNano(), now.UnixNano())
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

// Recheck implements store.Frontier.
func (s *Store) Recheck(ctx context.Context, now time.Time, hosts []string) (int, error) {
	var count int64
	err := s.update(ctx, func(t *tx) error {
		for _, host := range hosts {
			done, err := t.exec(ctx, `UPDATE tasks SET state = 'queued', attempts = 0, reason = '', due_at = ?, updated_at = ?
				WHERE host = ? AND state IN ('done', 'failed') AND due_at > 0 AND due_at <= ?`, now.UnixNano(), now.UnixNano(), host, now.UnixNano())
			if err != nil {
				return fmt.Errorf("host %s: %w", host, err)
			}
			n, err := done.RowsAffected()
			if err != nil {
				return err
			}
			count += n
		}
		return nil
	})
	if err != nil {
		return 0, fmt.Errorf("queueing visited tasks again: %w", err)
	}
	return int(count), nil
}

// Failures implements store.Frontier.
func (s *Store) Failures(ctx context.Context, limit int) ([]store.Task, error) {
	return list(ctx, s.read, scanTask, "SELECT "+taskColumns+` FROM tasks t WHERE t.state = 'failed'
		ORDER BY t.updated_at DESC, t.id DESC LIMIT ?`, limit)
}
