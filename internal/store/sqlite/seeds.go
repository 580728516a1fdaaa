package sqlite

import (
	"context"
	"fmt"
)

// Seeds lists what runs were started with, as a crawl takes it: the address of
// those that began at one, the portal's id of others.
func (s *Store) Seeds(ctx context.Context) ([]string, error) {
	seeds, err := list(ctx, s.read, scanString, `SELECT DISTINCT COALESCE(t.url, r.portal)
		FROM runs r LEFT JOIN tasks t ON t.address = r.portal ORDER BY 1`)
	if err != nil {
		return nil, fmt.Errorf("seeds of earlier runs: %w", err)
	}
	return seeds, nil
}
