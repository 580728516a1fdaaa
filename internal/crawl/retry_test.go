package crawl

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/archive"
	"tracuu/internal/attachment"
	"tracuu/internal/attachment/ocr"
	"tracuu/internal/extract"
	"tracuu/internal/model"
	"tracuu/internal/store"
)

// scanFiles reads bodies whose lines are pages; those that begin with a # are
// pictures. A picture of a page has its number as width.
type scanFiles struct{}

func (scanFiles) Read(_ context.Context, _, _ string, body []byte) (attachment.Document, error) {
	doc := attachment.Document{MediaType: "application/pdf", Reader: "pdf"}
	if strings.HasPrefix(string(body), "%PDF broken") {
		return doc, &attachment.Failure{Kind: attachment.ErrDamaged, Reason: "tệp bị hỏng"}
	}
	var text strings.Builder
	n := 0
	for line := range strings.SplitSeq(strings.TrimPrefix(string(body), "%PDF\n"), "\n") {
		n++
		doc.Pages = append(doc.Pages, text.Len())
		if strings.HasPrefix(line, "#") {
			doc.Scanned = append(doc.Scanned, n)
			continue
		}
		text.WriteString(line + "\n")
	}
	doc.Text = text.String()
	if doc.Text == "" {
		return doc, &attachment.Failure{Kind: attachment.ErrScan, Reason: "bản quét, chưa đọc được"}
	}
	return doc, nil
}

func (scanFiles) Render(_ context.Context, _ []byte, page int) (ocr.Page, error) {
	return ocr.Page{Width: page}, nil
}

// pageReader reads the picture of a page as its number, until it is stopped.
type pageReader struct {
	mu     sync.Mutex
	read   []int
	after  int // pages after which stop is called; 0: never
	stop   context.CancelFunc
	broken int // page that cannot be read
	text   string
}

func (p *pageReader) Read(ctx context.Context, page ocr.Page) (string, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.after > 0 && len(p.read) >= p.after {
		p.stop()
		return "", ctx.Err()
	}
	if page.Width == p.broken {
		return "", errors.New("không đọc được ảnh")
	}
	p.read = append(p.read, page.Width)
	if p.text != "" {
		return p.text, nil
	}
	return fmt.Sprintf("trang %d", page.Width), nil
}

// retrier crawls a page with three files and returns what reads them again.
func retrier(t *testing.T) (*rig, Retrier) {
	t.Helper()
	r := newRig(t, pages{
		"/":         `<title>Văn bản</title><p><a href="/scan.pdf">Kế hoạch 1</a> <a href="/mixed.pdf">2</a> <a href="/broken.pdf">3</a></p>`,
		"/scan.pdf": "%PDF\n#\n#\n#\n#", "/mixed.pdf": "%PDF\nSố: 5/KH\n#", "/broken.pdf": "%PDF broken",
	})
	r.files = scanFiles{}
	r.mustCrawl("/")
	return r, Retrier{
		Store: r.store, Records: archive.NewReader(filepath.Join(r.dir, "archive")), Files: scanFiles{}, Extractor: extract.New(r.known), MaxSize: 1 << 20,
	}
}

// faults of the stored files, by path.
func (r *rig) faults() map[string]model.Fault {
	r.t.Helper()
	files, err := r.store.FaultyFiles(r.t.Context())
	if err != nil {
		r.t.Fatal(err)
	}
	found := map[string]model.Fault{}
	for _, f := range files {
		found[strings.TrimPrefix(f.URL, r.site.URL)] = f.Fault
	}
	return found
}

func TestRetryScans(t *testing.T) {
	r, again := retrier(t)
	want := map[string]model.Fault{"/scan.pdf": model.FaultScan, "/mixed.pdf": model.FaultScan, "/broken.pdf": model.FaultDamaged}
	if diff := cmp.Diff(want, r.faults()); diff != "" {
		t.Fatal(diff)
	}
	if sum, err := again.Run(t.Context(), model.FaultScan); err != nil || sum.Read != 0 || len(r.faults()) != 3 {
		t.Errorf("without OCR: %+v, %v", sum, err)
	}
	engine := &pageReader{}
	again.OCR = engine
	sum, err := again.Run(t.Context(), model.FaultScan)
	if err != nil || sum.Files != 2 || sum.Read != 2 || sum.Pages != 5 {
		t.Errorf("%+v, %v", sum, err)
	}
	if diff := cmp.Diff(map[string]model.Fault{"/broken.pdf": model.FaultDamaged}, r.faults()); diff != "" {
		t.Error(diff)
	}
	a, err := r.store.Article(t.Context(), model.ArticleID(r.address("/").Page))
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, f := range a.Attachments {
		texts[strings.TrimPrefix(f.URL, r.site.URL)] = f.Text
		if f.State == model.Read && !strings.Contains(f.Reason, "nhận dạng từ bản quét") {
			t.Errorf("%s does not say that it was read by OCR: %q", f.URL, f.Reason)
		}
	}
	if diff := cmp.Diff(map[string]string{
		"/scan.pdf": "trang 1\n\ntrang 2\n\ntrang 3\n\ntrang 4", "/mixed.pdf": "Số: 5/KH\n\ntrang 2", "/broken.pdf": "",
	}, texts); diff != "" {
		t.Error(diff)
	}
}

// TestRetryGoesOn: pages that were read before a stop are not read again.
func TestRetryGoesOn(t *testing.T) {
	r, again := retrier(t)
	ctx, stop := context.WithCancel(t.Context())
	first := &pageReader{after: 3, stop: stop}
	again.OCR = first
	if _, err := again.Run(ctx, model.FaultScan); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
	second := &pageReader{}
	again.OCR = second
	sum, err := again.Run(t.Context(), model.FaultScan)
	if err != nil || sum.Read != 1 || len(r.faults()) != 1 {
		t.Errorf("%+v, %v", sum, err)
	}
	if n := len(first.read) + len(second.read); n != 5 {
		t.Errorf("5 pages were read %d times: %v, %v", n, first.read, second.read)
	}
}

// TestRetryBrokenPage: a page that fails waits; the others are read.
func TestRetryBrokenPage(t *testing.T) {
	r, again := retrier(t)
	again.OCR = &pageReader{broken: 3}
	sum, err := again.Run(t.Context(), model.FaultScan)
	if err != nil || sum.Read != 1 {
		t.Errorf("%+v, %v", sum, err)
	}
	if got := slices.Sorted(maps.Keys(r.faults())); !slices.Equal(got, []string{"/broken.pdf", "/scan.pdf"}) {
		t.Errorf("faults of %v", got)
	}
	again.OCR = &pageReader{}
	if sum, err := again.Run(t.Context()); err != nil || sum.Pages != 1 || sum.Read != 1 || len(r.faults()) != 1 {
		t.Errorf("the next time: %+v, %v", sum, err)
	}
}

// TestRetryTrustsNoInventedNumber: a number that OCR alone reads makes no
// document; one that the file's name tells too does.
func TestRetryTrustsNoInventedNumber(t *testing.T) {
	r := newRig(t, pages{
		"/":                `<title>Văn bản</title><p><a href="/77KHUB_2022.pdf">tải về</a> <a href="/71KHUB_2022.pdf">tải về</a> <a href="/quet.pdf">tải về</a></p>`,
		"/77KHUB_2022.pdf": "%PDF\n#", "/71KHUB_2022.pdf": "%PDF\n#", "/quet.pdf": "%PDF\n#",
	})
	r.files = scanFiles{}
	r.mustCrawl("/")
	again := Retrier{
		Store: r.store, Records: archive.NewReader(filepath.Join(r.dir, "archive")), Files: scanFiles{}, Extractor: extract.New(r.known),
		OCR: &pageReader{text: strings.TrimPrefix(plan, "%PDF\n")}, MaxSize: 1 << 20,
	}
	if sum, err := again.Run(t.Context(), model.FaultScan); err != nil || sum.Read != 3 {
		t.Fatalf("%+v, %v", sum, err)
	}
	for path, want := range map[string]bool{"/77KHUB_2022.pdf": true, "/71KHUB_2022.pdf": false, "/quet.pdf": false} {
		_, err := r.store.Article(t.Context(), model.ArticleID(r.address(path).Page))
		if (err == nil) != want || err != nil && !errors.Is(err, store.ErrNotFound) {
			t.Errorf("%s: %v, want a document: %v", path, err, want)
		}
	}
	r.rereadFiles(articleID(r, "/77KHUB_2022.pdf"))
}
