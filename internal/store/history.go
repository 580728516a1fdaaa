package store

import (
	"context"

	"tracuu/internal/model"
)

// History is what is known of pages over time.
type History interface {
	// AddressCaptures lists the captures of an address, newest first.
	AddressCaptures(ctx context.Context, url string) ([]model.Capture, error)
	// Revisions lists what captures changed in an article's text, newest first.
	Revisions(ctx context.Context, articleID string) ([]model.Revision, error)
	// Presence tells when an article was there; ErrNotFound when no visit
	// brought it.
	Presence(ctx context.Context, articleID string) (model.Presence, error)
	// Copies lists the articles of the group of an article, the leader first
	// and the article itself among them; one that has no copy is alone.
	Copies(ctx context.Context, articleID string) ([]string, error)
}
