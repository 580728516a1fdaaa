package search

import (
	"context"
	"fmt"
	"slices"

	"tracuu/internal/evaluate"
	"tracuu/internal/retrieval"
)

// explainDepth is how many of the first records are explained; judged ones are
// wherever they stand.
const explainDepth = 5

// explainQuestion prints what the scores of one question are made of.
func explainQuestion(ctx context.Context, s *retrieval.Searcher, questions []evaluate.Question, grades evaluate.Judgements, id string, t *table) error {
	i := slices.IndexFunc(questions, func(q evaluate.Question) bool { return q.ID == id })
	if i < 0 {
		return fmt.Errorf("there is no question %s", id)
	}
	q := questions[i]
	found, err := s.Search(ctx, retrieval.Request{Text: q.Text, Limit: runDepth, Explain: true})
	if err != nil {
		return fmt.Errorf("question %s: %w", id, err)
	}
	t.line("%s  %s", id, plain(q.Text))
	missing := len(grades[id])
	for place, h := range found.Hits {
		grade, isJudged := grades[id][h.ID]
		if isJudged {
			missing--
		}
		if place >= explainDepth && !isJudged {
			continue
		}
		t.line("%3d  %.4f  grade %d  %s", place+1, h.Score, grade, h.ID)
		for _, f := range h.Features {
			t.line("       %-12s %8.4f  of %.4f", f.Feature, f.Share, f.Value)
		}
		t.line("       %s", plain(h.Snippet))
	}
	t.line("%d judged records are not among the first %d", missing, runDepth)
	return nil
}
