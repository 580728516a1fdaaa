package sample_test

import (
	"net/http"
	"net/http/httptest"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracuu/data"
	"tracuu/internal/extract"
	"tracuu/internal/model"
	"tracuu/internal/portal"
	"tracuu/internal/sample"
)

// loopback is where the tests pretend that a portal stands: a host that no
// portal file names, so that every page must be recognised from its own bytes.
const loopback = "http://127.0.0.1:9000"

func extractor(t testing.TB) *extract.Extractor {
	t.Helper()
	registry, err := portal.Load(data.Portals())
	if err != nil {
		t.Fatal(err)
	}
	return extract.New(registry)
}

func get(t testing.TB, h http.Handler, target string) *httptest.ResponseRecorder {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, target, nil))
	return w
}

func read(t testing.TB, x *extract.Extractor, p *sample.Portal, target string) extract.Result {
	t.Helper()
	w := get(t, p, target)
	if w.Code != http.StatusOK {
		t.Fatalf("GET %s: status %d", target, w.Code)
	}
	r, err := x.Page(extract.Input{
		URL: loopback + target, MediaType: w.Header().Get("Content-Type"), Body: w.Body.Bytes(),
	})
	if err != nil {
		t.Fatalf("read %s: %v", target, err)
	}
	return r
}

// told is what a page says of itself, side by side with its source file.
type told struct {
	Portal, Family, Place string
	Kind                  model.Kind
	Title, Published      string
	Author                string
	Views                 int
	Text                  string
	Files                 []string
}

// words is text without the marks that stand between blocks and cells.
func words(s string) string {
	return strings.Join(slices.DeleteFunc(strings.Fields(s), func(w string) bool {
		return w == "|" || w == "-" || w == "•"
	}), " ")
}

func TestEveryArticleIsReadAsWritten(t *testing.T) {
	x := extractor(t)
	for _, p := range load(t).Portals() {
		for _, a := range p.Public() {
			t.Run(p.ID+"/"+a.Slug, func(t *testing.T) {
				got := read(t, x, p, a.Path).Article
				want := told{
					Portal: p.ID, Family: p.Family, Place: p.Place, Kind: model.KindArticle,
					Title: a.Title, Published: a.Posted.String(), Author: a.Author, Views: a.Views,
				}
				text := a.Text()
				for _, f := range a.Attachments {
					want.Files = append(want.Files, f.File)
					text += "\n" + f.Name
				}
				want.Text = words(text)
				have := told{
					Portal: got.Portal, Family: got.Family, Place: got.Place, Kind: got.Kind,
					Title: got.Title, Published: got.Published.String(), Author: got.Author, Views: got.Views,
				}
				for _, f := range got.Attachments {
					have.Files = append(have.Files, path.Base(f.URL))
				}
				// A family may leave the author's line in the text or take it out.
				have.Text = words(strings.TrimSuffix(strings.TrimSpace(got.Text), "\n"+a.Author))
				if diff := cmp.Diff(want, have); diff != "" {
					t.Errorf("the page is not read as its source file says (-want +got):\n%s", diff)
				}
			})
		}
	}
}

func TestEveryArticleIsUnderstoodAsExpected(t *testing.T) {
	x := extractor(t)
	for _, p := range load(t).Portals() {
		for _, a := range p.Public() {
			t.Run(p.ID+"/"+a.Slug, func(t *testing.T) {
				got := read(t, x, p, a.Path).Article
				for _, m := range a.Expect.Mismatches(&got.Facts) {
					t.Error(m)
				}
			})
		}
	}
}

func TestListsAreNoArticles(t *testing.T) {
	x := extractor(t)
	tests := map[string][]string{
		"sample-tan-khe":    {"/", "/chi-dao-dieu-hanh/", "/chi-dao-dieu-hanh/page/2/", "/thong-bao/"},
		"sample-phuoc-dien": {"/", "/van-ban-dieu-hanh/", "/van-ban-dieu-hanh/?trang=2", "/thong-bao/"},
	}
	for id, targets := range tests {
		p := portalByID(t, id)
		for _, target := range targets {
			if got := read(t, x, p, target).Article; got.Kind != model.KindList {
				t.Errorf("%s%s is read as %q with title %q, want a list", id, target, got.Kind, got.Title)
			}
		}
	}
}
