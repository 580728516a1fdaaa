package retrieval

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"tracuu/internal/index"
	"tracuu/internal/index/bleve"
	"tracuu/internal/model"
	"tracuu/internal/rank"
	"tracuu/internal/require"
)

// memory holds texts by id.
type memory map[string]Text

var _ Texts = memory(nil)

func (m memory) Text(_ context.Context, ids []string) (map[string]Text, error) {
	out := make(map[string]Text, len(ids))
	for _, id := range ids {
		if t, ok := m[id]; ok {
			out[id] = t
		}
	}
	return out, nil
}

// line is a document of a corpus or a question.
type line struct{ ID, Title, Text string }

// readLines reads a JSON object a line, of a file that may be compressed.
func readLines(t testing.TB, path string) []line {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}()
	var in io.Reader = f
	if strings.HasSuffix(path, ".zst") {
		z, err := zstd.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		defer z.Close()
		in = z
	}
	var out []line
	d := json.NewDecoder(bufio.NewReader(in))
	for d.More() {
		var l line
		if err := d.Decode(&l); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		out = append(out, l)
	}
	return out
}

// indexed returns a searcher over documents.
func indexed(t testing.TB, docs []line, opts Options) *Searcher {
	t.Helper()
	e, err := bleve.Open(context.Background(), filepath.Join(t.TempDir(), "index"), bleve.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	})
	texts := make(memory, len(docs))
	records := func(yield func(index.Record, error) bool) {
		for _, d := range docs {
			texts[d.ID] = Text{Title: d.Title, Body: d.Text, Kind: model.KindArticle}
			if !yield(index.Record{ID: d.ID, Kind: model.ArticleChanged, Title: d.Title, Text: d.Text}, nil) {
				return
			}
		}
	}
	if err := index.Feed(context.Background(), e, index.Group(records), nil); err != nil {
		t.Fatal(err)
	}
	ranker, err := rank.Default()
	if err != nil {
		t.Fatal(err)
	}
	return New(e, texts, ranker, opts)
}

// phapdien is the legal code, 62,323 articles.
func phapdien(t testing.TB) []line {
	t.Helper()
	return readLines(t, require.Shared(t, "corpus/phapdien.jsonl.zst"))
}
