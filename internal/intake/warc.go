package intake

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"tracuu/internal/archive"
)

// WARC imports a WARC file made by others: it becomes a file of the archive in
// dir, and its pages and attachments are read, each as captured at the time that
// its record says. A file cut off at its end gives what is whole.
func (p Pages) WARC(ctx context.Context, dir, source string) (PagesSum, error) {
	var sum PagesSum
	adopted, err := archive.Adopt(ctx, dir, source)
	if err != nil {
		return sum, fmt.Errorf("nhập %s: %w", source, err)
	}
	if adopted.Damage != nil {
		p.Skipped(source, adopted.Damage)
	}
	unknown := map[string]bool{}
	for c, err := range archive.Captures(ctx, adopted.Path) {
		if errors.Is(err, archive.ErrDamaged) {
			p.Skipped(source, err)
			continue
		}
		if err != nil {
			return sum, fmt.Errorf("đọc %s: %w", filepath.Base(adopted.Path), err)
		}
		sum.Captures++
		known, err := p.known(ctx, c.ID)
		if err != nil {
			return sum, err
		}
		if known {
			sum.Known++
			continue
		}
		if err := p.take(ctx, c, &sum, unknown); err != nil {
			return sum, fmt.Errorf("nhập %s: %w", source, err)
		}
	}
	return sum, p.reread(ctx, unknown)
}
