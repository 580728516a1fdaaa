package intake

import (
	"context"
	"errors"
	"fmt"

	"tracuu/internal/archive"
	"tracuu/internal/crawl"
	"tracuu/internal/model"
	"tracuu/internal/store"
)

// PageStore is what an import of pages needs of the store.
type PageStore interface {
	Store
	crawl.RereadStore
	Capture(ctx context.Context, id string) (model.Capture, error)
	AddressCaptures(ctx context.Context, url string) ([]model.Capture, error)
}

// Pages imports archives and saved pages.
type Pages struct {
	Store   PageStore
	Archive Archive
	Records crawl.Records
	Reader  crawl.Stored
	// Fallback is the family that reads pages of unknown sites: they are read
	// again when all their lines have been counted.
	Fallback string
	// PortalSite gives the address of a known portal by its id, "" when none is
	// known.
	PortalSite func(id string) string
	Skipped    func(name string, why error) // told of each thing that is not taken
}

// PagesSum is what an import came to.
type PagesSum struct {
	Captures int // responses and files seen
	Pages    int // new ones
	Files    int // attachments, new ones
	Known    int // that had been imported before
	Skipped  int // with nothing to read
}

// take reads a capture and stores what it says. The bytes are in the archive
// already.
func (p Pages) take(ctx context.Context, c model.Capture, sum *PagesSum, unknown map[string]bool) error {
	res, err := p.Records.Read(ctx, c) // what a revisit refers to may be in a file that was not brought along
	if err != nil && (errors.Is(err, archive.ErrDamaged) || errors.Is(err, archive.ErrTooLarge) || errors.Is(err, archive.ErrNotFound)) {
		return p.skip(c.URL, err, sum)
	}
	if err != nil {
		return fmt.Errorf("đọc bản chụp %s: %w", c.URL, err)
	}
	visit, err := p.Reader.Read(ctx, c, res)
	if errors.Is(err, crawl.ErrUnread) {
		return p.skip(c.URL, err, sum)
	}
	if err != nil {
		return err
	}
	if err := p.Store.Commit(ctx, visit); err != nil {
		return err
	}
	if visit.Article == nil {
		sum.Files++
		return nil
	}
	sum.Pages++
	if visit.Article.Family == p.Fallback {
		unknown[visit.Task.Host] = true
	}
	return nil
}

func (p Pages) skip(name string, why error, sum *PagesSum) error {
	sum.Skipped++
	p.Skipped(name, why)
	return nil
}

// reread reads the pages of unknown sites again.
func (p Pages) reread(ctx context.Context, hosts map[string]bool) error {
	again := crawl.Rereader{
		Store: p.Store, Records: p.Records, Extractor: p.Reader.Extractor, Portals: p.Reader.Portals, Family: p.Fallback, MaxSize: p.Reader.MaxSize,
	}
	for host := range hosts {
		done, err := again.Host(ctx, host)
		if err != nil {
			return fmt.Errorf("đọc lại trang của %s: %w", host, err)
		}
		for _, fault := range done.Faults {
			p.Skipped(host, fault)
		}
	}
	return nil
}

// known tells whether a capture is in the store.
func (p Pages) known(ctx context.Context, id string) (bool, error) {
	_, err := p.Store.Capture(ctx, id)
	if errors.Is(err, store.ErrNotFound) {
		return false, nil
	}
	return err == nil, err
}
