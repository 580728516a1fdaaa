//go:build !race

// What goes on at the same time is tested on authored portals; the race detector
// takes minutes for the pages of the real ones.

package crawl

import (
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"tracuu/internal/model"
	"tracuu/internal/require"
)

// TestRealSitesAreWholeAndStable crawls each real site twice: all pages that links
// lead to are stored, and both crawls understood the same.
func TestRealSitesAreWholeAndStable(t *testing.T) {
	for _, site := range []string{"krongno", "dakrlap", "sotaichinh"} {
		t.Run(site, func(t *testing.T) { testSite(t, require.Shared(t, "sites", site)) })
	}
}

func testSite(t *testing.T, root string) {
	first, second := crawlFolder(t, root), crawlFolder(t, root)
	if diff := cmp.Diff(first, second); diff != "" {
		t.Errorf("the second crawl differs (-first +second):\n%s", diff)
	}
	var lost []string
	for _, path := range reachable(t, root) {
		if _, ok := first[path]; !ok {
			lost = append(lost, path)
		}
	}
	if len(lost) > 0 || len(first) < 100 {
		t.Errorf("%d pages are stored; not stored: %v", len(first), lost)
	}
}

// crawlFolder serves a folder, crawls it and returns kind and title by path.
func crawlFolder(t *testing.T, root string) map[string]string {
	t.Helper()
	r := newRig(t, http.FileServer(http.Dir(root)))
	r.opts.Limits.Size = 20 << 20
	r.mustCrawl("/")
	pages := map[string]string{}
	err := r.store.Captures(t.Context(), "", func(c model.Capture) error {
		at := mustAddress(t, c.URL)
		a, err := r.store.Article(t.Context(), model.ArticleID(at.Page))
		if err == nil {
			pages[clean(at.Path)] = string(a.Kind) + " " + a.Title
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// clean is a path as the folder has it.
func clean(path string) string {
	plain, err := url.PathUnescape(path)
	if err != nil {
		plain = path
	}
	return strings.Trim(strings.TrimSuffix(plain, "index.html"), "/")
}

// reachable walks the links of a saved site from its front page, by a reader of
// its own: the paths of the pages that are there.
func reachable(t *testing.T, root string) []string {
	t.Helper()
	excluded := regexp.MustCompile(`^/(?:web/\d{14}|_layouts/|_vti_bin/)`)
	seen := map[string]bool{}
	for todo := []string{"/"}; len(todo) > 0; {
		path := todo[0]
		todo = todo[1:]
		file := filepath.Join(root, filepath.FromSlash(clean(path)))
		if info, err := os.Stat(file); err == nil && info.IsDir() {
			file = filepath.Join(file, "index.html")
			path = "/" + clean(path) + "/"
		}
		if seen[clean(path)] || filepath.Ext(file) != ".html" {
			continue
		}
		f, err := os.Open(file)
		if err != nil {
			continue
		}
		seen[clean(path)] = true
		base := &url.URL{Scheme: "http", Host: "site.example", Path: path}
		z := html.NewTokenizer(f)
		for z.Next() != html.ErrorToken {
			token := z.Token()
			for _, a := range token.Attr {
				u, err := base.Parse(strings.TrimSpace(a.Val))
				if token.Data == "a" && a.Key == "href" && err == nil && u.Host == base.Host && !excluded.MatchString(u.Path) {
					todo = append(todo, u.Path)
				}
			}
		}
		f.Close()
	}
	var all []string
	for path := range seen {
		all = append(all, path)
	}
	slices.Sort(all)
	return all
}
