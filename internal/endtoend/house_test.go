// Package endtoend starts the real programs through their Run on the sample
// portals: crawl, archive, extract, store, index, answer.
package endtoend

import (
	"bytes"
	"context"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"tracuu/data"
	"tracuu/internal/archive"
	"tracuu/internal/command/crawler"
	"tracuu/internal/command/search"
	"tracuu/internal/model"
	"tracuu/internal/sample"
	"tracuu/internal/store/sqlite"
)

type program func(ctx context.Context, args []string) (code int, out string)

func crawlerProgram(ctx context.Context, args []string) (int, string) {
	var out, problems bytes.Buffer
	code := crawler.Run(ctx, args, strings.NewReader(""), &out, &problems)
	return code, out.String() + problems.String()
}

func searchProgram(ctx context.Context, args []string) (int, string) {
	var out, problems bytes.Buffer
	code := search.Run(ctx, args, strings.NewReader(""), &out, &problems)
	if code != 0 {
		return code, problems.String()
	}
	return code, out.String()
}

func run(t *testing.T, p program, args ...string) string {
	t.Helper()
	code, out := p(t.Context(), args)
	if code != 0 {
		t.Fatalf("%v: exit %d\n%s", args, code, out)
	}
	return out
}

// served is a sample portal on a loopback server.
type served struct {
	*sample.Portal
	url string
}

func serve(t *testing.T, site *sample.Sample) []served {
	t.Helper()
	var all []served
	for _, p := range site.Portals() {
		server := httptest.NewServer(p)
		t.Cleanup(server.Close)
		all = append(all, served{Portal: p, url: server.URL})
	}
	return all
}

func TestFromPortalToAnswer(t *testing.T) {
	site, err := sample.New(data.Sample())
	if err != nil {
		t.Fatal(err)
	}
	portals := serve(t, site)
	dir := filepath.Join(t.TempDir(), "data")
	crawl := []string{"crawl", "--data", dir, "--allow-private"}
	for _, p := range portals {
		crawl = append(crawl, p.url+"/")
	}
	summary := run(t, crawlerProgram, crawl...)

	articles := stored(t, dir)
	for _, p := range portals {
		checkPortal(t, p, articles)
	}
	checkEvidence(t, dir)

	for _, ask := range site.Lookups() {
		first, _, _ := strings.Cut(run(t, searchProgram, "query", "--data", dir, ask.Query), "\n")
		if first != ask.Title {
			t.Errorf("query %q shows %q first, want %q", ask.Query, first, ask.Title)
		}
	}

	if again := run(t, crawlerProgram, crawl...); lastLine(again) != lastLine(summary) {
		t.Errorf("the same crawl again ends with %q, the first with %q", lastLine(again), lastLine(summary))
	}
}

// checkPortal compares every public article with what its author wrote down.
func checkPortal(t *testing.T, p served, stored map[string]*model.Article) {
	t.Helper()
	for _, want := range p.Public() {
		url := strings.TrimSuffix(p.url+want.Path, "/")
		got, ok := stored[url]
		if !ok {
			t.Errorf("%s is not in the store", url)
			continue
		}
		if got.Title != want.Title || got.Portal != p.ID || got.Kind != model.KindArticle {
			t.Errorf("%s: %s %s %q, want %q", url, got.Portal, got.Kind, got.Title, want.Title)
		}
		for _, m := range want.Expect.Mismatches(&got.Facts) {
			t.Errorf("%s: %s", url, m)
		}
	}
}

// stored reads all articles by address.
func stored(t *testing.T, dir string) map[string]*model.Article {
	t.Helper()
	s, err := sqlite.Open(t.Context(), dir, sqlite.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	all := map[string]*model.Article{}
	changes, err := s.Changes(t.Context(), 0, 10_000)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range changes {
		if c.Kind != model.ArticleChanged || c.Deleted {
			continue
		}
		a, err := s.Article(t.Context(), c.ID)
		if err != nil {
			t.Fatal(err)
		}
		if all[a.URL] != nil {
			t.Errorf("%s is stored twice", a.URL)
		}
		all[a.URL] = a
	}
	return all
}

// checkEvidence reads every article's bytes back from the archive.
func checkEvidence(t *testing.T, dir string) {
	t.Helper()
	s, err := sqlite.Open(t.Context(), dir, sqlite.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	reader := archive.NewReader(filepath.Join(dir, "archive"))
	pages := 0
	err = s.Captures(t.Context(), "", func(c model.Capture) error {
		pages++
		_, err := reader.Read(t.Context(), c)
		return err
	})
	if err != nil || pages == 0 {
		t.Errorf("%d captures read back: %v", pages, err)
	}
}

func lastLine(s string) string {
	lines := strings.Split(strings.TrimSpace(s), "\n")
	for i := len(lines) - 1; i >= 0; i-- {
		if strings.HasPrefix(lines[i], "pages ") {
			return lines[i]
		}
	}
	return ""
}
