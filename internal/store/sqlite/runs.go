package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

const runColumns = `r.id, r.portal, r.started_at, r.ended_at, r.success_at,
	r.pages, r.articles, r.with_title, r.with_date, r.with_body, r.with_number`

func scanRun(row scanner) (store.Run, error) {
	var r store.Run
	var started, ended, success int64
	err := row.Scan(&r.ID, &r.Portal, &started, &ended, &success,
		&r.Pages, &r.Articles, &r.WithTitle, &r.WithDate, &r.WithBody, &r.WithNumber)
	r.Started, r.Ended, r.Success = instant(started), instant(ended), instant(success)
	return r, err
}

// instant reads a stored time; 0 is none.
func instant(nanos int64) time.Time {
	if nanos == 0 {
		return time.Time{}
	}
	return time.Unix(0, nanos).UTC()
}

// BeginRun implements store.Runs.
func (s *Store) BeginRun(ctx context.Context, portal string, now time.Time) (store.Run, error) {
	var run store.Run
	err := s.update(ctx, func(t *tx) (err error) {
		const open = "SELECT " + runColumns + " FROM runs r WHERE r.portal = ? AND r.ended_at = 0 ORDER BY r.id DESC LIMIT 1"
		run, err = scanRun(t.QueryRowContext(ctx, open, portal))
		if !errors.Is(err, sql.ErrNoRows) {
			return err
		}
		if _, err = t.exec(ctx, "INSERT INTO runs (portal, started_at) VALUES (?, ?)", portal, now.UnixNano()); err != nil {
			return err
		}
		run, err = scanRun(t.QueryRowContext(ctx, open, portal))
		return err
	})
	if err != nil {
		return store.Run{}, fmt.Errorf("starting a run of %s: %w", portal, err)
	}
	return run, nil
}

// EndRun implements store.Runs.
func (s *Store) EndRun(ctx context.Context, id int64, now time.Time) error {
	err := s.update(ctx, func(t *tx) error {
		_, err := t.exec(ctx, "UPDATE runs SET ended_at = ? WHERE id = ? AND ended_at = 0", now.UnixNano(), id)
		return err
	})
	if err != nil {
		return fmt.Errorf("ending run %d: %w", id, err)
	}
	return nil
}

// Runs implements store.Runs.
func (s *Store) Runs(ctx context.Context, limit int) ([]store.Run, error) {
	runs, err := list(ctx, s.read, scanRun, "SELECT "+runColumns+` FROM runs r WHERE
		(SELECT COUNT(*) FROM runs newer WHERE newer.portal = r.portal AND newer.id > r.id) < ?
		ORDER BY r.portal, r.id DESC`, limit)
	if err != nil {
		return nil, fmt.Errorf("runs: %w", err)
	}
	for i := range runs {
		runs[i].Faults, err = list(ctx, s.read, scanFault, "SELECT kind, count, last FROM run_errors WHERE run = ? ORDER BY count DESC, kind", runs[i].ID)
		if err != nil {
			return nil, fmt.Errorf("faults of run %d: %w", runs[i].ID, err)
		}
	}
	return runs, nil
}

func scanFault(row scanner) (store.FaultCount, error) {
	var f store.FaultCount
	err := row.Scan(&f.Kind, &f.Count, &f.Last)
	return f, err
}

// tally counts a visit in its run.
func (t *tx) tally(ctx context.Context, v store.Visit, now int64) error {
	if f := v.Outcome.Fault; f != "" {
		_, err := t.exec(ctx, `INSERT INTO run_errors (run, kind, count, last) VALUES (?, ?, 1, ?)
			ON CONFLICT (run, kind) DO UPDATE SET count = count + 1, last = excluded.last`,
			v.Run, f, v.Task.URL+": "+v.Outcome.Reason)
		if err != nil {
			return fmt.Errorf("fault of %s: %w", v.Task.URL, err)
		}
	}
	a := v.Article
	if a == nil || a.Kind == model.KindFile {
		return nil
	}
	var article, title, date, body, number int
	if a.Kind == model.KindArticle || a.Kind == model.KindDocument {
		article, title, date = 1, flag(a.Title != ""), flag(!a.Published.IsZero())
		body, number = flag(len(a.Text) > a.BodyStart), flag(len(a.Mentions) > 0)
	}
	_, err := t.exec(ctx, `UPDATE runs SET pages = pages + 1, articles = articles + ?, with_title = with_title + ?,
		with_date = with_date + ?, with_body = with_body + ?, with_number = with_number + ?, success_at = MAX(success_at, ?)
		WHERE id = ?`, article, title, date, body, number, now, v.Run)
	if err != nil {
		return fmt.Errorf("run %d: %w", v.Run, err)
	}
	return nil
}
