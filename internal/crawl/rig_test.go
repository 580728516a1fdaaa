package crawl

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"tracuu/data"
	"tracuu/internal/archive"
	"tracuu/internal/attachment"
	"tracuu/internal/extract"
	"tracuu/internal/portal"
	"tracuu/internal/store"
	"tracuu/internal/store/sqlite"
)

// rig is a crawler over a real store and archive, and a site on loopback.
type rig struct {
	t       *testing.T
	dir     string
	site    *httptest.Server
	store   *sqlite.Store
	archive *archive.Writer
	known   *portal.Registry
	files   FileReader
	opts    Options
	ahead   time.Duration // of the real clock

	mu    sync.Mutex
	asked []string // by path and query, in order
}

// newRig serves a site; robots.txt is absent unless the handler has it.
func newRig(t *testing.T, handler http.Handler) *rig {
	t.Helper()
	r := &rig{t: t, dir: t.TempDir(), files: textFiles{}}
	r.site = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		r.mu.Lock()
		r.asked = append(r.asked, req.URL.RequestURI())
		r.mu.Unlock()
		handler.ServeHTTP(w, req)
	}))
	t.Cleanup(r.site.Close)
	var err error
	if r.known, err = portal.Load(data.Portals()); err != nil {
		t.Fatal(err)
	}
	r.opts = Options{
		Agent: "tracuu/test", Delay: time.Second, Opened: map[string]bool{r.address("/").Host: true},
		LocalFlights: 3, Hosts: 4, Depth: 20, Attempts: 2,
		Limits: Limits{Size: 1 << 20, Idle: 5 * time.Second, Time: 10 * time.Second},
		Grace:  time.Second, ReportEvery: time.Hour,
	}
	r.open()
	return r
}

func (r *rig) open() {
	r.t.Helper()
	var err error
	if r.store, err = sqlite.Open(r.t.Context(), r.dir, sqlite.Options{}); err != nil {
		r.t.Fatal(err)
	}
	if r.archive, err = archive.Open(filepath.Join(r.dir, "archive"), archive.Options{}); err != nil {
		r.t.Fatal(err)
	}
	kept, written := r.store, r.archive
	r.t.Cleanup(func() {
		if err := errors.Join(written.Close(), kept.Close()); err != nil && !errors.Is(err, archive.ErrClosed) {
			r.t.Error(err)
		}
	})
}

func (r *rig) address(path string) Address { return mustAddress(r.t, r.site.URL+path) }

func (r *rig) parts() Parts {
	return Parts{
		Store: r.store, Archive: r.archive, Records: archive.NewReader(filepath.Join(r.dir, "archive")),
		Pending: Pending{Dir: filepath.Join(r.dir, "cache", "reread")}, Extractor: extract.New(r.known),
		Files: r.files, Portals: r.known, Log: slog.New(slog.DiscardHandler), Now: r.now, Report: func(Progress) {},
	}
}

func (r *rig) now() time.Time { return time.Now().Add(r.ahead) }

// crawl runs over the paths as seeds.
func (r *rig) crawl(ctx context.Context, paths ...string) (Summary, error) {
	r.t.Helper()
	var seeds []Seed
	for _, p := range paths {
		a := r.address(p)
		seeds = append(seeds, Seed{Name: a.Key, Starts: []Address{a}})
	}
	return New(r.parts(), r.opts, seeds).Run(ctx)
}

func (r *rig) mustCrawl(paths ...string) Summary {
	r.t.Helper()
	s, err := r.crawl(r.t.Context(), paths...)
	if err != nil {
		r.t.Fatal(err)
	}
	return s
}

// reasons returns why tasks failed, by path.
func (r *rig) reasons() map[string]string {
	r.t.Helper()
	failed, err := r.store.Failures(r.t.Context(), 1000)
	if err != nil {
		r.t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range failed {
		out[strings.TrimPrefix(f.URL, r.site.URL)] = f.Reason
	}
	return out
}

// times counts how often a path was asked for.
func (r *rig) times(path string) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	n := 0
	for _, p := range r.asked {
		if p == path {
			n++
		}
	}
	return n
}

// textFiles reads plain text and refuses everything else.
type textFiles struct{}

func (textFiles) Read(_ context.Context, _, _ string, body []byte) (attachment.Document, error) {
	if !strings.HasPrefix(string(body), "%PDF") {
		return attachment.Document{}, errors.New("chưa đọc được định dạng này")
	}
	return attachment.Document{Text: string(body), MediaType: "application/pdf"}, nil
}

// pages serves HTML by path: an article each, with links.
type pages map[string]string

func (p pages) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	body, ok := p[r.URL.Path]
	if !ok {
		http.NotFound(w, r)
		return
	}
	if strings.HasSuffix(r.URL.Path, ".pdf") {
		w.Header().Set("Content-Type", "application/pdf")
	} else {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
	}
	fmt.Fprint(w, body) //nolint:errcheck // the client may have gone
}

// article is a page about a plan, with links to other paths.
func article(title string, links ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<html><head><title>%s</title></head><body><h1>%s</h1>", title, title)
	fmt.Fprintf(&b, "<p>UBND huyện An Phú Đông ban hành Kế hoạch số 52/KH-UBND ngày 18/3/2022 về %s.</p>", title)
	for _, l := range links {
		fmt.Fprintf(&b, `<p><a href="%s">%s</a></p>`, l, l)
	}
	return b.String() + "</body></html>"
}

var (
	_ Store       = (*sqlite.Store)(nil)
	_ Archive     = (*archive.Writer)(nil)
	_ Records     = (*archive.Reader)(nil)
	_ store.Store = (*sqlite.Store)(nil)
)
