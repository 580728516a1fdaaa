package bleve

import (
	"bufio"
	"cmp"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tracuu/internal/index"
	"tracuu/internal/model"
	"tracuu/internal/require"
	"tracuu/internal/vietnamese"
)

// wantNDCG is what folded syllables with pairs reach on the law questions,
// typed with or without diacritics.
const wantNDCG = 0.88

// TestRetrieval asks the questions of the evaluation set, as typed and
// without diacritics.
func TestRetrieval(t *testing.T) {
	if testing.Short() || raceDetector {
		t.Skip("1,242 searches over 2,249 articles: minutes under the race detector, which the other tests give enough to watch")
	}
	dir := require.Shared(t, "eval/retrieval")
	e := mustOpen(t, filepath.Join(t.TempDir(), "index"))
	defer func() {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	}()
	var batch index.Batch
	for _, l := range readLines[struct{ ID, Title, Text string }](t, filepath.Join(dir, "corpus.jsonl")) {
		batch.Upserts = append(batch.Upserts, index.Record{ID: l.ID, Kind: model.ArticleChanged, Title: l.Title, Text: l.Text})
	}
	if err := e.Apply(t.Context(), batch); err != nil {
		t.Fatal(err)
	}
	relevant := readQrels(t, filepath.Join(dir, "qrels.tsv"))
	queries := readLines[struct{ ID, Text string }](t, filepath.Join(dir, "queries.jsonl"))
	for name, typed := range map[string]func(string) string{
		"as typed": func(s string) string { return s }, "without diacritics": vietnamese.Fold,
	} {
		sum := 0.0
		for _, q := range queries {
			res, err := e.Search(t.Context(), index.Request{Text: typed(q.Text), Limit: 10})
			if err != nil {
				t.Fatal(err)
			}
			sum += ndcg(res.Hits, relevant[q.ID])
		}
		got := sum / float64(len(queries))
		t.Logf("%s: nDCG@10 %.4f over %d questions", name, got, len(queries))
		if got < wantNDCG {
			t.Errorf("%s: nDCG@10 %.4f, want %.2f", name, got, wantNDCG)
		}
	}
}

// ndcg is the discounted gain of hits over that of the best order.
func ndcg(hits []index.Hit, grades map[string]float64) float64 {
	discount := func(i int) float64 { return math.Log2(float64(i + 2)) }
	gain, best := 0.0, 0.0
	for i, h := range hits {
		gain += grades[h.ID] / discount(i)
	}
	var sorted []float64
	for _, g := range grades {
		sorted = append(sorted, g)
	}
	slices.SortFunc(sorted, func(a, b float64) int { return cmp.Compare(b, a) })
	for i, g := range sorted[:min(10, len(sorted))] {
		best += g / discount(i)
	}
	if best == 0 {
		return 0
	}
	return gain / best
}

func readLines[T any](t *testing.T, file string) []T {
	t.Helper()
	var out []T
	for line := range strings.Lines(readFile(t, file)) {
		var v T
		if err := json.Unmarshal([]byte(line), &v); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		out = append(out, v)
	}
	return out
}

func readQrels(t *testing.T, file string) map[string]map[string]float64 {
	t.Helper()
	out := make(map[string]map[string]float64)
	sc := bufio.NewScanner(strings.NewReader(readFile(t, file)))
	for sc.Scan() {
		part := strings.Split(sc.Text(), "\t")
		if len(part) != 3 {
			t.Fatalf("%s: %q", file, sc.Text())
		}
		grade, err := strconv.ParseFloat(part[2], 64)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		if out[part[0]] == nil {
			out[part[0]] = make(map[string]float64)
		}
		out[part[0]][part[1]] = grade
	}
	return out
}

func readFile(t *testing.T, file string) string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
