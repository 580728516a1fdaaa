package search

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"time"

	"tracuu/internal/archive"
	"tracuu/internal/model"
	"tracuu/internal/store"
)

// Archive gives the bytes behind captures.
type Archive interface {
	Raw(c model.Capture, to io.Writer) error
	WACZ(ctx context.Context, to io.Writer, e archive.Export) error
}

// Evidence is what the service hands out as proof.
type Evidence struct {
	Archive  Archive // nil: there is none to hand out
	Software string  // that packages name as their maker
}

// Record writes the WARC record of a capture of an article or of its files as
// it stands in the archive, a gzip member that is a WARC file of its own.
// store.ErrNotFound: there is no such article, capture or archive.
func (s *Service) Record(ctx context.Context, articleID, captureID string, to io.Writer) error {
	_, captures, err := s.evidence(ctx, articleID)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(captures, func(c model.Capture) bool { return c.ID == captureID })
	if at < 0 {
		return fmt.Errorf("capture %s of article %s: %w", captureID, articleID, store.ErrNotFound)
	}
	return absent(s.Evidence.Archive.Raw(captures[at], to))
}

// Package writes an article with all its captures and files as a WACZ file,
// which anybody can verify without this service. Errors are those of Record.
func (s *Service) Package(ctx context.Context, articleID string, to io.Writer) error {
	a, captures, err := s.evidence(ctx, articleID)
	if err != nil {
		return err
	}
	return absent(s.Evidence.Archive.WACZ(ctx, to, archive.Export{
		Title: cmp.Or(a.Title, a.URL), Software: s.Evidence.Software, Created: time.Now(), Captures: captures,
	}))
}

func (s *Service) evidence(ctx context.Context, articleID string) (*model.Article, []model.Capture, error) {
	if s.Evidence.Archive == nil {
		return nil, nil, fmt.Errorf("archive: %w", store.ErrNotFound)
	}
	return s.Proof(ctx, articleID)
}

// absent makes store.ErrNotFound of a file or record that the archive lacks.
func absent(err error) error {
	if errors.Is(err, archive.ErrNotFound) || errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%w: %w", store.ErrNotFound, err)
	}
	return err
}
