package crawler

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tracuu/internal/attachment"
	"tracuu/internal/attachment/ocr"
	"tracuu/internal/evaluate/filetext"
)

// evaluateFiles measures the reading of attachments on real files.
type evaluateFiles struct {
	Files    string `required:"" placeholder:"DIR" help:"PDF files with a text twin of the same name beside them, in any folder below; scans may have one too"`
	Portals  string `required:"" placeholder:"DIR" help:"portals with PDF attachments"`
	Numbers  string `required:"" placeholder:"FILE" help:"the own numbers of those attachments"`
	Write    string `placeholder:"FILE" help:"write the figures into a section of a page, as docs/BENCHMARKS.md"`
	Accuracy string `placeholder:"FILE" help:"write what was read right into a section of a page, as docs/ACCURACY.md"`
}

// Run implements kong's command.
func (c *evaluateFiles) Run(s *session) (err error) {
	files, err := s.newFileReader(userCache())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, files.Close()) }()
	b := &fileBench{files: files, log: sayer{w: s.stderr}}
	if b.engine, err = ocr.Find(s.ctx); err != nil && !errors.Is(err, ocr.ErrAbsent) {
		return err
	}
	if err := b.start(s.ctx); err != nil {
		return err
	}
	if err := b.twins(s.ctx, c.Files); err != nil {
		return err
	}
	if err := b.numbers(s.ctx, c.Portals, c.Numbers); err != nil {
		return err
	}
	report := b.report()
	out := sayer{w: s.stdout, err: b.log.err}
	out.line("%s", report)
	if c.Write != "" && out.err == nil {
		out.err = writeSection(c.Write, "attachments", report)
	}
	if c.Accuracy != "" && out.err == nil {
		out.err = writeSection(c.Accuracy, "attachments", b.accuracy())
	}
	return out.err
}

// fileBench holds what was measured.
type fileBench struct {
	files  *attachment.Reader
	engine *ocr.Engine // nil: scans are left out
	log    sayer

	startTime         time.Duration
	pages, scanPages  int
	reading, scanning time.Duration
	lowest, sum       float64 // of word F1
	texts, scans      int     // files
	errors            float64 // most character errors of a scan
	right, open       int
	wrong             []string
}

// start measures how long the first PDF takes with the compiled reader in its
// cache: a file of one page, read by a reader of its own.
func (b *fileBench) start(ctx context.Context) error {
	const blank = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj " +
		"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj trailer<</Root 1 0 R>>"
	read := func(r *attachment.Reader) error {
		_, err := r.Read(ctx, "a.pdf", "", []byte(blank))
		if errors.Is(err, attachment.ErrNoText) {
			return nil
		}
		return err
	}
	if err := read(b.files); err != nil { // fills the cache
		return err
	}
	r, err := attachment.New(attachment.Options{CacheDir: userCache()})
	if err != nil {
		return err
	}
	began := time.Now()
	err = read(r)
	b.startTime = time.Since(began)
	return errors.Join(err, r.Close())
}

// pdfFiles lists the PDF files of a folder and those below it, by name.
func pdfFiles(dir string) (names []string, err error) {
	err = filepath.WalkDir(dir, func(name string, _ fs.DirEntry, err error) error {
		if strings.EqualFold(filepath.Ext(name), ".pdf") {
			names = append(names, name)
		}
		return err
	})
	return names, err
}

// twins reads the PDF files that have a text beside them.
func (b *fileBench) twins(ctx context.Context, dir string) error {
	names, err := pdfFiles(dir)
	if err != nil {
		return err
	}
	for _, name := range names {
		want, err := os.ReadFile(strings.TrimSuffix(name, filepath.Ext(name)) + ".txt")
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err == nil {
			err = b.twin(ctx, name, string(want))
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}

func (b *fileBench) twin(ctx context.Context, name, want string) error {
	body, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	began := time.Now()
	doc, err := b.files.Read(ctx, name, "", body)
	if errors.Is(err, attachment.ErrScan) {
		return b.scan(ctx, name, body, doc, want)
	}
	if err != nil {
		return err
	}
	b.reading += time.Since(began)
	b.pages += len(doc.Pages)
	f1 := filetext.WordF1(want, doc.Text)
	if b.texts == 0 || f1 < b.lowest {
		b.lowest = f1
	}
	b.sum += f1
	b.texts++
	b.log.line("%.4f word F1, %d pages: %s", f1, len(doc.Pages), name)
	return nil
}

// scan reads the first pages of a scan, as many as its text has: they stand
// apart by form feeds.
func (b *fileBench) scan(ctx context.Context, name string, body []byte, doc attachment.Document, want string) error {
	if b.engine == nil {
		return nil
	}
	var got strings.Builder
	pages := min(strings.Count(want, "\f")+1, len(doc.Scanned))
	for _, page := range doc.Scanned[:pages] {
		began := time.Now()
		text, err := b.page(ctx, body, page)
		if err != nil {
			return err
		}
		b.scanning += time.Since(began)
		b.scanPages++
		got.WriteString(text + "\n")
	}
	b.scans++
	share := filetext.CharacterErrors(strings.ReplaceAll(want, "\f", "\n"), got.String())
	b.errors = max(b.errors, share)
	b.log.line("%.2f %% character errors on %d pages: %s", 100*share, pages, name)
	return nil
}

func (b *fileBench) page(ctx context.Context, body []byte, page int) (string, error) {
	picture, err := b.files.Render(ctx, body, page)
	if err != nil {
		return "", err
	}
	return b.engine.Read(ctx, picture)
}
