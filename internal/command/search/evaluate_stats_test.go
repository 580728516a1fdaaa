package search_test

import (
	"bytes"
	"fmt"
	"io"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracuu/data"
	"tracuu/internal/command/crawler"
	"tracuu/internal/evaluate"
	"tracuu/internal/sample"
)

// TestRankStats crawls and indexes the sample portals, asks the queries of
// testdata/rank, and compares what comes where with the committed figures.
func TestRankStats(t *testing.T) {
	folder := filepath.Join("..", "..", "..", "testdata", "rank")
	dir, out := crawled(t), filepath.Join(t.TempDir(), "out.trec")
	code, stdout, problems := run(t, "evaluate", "topics", "--data", dir, "--run", out,
		"--queries", filepath.Join(folder, "queries.jsonl"), "--qrels", filepath.Join(folder, "qrels.tsv"))
	if code != 0 {
		t.Fatalf("exit %d: %s", code, problems)
	}
	if !strings.Contains(stdout, "0 judged pages absent") {
		t.Errorf("a judged page is not in the store:\n%s", stdout)
	}
	got, golden := stats(t, folder, out), filepath.Join(folder, "rank_stats.txt")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("ranking changed; see the diff, then -update. -want +got:\n%s", diff)
	}
}

// crawled is a data folder with the sample portals in it.
func crawled(t *testing.T) string {
	t.Helper()
	site, err := sample.New(data.Sample())
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "data")
	args := []string{"crawl", "--data", dir, "--allow-private"}
	for _, p := range site.Portals() {
		server := httptest.NewServer(p)
		t.Cleanup(server.Close)
		args = append(args, server.URL+"/")
	}
	var out bytes.Buffer
	if code := crawler.Run(t.Context(), args, strings.NewReader(""), &out, &out); code != 0 {
		t.Fatalf("crawl: exit %d\n%s", code, out.String())
	}
	return dir
}

// stats tells the measures, and the place of each expected article.
func stats(t *testing.T, folder, run string) string {
	t.Helper()
	questions := opened(t, filepath.Join(folder, "queries.jsonl"), evaluate.ReadQuestions)
	grades := opened(t, filepath.Join(folder, "qrels.tsv"), evaluate.ReadJudgements)
	found := opened(t, run, evaluate.ReadRun)
	var b strings.Builder
	for _, m := range []evaluate.Measure{evaluate.Recall(1), evaluate.Recall(5), evaluate.MRR()} {
		fmt.Fprintf(&b, "%-10s %.4f\n", m.Name, evaluate.Score(found, grades, m).Mean())
	}
	b.WriteString("\n")
	for _, q := range questions {
		place := slices.IndexFunc(found[q.ID], func(r evaluate.Ranked) bool { return grades[q.ID][r.ID] > 0 })
		shown := fmt.Sprint(place + 1)
		if place < 0 {
			shown = "-"
		}
		fmt.Fprintf(&b, "%s %2s  %s\n", q.ID, shown, q.Text)
	}
	return b.String()
}

func opened[T any](t *testing.T, path string, read func(r io.Reader) (T, error)) T {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := read(f)
	if err != nil {
		t.Fatal(err)
	}
	return all
}
