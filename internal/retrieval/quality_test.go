package retrieval

import (
	"math"
	"os"
	"strings"
	"testing"

	"tracuu/internal/require"
	"tracuu/internal/vietnamese"
)

// Floors on the 621 law questions: nDCG@10, recall@100, and how far typing
// without diacritics may be from typing with them.
const (
	leastNDCG   = 0.936
	leastRecall = 0.99
	mostApart   = 0.002
)

func TestQuality(t *testing.T) {
	if testing.Short() || raceDetector {
		t.Skip("1,242 searches over 2,249 articles: too slow under the race detector, which the other tests give enough to watch")
	}
	dir := require.Shared(t, "eval/retrieval")
	s := indexed(t, readLines(t, dir+"/corpus.jsonl"), Options{})
	questions := readLines(t, dir+"/queries.jsonl")
	relevant := readRelevant(t, dir+"/qrels.tsv")
	plain, recall := quality(t, s, questions, relevant)
	for i := range questions {
		questions[i].Text = vietnamese.Fold(questions[i].Text)
	}
	folded, _ := quality(t, s, questions, relevant)
	t.Logf("nDCG@10 %.4f, folded %.4f, recall@100 %.4f", plain, folded, recall)
	if plain < leastNDCG || recall < leastRecall || math.Abs(plain-folded) > mostApart {
		t.Errorf("nDCG@10 %.4f (least %.3f), folded %.4f (within %.3f), recall@100 %.4f (least %.2f)",
			plain, leastNDCG, folded, mostApart, recall, leastRecall)
	}
}

// quality returns the mean nDCG@10 and recall@100.
func quality(t *testing.T, s *Searcher, questions []line, relevant map[string]map[string]bool) (ndcg, recall float64) {
	for _, q := range questions {
		gain, best, found := 0.0, 0.0, 0
		for i, id := range ids(t, s, Request{Text: q.Text, Limit: 100}) {
			if relevant[q.ID][id] {
				found++
				if i < 10 {
					gain += 1 / math.Log2(float64(i+2))
				}
			}
		}
		for i := range min(10, len(relevant[q.ID])) {
			best += 1 / math.Log2(float64(i+2))
		}
		ndcg += gain / best / float64(len(questions))
		recall += float64(found) / float64(len(relevant[q.ID])) / float64(len(questions))
	}
	return ndcg, recall
}

func readRelevant(t *testing.T, path string) map[string]map[string]bool {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	out := make(map[string]map[string]bool)
	for row := range strings.Lines(string(raw)) {
		part := strings.Split(row, "\t")
		if out[part[0]] == nil {
			out[part[0]] = make(map[string]bool)
		}
		out[part[0]][part[1]] = true
	}
	return out
}
