package crawl

import (
	"context"
	"fmt"
	"sync"

	"tracuu/internal/store"
)

// chrome knows the lines that sites repeat, as earlier runs have counted them:
// a page that is read again without a template is read as it was stored, or
// every menu that changed would be a change of all pages.
type chrome struct {
	lines interface {
		SiteLines(ctx context.Context, host string) (store.SiteLines, error)
	}
	mu    sync.Mutex
	hosts map[string]func(uint64) bool // counted once in a run
}

func newChrome(s Store) *chrome {
	return &chrome{lines: s, hosts: map[string]func(uint64) bool{}}
}

func (c *chrome) of(ctx context.Context, host string) (func(uint64) bool, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	repeated, known := c.hosts[host]
	if !known {
		lines, err := c.lines.SiteLines(ctx, host)
		if err != nil {
			return nil, fmt.Errorf("dòng lặp lại của %s: %w", host, err)
		}
		repeated = Repeated(lines)
		c.hosts[host] = repeated
	}
	return repeated, nil
}

// repeated tells the lines of the site for a page that was read before; nil
// for one that is new.
func (v *visit) repeated(ctx context.Context) (func(uint64) bool, error) {
	if !readBefore(&v.task) {
		return nil, nil //nolint:nilnil // nothing is known to repeat
	}
	return v.chrome.of(ctx, v.task.Host)
}
