package crawl

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"tracuu/internal/model"
	"tracuu/internal/store"
)

// RereadStore is what reading again needs of the store.
type RereadStore interface {
	Article(ctx context.Context, id string) (*model.Article, error)
	Captures(ctx context.Context, host string, yield func(model.Capture) error) error
	SiteLines(ctx context.Context, host string) (store.SiteLines, error)
	PutArticle(ctx context.Context, a *model.Article, captureID string) error
	ScanPages(ctx context.Context, sha256 string) (map[int]string, error)
}

// Rereader extracts pages again from the archive, with today's rules and with
// all that is known by now of the lines their sites repeat.
type Rereader struct {
	Store     RereadStore
	Records   Records
	Extractor Extractor
	Files     FileReader // nil: documents in files stay as they are
	Portals   Hosts      // whose addresses have rules; may be nil
	Family    string     // only articles that this family read; empty means all
	MaxSize   int64      // of a page, decompressed
}

// Reread is what reading again came to.
type Reread struct {
	Pages  int
	Faults []error // pages that could not be read again; they stay as they were
}

const maxFaults = 100

// Host reads the pages of a host again; of all hosts when host is empty.
func (r Rereader) Host(ctx context.Context, host string) (Reread, error) {
	sites := map[string]func(uint64) bool{}
	var done Reread
	var pages atomic.Int64
	faults := make(chan error)
	collected := make(chan struct{})
	go func() {
		defer close(collected)
		for err := range faults {
			if len(done.Faults) < maxFaults {
				done.Faults = append(done.Faults, err)
			}
		}
	}()
	group, within := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	err := r.Store.Captures(within, host, func(c model.Capture) error {
		if strings.HasPrefix(c.MediaType, "text/csv") { // rows of a register, see package intake
			return nil
		}
		at, err := Addresses{r.Portals}.Parse(c.URL)
		if err != nil {
			faults <- fmt.Errorf("bản chụp %s: %w", c.ID, err)
			return nil
		}
		repeated, known := sites[at.Host]
		if !known {
			lines, err := r.Store.SiteLines(within, at.Host)
			if err != nil {
				return err
			}
			repeated = Repeated(lines)
			sites[at.Host] = repeated
		}
		group.Go(func() error {
			put, err := r.page(within, at, c, repeated)
			if put {
				pages.Add(1)
			}
			if err != nil && errors.Is(err, errUnreadable) {
				faults <- err
				return nil
			}
			return err
		})
		return within.Err()
	})
	err = errors.Join(group.Wait(), err)
	close(faults)
	<-collected
	done.Pages = int(pages.Load())
	return done, err
}

// errUnreadable marks faults of one page.
var errUnreadable = errors.New("không đọc lại được")

func (r Rereader) page(ctx context.Context, at Address, c model.Capture, repeated func(uint64) bool) (put bool, err error) {
	known, err := r.Store.Article(ctx, model.ArticleID(at.Page))
	file := err == nil && known.Kind == model.KindFile
	if r.Family != "" && (err != nil || known.Family != r.Family) || file && r.Files == nil {
		return false, err
	}
	res, err := r.Records.Read(ctx, c)
	if err != nil {
		return false, fmt.Errorf("%w %s: %w", errUnreadable, c.URL, err)
	}
	body, err := decoded(res.Header, res.Body, r.MaxSize)
	if err != nil {
		return false, fmt.Errorf("%w %s: %w", errUnreadable, c.URL, err)
	}
	if file {
		return r.file(ctx, at, c, res.Header.Get("Content-Type"), body)
	}
	found, err := extractPage(r.Extractor, at, res.Header.Get("Content-Type"), body, repeated)
	if err != nil {
		return false, fmt.Errorf("%w %s: %w", errUnreadable, c.URL, err)
	}
	return true, r.Store.PutArticle(ctx, &found.Article, c.ID)
}

// file reads a document in a file again. One that is none any more stays as it
// was: pages still lead to it.
func (r Rereader) file(ctx context.Context, at Address, c model.Capture, declared string, body []byte) (put bool, err error) {
	var f model.Attachment
	read, _ := readAttachment(ctx, r.Files, &f, at, declared, body, r.MaxSize)
	if f.Fault == model.FaultScan { // its pages that OCR has read are in the store
		pages, err := r.Store.ScanPages(ctx, c.SHA256)
		if err != nil {
			return false, err
		}
		if len(pages) > 0 {
			f.Text, f.State = read.WithScans(pages).Text, model.Read
		}
	}
	if f.State != model.Read {
		return false, fmt.Errorf("%w %s: %s", errUnreadable, c.URL, f.Reason)
	}
	a, ok := r.Extractor.File(at.Page, f.Text)
	if !ok {
		return false, nil
	}
	return true, r.Store.PutArticle(ctx, &a, c.ID)
}

const (
	minSitePages  = 8   // below, repetition tells nothing
	repeatedShare = 0.3 // measured on three portals: 1.0 % chrome left, .98 of number quotes kept
)

// Repeated tells which lines are a site's chrome: those on more than 30 % of
// its pages. nil when the site has too few pages to tell.
func Repeated(lines store.SiteLines) func(uint64) bool {
	if lines.Pages < minSitePages {
		return nil
	}
	most := repeatedShare * float64(lines.Pages)
	return func(line uint64) bool { return float64(lines.Counts[line]) > most }
}

// rereadPending reads the hosts again that have pages without a template, now
// that all their lines have been counted.
func (c *Crawler) rereadPending(ctx context.Context) error {
	hosts, err := c.Pending.Hosts()
	if err != nil {
		return err
	}
	r := Rereader{
		Store: c.Store, Records: c.Records, Extractor: c.Extractor, Portals: c.Portals,
		Family: c.Portals.Fallback().ID, MaxSize: c.opts.Limits.Size,
	}
	for _, host := range hosts {
		done, err := r.Host(ctx, host)
		if err != nil {
			if ctx.Err() != nil {
				return nil //nolint:nilerr // stopped by its user: it stays pending for the next run
			}
			return fmt.Errorf("đọc lại trang của %s: %w", host, err)
		}
		for _, fault := range done.Faults {
			c.Log.Warn("page not read again", "host", host, "error", fault)
		}
		if err := c.Pending.Clear(host); err != nil {
			return err
		}
	}
	return nil
}
