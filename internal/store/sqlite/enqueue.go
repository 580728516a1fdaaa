package sqlite

import (
	"context"
	"fmt"
	"strings"

	"tracuu/internal/store"
)

// linkChunk is how many links one statement inserts; many rows at once cost a
// third of as many statements.
const linkChunk = 128

const (
	insertLinks = `INSERT INTO tasks
		(address, url, host, seed, kind, depth, priority, referrer, link_text, form, position, round,
			due_at, updated_at, state, attempts, reason) VALUES `
	linkValues = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', 0, '')"
	// A task that is still in the queue is not queued twice.
	requeueLinks = ` ON CONFLICT (address) DO UPDATE SET kind = excluded.kind, priority = excluded.priority,
			form = excluded.form, position = excluded.position, round = excluded.round, state = excluded.state,
			attempts = 0, reason = '', due_at = excluded.due_at
		WHERE excluded.round > tasks.round AND tasks.state NOT IN ('queued', 'waiting')`
)

// enqueue adds links and tells how many it queued.
func (t *tx) enqueue(ctx context.Context, now int64, links []store.Link) (added int, err error) {
	if err := t.putHosts(ctx, links); err != nil {
		return 0, err
	}
	for len(links) > 0 {
		size := 1
		if len(links) >= linkChunk {
			size = linkChunk
		}
		n, err := t.insertLinks(ctx, now, links[:size])
		if err != nil {
			return 0, fmt.Errorf("link %s: %w", links[0].URL, err)
		}
		added += n
		links = links[size:]
	}
	return added, nil
}

func (t *tx) insertLinks(ctx context.Context, now int64, links []store.Link) (int, error) {
	args := make([]any, 0, 14*len(links))
	for _, l := range links {
		args = append(args, l.Key, l.URL, l.Host, l.Seed, l.Kind, l.Depth, l.Priority, l.Referrer, l.Text,
			l.Form, l.Position, l.Round, now, now)
	}
	values := linkValues + strings.Repeat(", "+linkValues, len(links)-1)
	done, err := t.exec(ctx, insertLinks+values+requeueLinks, args...)
	if err != nil {
		return 0, err
	}
	n, err := done.RowsAffected()
	return int(n), err
}

func (t *tx) putHosts(ctx context.Context, links []store.Link) error {
	known := map[string]bool{}
	for _, l := range links {
		if known[l.Host] {
			continue
		}
		known[l.Host] = true
		if _, err := t.exec(ctx, "INSERT INTO hosts (host) VALUES (?) ON CONFLICT (host) DO NOTHING", l.Host); err != nil {
			return fmt.Errorf("host %s: %w", l.Host, err)
		}
	}
	return nil
}
