package crawl

import (
	"context"
	"fmt"
	"net/url"
	"path"
	"runtime"
	"slices"
	"sync"

	"golang.org/x/sync/errgroup"

	"tracuu/internal/archive"
	"tracuu/internal/attachment"
	"tracuu/internal/attachment/ocr"
	"tracuu/internal/extract/docnum"
	"tracuu/internal/extract/filenumber"
	"tracuu/internal/model"
	"tracuu/internal/store"
)

// RetryStore is what reading files again needs of the store.
type RetryStore interface {
	store.Files
	Capture(ctx context.Context, id string) (model.Capture, error)
	PutArticle(ctx context.Context, a *model.Article, captureID string) error
}

// ScanFiles reads files and draws their pages.
type ScanFiles interface {
	FileReader
	Render(ctx context.Context, body []byte, page int) (ocr.Page, error)
}

// PageReader reads the picture of a page.
type PageReader interface {
	Read(ctx context.Context, p ocr.Page) (string, error)
}

// Retrier reads files again from the archive whose text is missing. What is
// left to do stands in the store, and each page of a scan is kept as soon as
// it is read: stopped or killed, the next one goes on from there.
type Retrier struct {
	Store     RetryStore
	Records   Records
	Files     ScanFiles
	Extractor Extractor
	Portals   Hosts      // whose addresses have rules; may be nil
	OCR       PageReader // nil: scans stay unread
	MaxSize   int64      // of a file, decompressed
	Report    func(done, all int, name string)
}

// Retried is what reading again came to.
type Retried struct {
	Files  int // tried
	Read   int // whose text is whole now
	Pages  int // of scans, read by OCR
	Faults []error
}

// Run reads the files with some faults again; with any when none is given.
// Files that it cannot read stay as they are, or get a new reason.
func (r Retrier) Run(ctx context.Context, faults ...model.Fault) (Retried, error) {
	files, err := r.Store.FaultyFiles(ctx, faults...)
	if err != nil {
		return Retried{}, err
	}
	var sum Retried
	for i, f := range files {
		if ctx.Err() != nil {
			return sum, ctx.Err()
		}
		if r.Report != nil {
			r.Report(i, len(files), f.URL)
		}
		read, pages, err := r.file(ctx, &f)
		sum.Pages += pages
		switch {
		case ctx.Err() != nil:
			return sum, ctx.Err()
		case err != nil:
			if len(sum.Faults) < maxFaults {
				sum.Faults = append(sum.Faults, fmt.Errorf("%s: %w", f.URL, err))
			}
			continue
		case f.Fault == "":
			sum.Read++
		}
		sum.Files++
		if err := r.Store.PutFile(ctx, f); err != nil {
			return sum, err
		}
		if err := r.document(ctx, f, read); err != nil {
			return sum, err
		}
	}
	return sum, nil
}

// document keeps the official document that a file turned out to be. OCR
// invents numbers where they are written by hand: that of a scan must be told
// by the file's name or link too.
func (r Retrier) document(ctx context.Context, f model.Attachment, read attachment.Document) error {
	capture, err := r.Store.Capture(ctx, f.CaptureID)
	if err != nil {
		return err
	}
	at, err := Addresses{r.Portals}.Parse(capture.URL)
	if err != nil || f.State != model.Read {
		return err
	}
	if a, ok := r.Extractor.File(at.Page, f.Text); ok && (!slices.Contains(read.OCR, 1) || told(a, f, at)) {
		return r.Store.PutArticle(ctx, &a, f.CaptureID)
	}
	return nil
}

// told tells whether the document that OCR announces is the one that the name
// or the link of its file tells of.
func told(a model.Article, f model.Attachment, at Address) bool {
	name, err := url.PathUnescape(path.Base(at.Path))
	if err != nil {
		name = path.Base(at.Path)
	}
	own, ok := filenumber.Of(filenumber.File{Name: name, Link: f.Name, Text: f.Text, Scanned: true})
	return ok && !slices.ContainsFunc(a.Mentions, func(m model.Mention) bool {
		return m.Role == model.Announced && docnum.Base(m.Number) != docnum.Base(own.Number)
	})
}

// file reads one file; pages is how many pages of it OCR read.
func (r Retrier) file(ctx context.Context, f *model.Attachment) (read attachment.Document, pages int, err error) {
	capture, err := r.Store.Capture(ctx, f.CaptureID)
	if err != nil {
		return read, 0, err
	}
	res, err := r.Records.Read(ctx, capture)
	if err != nil {
		return read, 0, err
	}
	at, err := Addresses{r.Portals}.Parse(capture.URL)
	if err != nil {
		return read, 0, err
	}
	var body []byte
	read, body, err = r.again(ctx, f, at, res)
	if err != nil || f.Fault != model.FaultScan || r.OCR == nil {
		return read, 0, err
	}
	known, err := r.Store.ScanPages(ctx, capture.SHA256)
	if err != nil {
		return read, 0, err
	}
	pages, failed, err := r.scans(ctx, capture.SHA256, body, read.Scanned, known)
	if err != nil {
		return read, pages, err
	}
	read = read.WithScans(known)
	f.Text, f.Reason, f.Fault, f.State = read.Text, read.Note, attachment.FaultOf(read, nil), model.Read
	switch {
	case len(known) == 0:
		f.State, f.Fault, f.Reason = model.Unread, model.FaultScan, "bản quét, chưa đọc được"
	case read.Text == "":
		f.State, f.Fault, f.Reason = model.Unread, model.FaultNoText, "bản quét không có chữ đọc được"
	}
	if failed != nil { // a page that failed is tried again next time; what was read is kept
		f.Reason = failed.Error()
	}
	return read, pages, nil
}

func (r Retrier) again(ctx context.Context, f *model.Attachment, at Address, res archive.Response) (attachment.Document, []byte, error) {
	body, err := decoded(res.Header, res.Body, r.MaxSize)
	if err != nil {
		return attachment.Document{}, nil, err
	}
	read, body := readAttachment(ctx, r.Files, f, at, res.Header.Get("Content-Type"), body, r.MaxSize)
	return read, body, ctx.Err()
}

// scans reads the pages that are not known yet, side by side, and keeps each.
// failed tells of pages that cannot be read; they do not hold up the others.
func (r Retrier) scans(ctx context.Context, digest string, body []byte, pages []int, known map[int]string) (n int, failed, err error) {
	var mu sync.Mutex
	var missing []int
	for _, page := range pages {
		if _, done := known[page]; !done {
			missing = append(missing, page)
		}
	}
	group, within := errgroup.WithContext(ctx)
	group.SetLimit(runtime.GOMAXPROCS(0))
	for _, page := range missing {
		group.Go(func() error {
			text, err := r.page(within, body, page)
			if err != nil && within.Err() != nil {
				return within.Err()
			}
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				failed = fmt.Errorf("trang %d: %w", page, err)
				return nil
			}
			known[page] = text
			n++
			return r.Store.PutScanPage(context.WithoutCancel(within), digest, page, text) // what was read is kept
		})
	}
	err = group.Wait()
	return n, failed, err
}

func (r Retrier) page(ctx context.Context, body []byte, number int) (string, error) {
	picture, err := r.Files.Render(ctx, body, number)
	if err != nil {
		return "", err
	}
	return r.OCR.Read(ctx, picture)
}
