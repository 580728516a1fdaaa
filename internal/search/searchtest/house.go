// Package searchtest fills a data folder with a few authored articles and
// opens the real service over it, for the tests of everything that asks it.
package searchtest

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tracuu/internal/index"
	"tracuu/internal/index/bleve"
	"tracuu/internal/model"
	"tracuu/internal/search"
	"tracuu/internal/store"
	"tracuu/internal/store/sqlite"
)

// Captured is when the articles were captured.
func Captured() time.Time { return time.Date(2022, 4, 1, 1, 30, 0, 0, time.UTC) }

// Fill writes the store of a data folder. Filling it twice changes nothing.
func Fill(t *testing.T, dir string) { fill(t, dir, articles()) }

func fill(t *testing.T, dir string, all []*model.Article) {
	t.Helper()
	s, err := sqlite.Open(t.Context(), dir, sqlite.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i, a := range all {
		if err := s.Commit(t.Context(), visit(a, int64(i))); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// Open returns the service over a filled folder, with the index in step.
func Open(t *testing.T) *search.Service { return OpenOver(t, articles()) }

// OpenOver returns the service over a folder that holds just some articles.
func OpenOver(t *testing.T, all []*model.Article) *search.Service {
	t.Helper()
	dir := t.TempDir()
	fill(t, dir, all)
	s, err := sqlite.Open(t.Context(), dir, sqlite.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeAll(t, s) })
	e, err := bleve.Open(t.Context(), filepath.Join(dir, "index"), bleve.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closeAll(t, e) })
	if _, err := index.Sync(t.Context(), s, e); err != nil {
		t.Fatal(err)
	}
	names := map[string]string{"phuoc-dien": "Trang thông tin điện tử huyện Phước Điền"}
	return search.New(s, e, func(id string) string { return names[id] })
}

func closeAll(t *testing.T, c interface{ Close() error }) {
	if err := c.Close(); err != nil {
		t.Error(err)
	}
}

func visit(a *model.Article, n int64) store.Visit {
	capture := model.Capture{
		ID: "urn:uuid:" + a.ID, URL: a.URL, Time: Captured(), Status: 200, MediaType: "text/html",
		SHA256: strings.Repeat("5a", 32), File: "tracuu-20220401T013000Z-00001.warc.gz", Offset: 4096 * n, Length: 2048,
	}
	task := store.Task{Link: store.Link{Key: a.URL, URL: a.URL, Host: a.Portal + ".gov.vn", Kind: store.TaskPage}}
	return store.Visit{Task: task, Outcome: store.Outcome{State: store.Done}, Capture: &capture, Article: a}
}
