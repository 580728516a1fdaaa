// Package attachment reads the text of files that articles link to. It goes by
// what a file is, not by its name: servers and people name types wrongly.
//
// Each reader is given a file by another's hand: sizes, times and output are
// bounded, and a file that breaks a reader breaks no other.
package attachment

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"strings"
	"time"
)

// Options of a Reader. The zero value is good.
type Options struct {
	// CacheDir keeps the compiled PDF reader, which then starts in 0.1 s
	// instead of several; "" keeps it in memory. It may be deleted any time.
	CacheDir string
	// Command starts a process that runs Serve; files are then read by some of
	// them, which is safer and makes PDF three times faster. nil reads here.
	Command  []string
	MaxBytes int           // of a file; 0 means 128 MB
	MaxText  int           // of a text, in bytes: the rest is cut; 0 means 16 MB
	Timeout  time.Duration // of one file; 0 means 2 minutes
}

const (
	defaultMaxBytes = 128 << 20
	defaultMaxText  = 16 << 20
	defaultTimeout  = 2 * time.Minute
	graceTime       = 2 * time.Second
)

// Document is what was read of a file.
type Document struct {
	Text      string // as vietnamese.Clean leaves it
	Pages     []int  // where pages (or sheets) start in Text, in bytes
	MediaType string // what the file is
	Reader    string // the reader that read it: "pdf", "docx", "doc", "xlsx", "xls", "rtf", "odf", "zip", "text"
	Truncated bool   // Text is cut at Options.MaxText
	Scanned   []int  // pages without a text layer, counted from 1
	OCR       []int  // pages whose text comes from OCR, counted from 1
	Note      string // for people, when something is missing in Text; or ""
}

// Reader reads files. It may be used by many goroutines.
type Reader struct {
	opts    Options
	pdf     *pdfReader
	workers *workers // nil when this process reads itself
	grace   time.Duration
}

// New returns a reader. Nothing costly is started before it is needed.
func New(opts Options) (*Reader, error) {
	if opts.MaxBytes <= 0 {
		opts.MaxBytes = defaultMaxBytes
	}
	if opts.MaxText <= 0 {
		opts.MaxText = defaultMaxText
	}
	if opts.Timeout <= 0 {
		opts.Timeout = defaultTimeout
	}
	if opts.CacheDir != "" {
		if err := os.MkdirAll(opts.CacheDir, 0o750); err != nil {
			return nil, fmt.Errorf("không tạo được thư mục %s: %w", opts.CacheDir, err)
		}
	}
	r := &Reader{opts: opts, grace: graceTime}
	if len(opts.Command) > 0 {
		r.workers = newWorkers(opts.Command)
	} else {
		r.pdf = newPDFReader(opts.CacheDir)
	}
	return r, nil
}

// Warm starts the processes that read, in the background, so that the first
// files need not wait for them. It may be called at any time before Close.
func (r *Reader) Warm() {
	if r.workers != nil {
		go r.workers.warm()
	}
}

// Close stops the PDF reader, or the processes that read. It waits for files
// being read.
func (r *Reader) Close() error {
	if r.workers != nil {
		return r.workers.close()
	}
	return r.pdf.close()
}

// Read returns the text of a file. The name and the declared type are hints
// for files whose bytes do not tell. When a file cannot be read the error is a
// *Failure, whose text is the reason for people, and the document tells at
// least the media type when it is known.
func (r *Reader) Read(ctx context.Context, name, declaredType string, body []byte) (Document, error) {
	kind := recognise(name, declaredType, body)
	doc := Document{MediaType: kind.mediaType}
	switch {
	case len(body) == 0:
		return doc, &Failure{Kind: ErrDamaged, Reason: "tệp rỗng"}
	case len(body) > r.opts.MaxBytes:
		return doc, &Failure{Kind: ErrTooLarge, Reason: fmt.Sprintf("tệp lớn hơn %d MB, không đọc", r.opts.MaxBytes>>20)}
	}
	if kind.reader == "" {
		return doc, &Failure{Kind: ErrUnsupported, Reason: "chưa đọc được định dạng " + kind.label}
	}
	if r.workers != nil {
		return r.elsewhere(ctx, kind, doc, request{Name: name, Declared: declaredType, Body: body})
	}
	out := newPages(r.opts.MaxText)
	err := r.read(ctx, kind, body, out)
	if err != nil && !errors.Is(err, ErrScan) {
		return doc, r.failure(ctx, kind, err)
	}
	doc.Reader = kind.reader
	doc.Text, doc.Pages, doc.Truncated, doc.Scanned = out.text.String(), out.starts, out.full, out.scanned
	doc.Note = doc.note(out.notes)
	if err == nil && strings.TrimSpace(doc.Text) == "" {
		err = &Failure{Kind: ErrNoText, Reason: "tệp không có chữ"}
	}
	return doc, err
}

// elsewhere has a file read by another process. That one keeps the time limit
// itself as well as it can; this one ends it a little later.
func (r *Reader) elsewhere(ctx context.Context, kind format, doc Document, q request) (Document, error) {
	a, err := r.workers.ask(ctx, q, r.opts.Timeout+r.grace)
	if err != nil {
		return doc, r.failure(ctx, kind, err)
	}
	return a.Document, a.failure()
}

// read reads a body as what it is.
func (r *Reader) read(ctx context.Context, kind format, body []byte, out *pages) error {
	switch kind.reader {
	case readerPDF:
		if err := r.pdf.start(ctx); err != nil {
			return err
		}
		return recovered(func() error { return r.pdf.read(ctx, r.opts.Timeout, body, out) })
	case readerZIP:
		return r.bounded(ctx, func(ctx context.Context) error { return r.readZIP(ctx, body, out) })
	case readerLock:
		return ErrEncrypted
	}
	read := readerOf(kind.reader)
	return r.bounded(ctx, func(ctx context.Context) error { return read(ctx, body, out) })
}

// readFunc reads a body into pages until ctx ends.
type readFunc func(ctx context.Context, body []byte, out *pages) error

func readerOf(name string) readFunc {
	switch name {
	case readerDOCX:
		return readDOCX
	case readerDOC:
		return readDOC
	case readerXLSX:
		return readXLSX
	case readerXLS:
		return readXLS
	case readerRTF:
		return readRTF
	case readerODF:
		return readODF
	}
	return readText
}

// errPanic marks the panic of a reader.
var errPanic = errors.New("reader panicked")

// recovered turns a panic of a reader into an error.
func recovered(read func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v\n%s", errPanic, p, debug.Stack())
		}
	}()
	return read()
}

// bounded runs a reader with the time limit. A reader that does not look at its context is left behind: its sizes are
// bounded, so it comes to an end.
func (r *Reader) bounded(ctx context.Context, read func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, r.opts.Timeout)
	defer cancel()
	done := make(chan error, 1)
	go func() { done <- recovered(func() error { return read(ctx) }) }()
	select {
	case err := <-done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}
