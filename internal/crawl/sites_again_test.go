//go:build !race

package crawl

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracuu/internal/model"
	"tracuu/internal/require"
)

// TestRealSitesAreCrawledAgain changes one article of each real site and crawls
// it a year later: all is asked for again by its validators, and only that
// article takes a number of the change sequence.
func TestRealSitesAreCrawledAgain(t *testing.T) {
	for _, site := range []string{"krongno", "dakrlap", "sotaichinh"} {
		t.Run(site, func(t *testing.T) { testCrawledAgain(t, require.Shared(t, "sites", site)) })
	}
}

func testCrawledAgain(t *testing.T, root string) {
	var mu sync.Mutex
	edited, line, status := "", "", map[int]int{}
	files := http.FileServer(http.Dir(root))
	r := newRig(t, http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		mu.Lock()
		defer mu.Unlock()
		if edited != "" && req.URL.Path == edited {
			status[http.StatusOK]++
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, strings.Replace(pageOf(t, root, edited), line, line+" (bản sửa)", 1))
			return
		}
		told := &statusWriter{ResponseWriter: w, code: http.StatusOK}
		files.ServeHTTP(told, req)
		status[told.code]++
	}))
	r.opts.Limits.Size = 20 << 20
	first := r.mustCrawl("/")
	edited, line = r.someArticle(root)
	before := status[http.StatusOK]
	clear(status)
	r.ahead = 366 * day
	second := r.mustCrawl("/")
	t.Logf("%d pages; first %d in full; then by status %v; edited %s", first.Pages, before, status, edited)
	if status[http.StatusOK] != 1 || status[http.StatusNotModified] < before-2 { // robots.txt is asked for without a condition
		t.Errorf("of %d answers the second crawl got %v", before, status)
	}
	if got := r.changedSince(first.Sequence); !cmp.Equal(got, []string{strings.TrimSuffix(edited, "/")}) {
		t.Errorf("changed: %v, want %s", got, edited)
	}
	if first.Pages != second.Pages || first.Articles != second.Articles {
		t.Errorf("first %+v, then %+v", first.Stats, second.Stats)
	}
}

type statusWriter struct {
	http.ResponseWriter
	code int
}

func (w *statusWriter) WriteHeader(code int) {
	w.code = code
	w.ResponseWriter.WriteHeader(code)
}

// someArticle is the path of an article as it was asked for, and a line of its
// text that its page has word for word.
func (r *rig) someArticle(root string) (path, line string) {
	r.t.Helper()
	err := r.store.Captures(r.t.Context(), "", func(c model.Capture) error {
		at := mustAddress(r.t, c.URL)
		a, err := r.store.Article(r.t.Context(), model.ArticleID(at.Page))
		if path != "" || err != nil || a.Kind != model.KindArticle {
			return nil //nolint:nilerr // files have captures too
		}
		page := pageOf(r.t, root, at.Path)
		for l := range strings.Lines(a.Text[a.BodyStart:]) {
			if l = strings.TrimSpace(l); len(l) > 60 && strings.Count(page, l) == 1 {
				path, line = at.Path, l
			}
		}
		return nil
	})
	if err != nil || path == "" {
		r.t.Fatal("no article", err)
	}
	return path, line
}

// pageOf is a page of a saved site.
func pageOf(t *testing.T, root, path string) string {
	name := filepath.Join(root, filepath.FromSlash(clean(path)))
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		name = filepath.Join(name, "index.html")
	}
	body, err := os.ReadFile(name)
	if err != nil {
		t.Error(err)
	}
	return string(body)
}
