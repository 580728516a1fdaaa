package endtoend

import (
	"context"
	"errors"
	"iter"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/klauspost/compress/zstd"

	"tracuu/internal/evaluate"
	"tracuu/internal/index"
	"tracuu/internal/index/bleve"
	"tracuu/internal/model"
	"tracuu/internal/rank"
	"tracuu/internal/require"
	"tracuu/internal/retrieval"
	"tracuu/internal/store"
	"tracuu/internal/store/sqlite"
	"tracuu/internal/vietnamese"
)

// legalCode reads the 62,323 articles of the legal code as articles of a
// portal, each id once, and tells how many bytes of text they have.
func legalCode(b *testing.B) (all []*model.Article, size int64) {
	b.Helper()
	all, _ = legalSources(b)
	for _, a := range all {
		size += int64(len(a.Title) + len(a.Body()))
	}
	return all, size
}

// legalSources gives the articles, and by their ids the words that tell where
// each is from.
func legalSources(b *testing.B) (all []*model.Article, sources map[string]string) {
	b.Helper()
	f, err := os.Open(require.Shared(b, "corpus/phapdien.jsonl.zst"))
	if err != nil {
		b.Fatal(err)
	}
	z, err := zstd.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	seen := map[string]bool{}
	sources = map[string]string{}
	for r, err := range evaluate.Records(z) {
		if err != nil {
			b.Fatal(err)
		}
		if seen[r.ID] {
			continue
		}
		seen[r.ID] = true
		title, body := vietnamese.Clean(r.Title), vietnamese.Clean(r.Text)
		url := "https://phap-dien.example/" + r.ID
		all = append(all, &model.Article{
			ID: model.ArticleID(url), URL: url, Kind: model.KindArticle, Title: title, Text: title + "\n" + body, BodyStart: len(title) + 1,
		})
		sources[model.ArticleID(url)] = r.Source
	}
	z.Close()
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	return all, sources
}

// BenchmarkIndexing writes the legal code into an index: from memory, and on
// the way that the program goes, from the store.
func BenchmarkIndexing(b *testing.B) {
	all, size := legalCode(b)
	b.Run("memory", func(b *testing.B) {
		for b.Loop() {
			measure(b, size, func(e index.Engine) error {
				return index.Feed(b.Context(), e, index.Group(recordsOf(all)), nil)
			})
		}
	})
	b.Run("store", func(b *testing.B) {
		s := committed(b, all)
		b.ResetTimer()
		for b.Loop() {
			measure(b, size, func(e index.Engine) error {
				p, err := index.Sync(b.Context(), s, e)
				if err == nil && p.Upserts < len(all) {
					err = errors.New("not all was indexed")
				}
				return err
			})
		}
	})
}

// measure reports the speed of filling a new index.
func measure(b *testing.B, size int64, fill func(index.Engine) error) {
	b.Helper()
	start := time.Now()
	e, err := bleve.Open(b.Context(), filepath.Join(b.TempDir(), "index"), bleve.Options{})
	if err != nil {
		b.Fatal(err)
	}
	if err := errors.Join(fill(e), e.Close()); err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(size)/1e6/time.Since(start).Seconds(), "MB/s")
}

func recordsOf(all []*model.Article) iter.Seq2[index.Record, error] {
	return func(yield func(index.Record, error) bool) {
		for _, a := range all {
			if !yield(index.ArticleRecord(a), nil) {
				return
			}
		}
	}
}

// committed puts the articles into a store, as a crawler does.
func committed(b *testing.B, all []*model.Article) *sqlite.Store {
	b.Helper()
	s, err := sqlite.Open(b.Context(), b.TempDir(), sqlite.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := s.Close(); err != nil {
			b.Error(err)
		}
	})
	for i, a := range all {
		err := s.Commit(b.Context(), store.Visit{
			Task:    store.Task{Link: store.Link{Key: a.URL, URL: a.URL, Host: "phap-dien.example"}},
			Capture: &model.Capture{ID: a.URL, URL: a.URL, Time: time.Unix(int64(i), 0)},
			Article: a,
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	return s
}

// indexed opens an index in step with a store.
func indexed(b *testing.B, kept *sqlite.Store) *bleve.Engine {
	b.Helper()
	engine, err := bleve.Open(b.Context(), filepath.Join(b.TempDir(), "index"), bleve.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := engine.Close(); err != nil {
			b.Error(err)
		}
	})
	if _, err := index.Sync(b.Context(), kept, engine); err != nil {
		b.Fatal(err)
	}
	return engine
}

// BenchmarkFirstAnswer opens an index of the legal code and asks one question.
func BenchmarkFirstAnswer(b *testing.B) {
	all, _ := legalCode(b)
	dir := filepath.Join(b.TempDir(), "index")
	e, err := bleve.Open(b.Context(), dir, bleve.Options{})
	if err != nil {
		b.Fatal(err)
	}
	err = errors.Join(index.Feed(b.Context(), e, index.Group(recordsOf(all)), nil), e.Close())
	if err != nil {
		b.Fatal(err)
	}
	texts := make(memory, len(all))
	for _, a := range all {
		texts[a.ID] = retrieval.Text{Title: a.Title, Body: a.Body(), Kind: a.Kind}
	}
	for b.Loop() {
		e, err := bleve.Open(b.Context(), dir, bleve.Options{})
		if err != nil {
			b.Fatal(err)
		}
		ranker, err := rank.Load()
		if err != nil {
			b.Fatal(err)
		}
		s := retrieval.New(e, texts, ranker, retrieval.Options{})
		res, err := s.Search(b.Context(), retrieval.Request{Text: "hộ kinh doanh phải đăng ký thuế khi nào"})
		if err = errors.Join(err, e.Close()); err != nil || len(res.Hits) == 0 {
			b.Fatal(len(res.Hits), err)
		}
	}
}

// memory holds texts by id.
type memory map[string]retrieval.Text

// Text implements retrieval.Texts.
func (m memory) Text(_ context.Context, ids []string) (map[string]retrieval.Text, error) {
	found := make(map[string]retrieval.Text, len(ids))
	for _, id := range ids {
		found[id] = m[id]
	}
	return found, nil
}
