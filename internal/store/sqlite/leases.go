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

// wakeTasks queues the tasks that waited for their time.
func (t *tx) wakeTasks(ctx context.Context, now int64) error {
	_, err := t.exec(ctx, "UPDATE tasks SET state = 'queued' WHERE state = 'waiting' AND due_at <= ?", now)
	if err != nil {
		return fmt.Errorf("waiting tasks: %w", err)
	}
	return nil
}

// LeaseHosts implements store.Frontier. It looks at the head of each host's
// queue, so that its cost grows with the hosts and not with their tasks.
func (s *Store) LeaseHosts(ctx context.Context, now time.Time, l store.Lease, except []string, limit int) (hosts []string, err error) {
	nanos := now.UnixNano()
	err = s.update(ctx, func(t *tx) error {
		if err := t.wakeTasks(ctx, nanos); err != nil {
			return err
		}
		marks, args := without(except, nanos, nanos)
		hosts, err = list(ctx, t, scanString, `SELECT host FROM hosts h
			WHERE (owner = '' OR leased_until <= ?) AND next_at <= ? AND host NOT IN (`+marks+`)
				AND EXISTS (SELECT 1 FROM tasks WHERE host = h.host AND state = 'queued')
			ORDER BY next_at, host LIMIT ?`, append(args, limit)...)
		if err != nil {
			return err
		}
		for _, host := range hosts {
			if _, err := t.exec(ctx, "UPDATE hosts SET owner = ?, leased_until = ? WHERE host = ?", l.Owner, l.Until.UnixNano(), host); err != nil {
				return fmt.Errorf("host %s: %w", host, err)
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("leasing hosts: %w", err)
	}
	return hosts, nil
}

// without gives the marks of a NOT IN list, and its arguments behind others.
func without(hosts []string, before ...any) (marks string, args []any) {
	args = before
	for _, h := range hosts {
		args = append(args, h)
	}
	return strings.TrimSuffix(strings.Repeat("?,", len(hosts)), ","), args
}

// KeepHosts implements store.Frontier.
func (s *Store) KeepHosts(ctx context.Context, l store.Lease) (hosts []string, err error) {
	err = s.update(ctx, func(t *tx) error {
		if _, err := t.exec(ctx, "UPDATE hosts SET leased_until = ? WHERE owner = ?", l.Until.UnixNano(), l.Owner); err != nil {
			return err
		}
		hosts, err = list(ctx, t, scanString, "SELECT host FROM hosts WHERE owner = ? ORDER BY host", l.Owner)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("keeping hosts: %w", err)
	}
	return hosts, nil
}

// Next implements store.Frontier.
func (s *Store) Next(ctx context.Context, now time.Time, l store.Lease, host string, limit int) (tasks []store.Task, err error) {
	err = s.update(ctx, func(t *tx) error {
		held, err := t.exec(ctx, "UPDATE hosts SET leased_until = ? WHERE host = ? AND owner = ?", l.Until.UnixNano(), host, l.Owner)
		if err != nil {
			return err
		}
		if n, err := held.RowsAffected(); err != nil || n == 0 {
			return errors.Join(store.ErrLease, err)
		}
		if err := t.wakeTasks(ctx, now.UnixNano()); err != nil {
			return err
		}
		tasks, err = list(ctx, t, scanTask, "SELECT "+taskColumns+` FROM tasks t WHERE t.host = ? AND t.state = 'queued'
			ORDER BY t.priority, t.depth, t.id LIMIT ?`, host, limit)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("next tasks of %s: %w", host, err)
	}
	return tasks, nil
}

// NextDue implements store.Frontier.
func (s *Store) NextDue(ctx context.Context, now time.Time, owner string, except []string) (time.Time, error) {
	marks, args := without(except, owner)
	var queued sql.NullInt64
	err := s.read.QueryRowContext(ctx, `SELECT MIN(next_at) FROM hosts h WHERE owner <> ? AND host NOT IN (`+marks+`)
		AND EXISTS (SELECT 1 FROM tasks WHERE host = h.host AND state = 'queued')`, args...).Scan(&queued)
	if err != nil {
		return time.Time{}, fmt.Errorf("next due host: %w", wrap(err))
	}
	var waiting sql.NullInt64
	err = s.read.QueryRowContext(ctx, `SELECT due_at FROM tasks WHERE state = 'waiting' AND host NOT IN (`+marks+`)
		ORDER BY due_at LIMIT 1`, args[1:]...).Scan(&waiting)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return time.Time{}, fmt.Errorf("next due task: %w", wrap(err))
	}
	due := queued.Int64
	if !queued.Valid || waiting.Valid && waiting.Int64 < due {
		due = waiting.Int64
	}
	switch {
	case !queued.Valid && !waiting.Valid:
		return time.Time{}, store.ErrDrained
	case due <= now.UnixNano():
		return time.Time{}, nil
	}
	return time.Unix(0, due).UTC(), nil
}

// ReleaseHosts implements store.Frontier.
func (s *Store) ReleaseHosts(ctx context.Context, owner string, hosts ...string) error {
	err := s.update(ctx, func(t *tx) error {
		const release = "UPDATE hosts SET owner = '', leased_until = 0 WHERE owner = ?"
		if len(hosts) == 0 {
			_, err := t.exec(ctx, release, owner)
			return err
		}
		for _, host := range hosts {
			if _, err := t.exec(ctx, release+" AND host = ?", owner, host); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("releasing hosts: %w", err)
	}
	return nil
}

// buryLeases takes back the hosts that dead crawlers held: whoever opens the
// store for writing holds its lock, so nobody else is alive.
func buryLeases(ctx context.Context, db *sql.DB) error {
	_, err := db.ExecContext(ctx, "UPDATE hosts SET owner = '', leased_until = 0 WHERE owner <> ''")
	return err
}

// hostDue notes when a host may be asked again.
func (t *tx) hostDue(ctx context.Context, host string, due time.Time) error {
	if due.IsZero() {
		return nil
	}
	if _, err := t.exec(ctx, "UPDATE hosts SET next_at = MAX(next_at, ?) WHERE host = ?", due.UnixNano(), host); err != nil {
		return fmt.Errorf("host %s: %w", host, err)
	}
	return nil
}
