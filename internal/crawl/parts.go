package crawl

import (
	"context"
	"log/slog"
	"time"

	"tracuu/internal/archive"
	"tracuu/internal/attachment"
	"tracuu/internal/extract"
	"tracuu/internal/model"
	"tracuu/internal/portal"
	"tracuu/internal/store"
)

// Store is what the crawler needs of the store.
type Store interface {
	store.Frontier
	store.Runs
	store.Writer
	store.Headliner
	Article(ctx context.Context, id string) (*model.Article, error)
	Captures(ctx context.Context, host string, yield func(model.Capture) error) error
	SiteLines(ctx context.Context, host string) (store.SiteLines, error)
	ScanPages(ctx context.Context, sha256 string) (map[int]string, error)
	Stats(ctx context.Context) (store.Stats, error)
}

// Archive keeps a response for good before it returns.
type Archive interface {
	WriteExchange(ctx context.Context, x archive.Exchange) (model.Capture, error)
	WriteConversion(ctx context.Context, c archive.Conversion) (model.Capture, error)
}

// Records gives back what was archived.
type Records interface {
	Read(ctx context.Context, c model.Capture) (archive.Response, error)
}

// Extractor reads a page.
type Extractor interface {
	Page(in extract.Input) (extract.Result, error)
	// File reads the text of an attachment that is an official document.
	File(url, text string) (model.Article, bool)
}

// FileReader reads an attachment.
type FileReader interface {
	Read(ctx context.Context, name, mediaType string, body []byte) (attachment.Document, error)
}

// warmer is a FileReader that can get ready while there are no files yet.
type warmer interface{ Warm() }

// Portals knows the portals.
type Portals interface {
	Hosts
	ByID(id string) (*portal.Portal, bool)
	Family(id string) (*portal.Family, bool)
	Fallback() *portal.Family // reads the pages that no family knows
}

// Options are how a crawl goes. Zero values are not usable.
type Options struct {
	Agent        string // User-Agent
	Delay        time.Duration
	Opened       map[string]bool // hosts that may be private, as Address.Host
	OpenedDelay  time.Duration   // between requests to an opened host
	LocalFlights int             // requests at once to a host without delay
	Hosts        int             // requests at once in all
	Depth        int
	Attempts     int
	Limits       Limits
	Budget       Budget
	Browser      string        // file of Chromium, for portals that need one; "": there is none
	Grace        time.Duration // for visits under way when the crawl is stopped
	ReportEvery  time.Duration
}

// Parts are what a crawler works with.
type Parts struct {
	Store     Store
	Archive   Archive
	Records   Records
	Pending   Pending
	Extractor Extractor
	Files     FileReader
	Portals   Portals
	Log       *slog.Logger
	Now       func() time.Time
	Report    func(Progress) // called from one goroutine
}

// Progress is how far a run has come.
type Progress struct {
	store.Stats       // of the whole store
	Fetched     int   // responses of this run
	Bytes       int64 // received in this run
}

// Summary is how a run ended.
type Summary struct {
	Progress
	Stopped bool              // before the frontier was empty
	Spent   string            // the budget that stopped it, for people; "" when none did
	Parked  map[string]string // hosts with tasks left, and why
}
