package crawl

import (
	"fmt"
	"time"
)

// Budget bounds a whole run; zero values bound nothing. What is left when it
// is used up stays in the queue for the next run.
type Budget struct {
	Bytes int64 // received
	Time  time.Duration
}

// overspent tells whether the budget is used up, and notes which part.
func (c *Crawler) overspent() bool {
	switch b := c.opts.Budget; {
	case b.Bytes > 0 && c.bytes.Load() >= b.Bytes:
		c.spent = fmt.Sprintf("đã nhận hết %.1f MB cho phép", float64(b.Bytes)/(1<<20))
	case b.Time > 0 && c.Now().Sub(c.began) >= b.Time:
		c.spent = fmt.Sprintf("đã hết %v cho phép", b.Time)
	}
	return c.spent != ""
}

// untilBudget cuts a wait where the time of the run ends; 0 waits for a
// landing, or for the end of the run when it has one.
func (c *Crawler) untilBudget(wait time.Duration) time.Duration {
	if c.opts.Budget.Time == 0 {
		return wait
	}
	left := max(c.opts.Budget.Time-c.Now().Sub(c.began), time.Millisecond)
	if wait == 0 || left < wait {
		return left
	}
	return wait
}
