package crawl

import (
	"context"
	"errors"
)

// beginRuns starts a run for each seed, or goes on with the one that a stop or
// a kill left open.
func (c *Crawler) beginRuns(ctx context.Context) error {
	c.rounds = map[string]int64{}
	for _, s := range c.seeds {
		run, err := c.Store.BeginRun(ctx, s.Name, c.Now())
		if err != nil {
			return err
		}
		c.rounds[s.Name] = run.ID
	}
	return nil
}

// endRuns marks the runs as done: nothing of them is left in the queue.
func (c *Crawler) endRuns(ctx context.Context) error {
	var errs []error
	for _, id := range c.rounds {
		errs = append(errs, c.Store.EndRun(ctx, id, c.Now()))
	}
	return errors.Join(errs...)
}
