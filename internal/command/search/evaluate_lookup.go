package search

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"time"

	"tracuu/internal/command/crawler"
	"tracuu/internal/evaluate/sloppy"
	"tracuu/internal/model"
	"tracuu/internal/search"
)

type evaluateLookup struct {
	Register []string `required:"" placeholder:"FILE" help:"official register (CSV), imported as documents; may be given several times"`
	Place    string   `placeholder:"UNIT" help:"whose register it is, like \"tỉnh Bình Dương\"; typed in some questions"`
	PerWay   int      `default:"100" help:"questions of each way of typing"`
	Seed     uint64   `default:"1" help:"of the sample"`
	Failures int      `default:"3" help:"failures of each way to print; -1 prints all"`
}

// Run implements kong's command.
func (c *evaluateLookup) Run(s *session) (err error) {
	dir, err := os.MkdirTemp("", "tracuu-lookup-")
	if err != nil {
		return fmt.Errorf("a folder for the register: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	args := []string{"import", "--data", dir, "--place", c.Place}
	for _, r := range c.Register {
		args = append(args, "--register", r)
	}
	if code := crawler.Run(s.ctx, args, s.stdin, s.stderr, s.stderr); code != 0 {
		return errors.New("the register was not imported; the reason stands above")
	}
	h, err := open(s.ctx, dir)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, h.Close()) }()
	known, err := registered(s.ctx, h)
	if err != nil {
		return err
	}
	return c.ask(s, h.service, sloppy.Draw(known, c.Place, c.PerWay, c.Seed))
}

// registered lists the documents of a store that have a year, in the order of
// their changes.
func registered(ctx context.Context, h *house) ([]model.Document, error) {
	var known []model.Document
	for after := int64(0); ; {
		changes, err := h.store.Changes(ctx, after, 1000)
		if err != nil || len(changes) == 0 {
			return known, err
		}
		for _, c := range changes {
			after = c.Seq
			if c.Kind != model.DocumentChanged || c.Deleted {
				continue
			}
			d, err := h.store.Document(ctx, c.ID)
			if err != nil {
				return nil, err
			}
			if d.Year != 0 && !d.Issued.IsZero() {
				known = append(known, d)
			}
		}
	}
}

// wayScore counts the questions of one way.
type wayScore struct {
	name         string
	asked, right int
	failed       []string
}

// ask asks every question and prints success@1 by way and over all.
func (c *evaluateLookup) ask(s *session, service *search.Service, questions []sloppy.Question) error {
	var ways []*wayScore
	asked, right := 0, 0
	times := make([]time.Duration, 0, len(questions))
	for _, q := range questions {
		if len(ways) == 0 || ways[len(ways)-1].name != q.Way {
			ways = append(ways, &wayScore{name: q.Way})
		}
		way := ways[len(ways)-1]
		start := time.Now()
		answer, err := service.Lookup(s.ctx, q.Text)
		if err != nil {
			return fmt.Errorf("%q: %w", q.Text, err)
		}
		times = append(times, time.Since(start))
		ids := make([]string, 0, len(answer.Lookups)+len(answer.Near))
		for _, f := range append(answer.Lookups, answer.Near...) {
			ids = append(ids, f.ID)
		}
		asked++
		way.asked++
		if q.Right(ids) {
			right++
			way.right++
		} else if c.Failures < 0 || len(way.failed) < c.Failures {
			way.failed = append(way.failed, fmt.Sprintf("%q for %s: found %q", q.Text, q.Means[0].ID, ids[:min(len(ids), 2)]))
		}
	}
	if asked == 0 {
		return errors.New("the register has no document with a number and a day")
	}
	t := newTable(s.stdout)
	for _, w := range ways {
		t.line("%-28s %.3f  n=%d", w.name, float64(w.right)/float64(w.asked), w.asked)
		for _, f := range w.failed {
			t.line("    %s", f)
		}
	}
	slices.Sort(times)
	t.line("a look-up takes %v, p99 %v", times[len(times)/2].Round(time.Microsecond), times[len(times)*99/100].Round(time.Microsecond))
	t.line("success@1 %.3f", float64(right)/float64(asked))
	return t.close()
}
