package retrieval

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"tracuu/internal/index"
	"tracuu/internal/model"
	"tracuu/internal/rank"
)

// candidate is a hit of the engine with its text and score.
type candidate struct {
	index.Hit
	text Text
	rank.Candidate
	rank.Scored
}

// Search answers a request. The first Options.Candidates records of the engine
// are scored again; what comes after them stays in the engine's order.
func (s *Searcher) Search(ctx context.Context, r Request) (Result, error) {
	q := s.ranker.Ask(r.Text)
	if len(q.Terms()) == 0 {
		return Result{}, ctx.Err()
	}
	best, total, err := s.candidates(ctx, q, r)
	if err != nil {
		return Result{}, err
	}
	if r.Limit <= 0 {
		r.Limit = defaultLimit
	}
	from := max(r.Offset, 0)
	out := Result{Total: total}
	for _, c := range best[min(from, len(best)):min(from+r.Limit, len(best))] {
		out.Hits = append(out.Hits, s.hit(q, c, r))
	}
	return out, nil
}

// candidates returns the engine's best, best first by the ranker.
func (s *Searcher) candidates(ctx context.Context, q *rank.Question, r Request) ([]candidate, uint64, error) {
	found, err := s.engine.Search(ctx, index.Request{Text: q.Wide(), Portal: r.Portal, Limit: s.opts.Candidates})
	if err != nil {
		return nil, 0, fmt.Errorf("candidates: %w", err)
	}
	records, with, err := s.engine.Frequencies(ctx, q.Terms())
	if err != nil {
		return nil, 0, fmt.Errorf("weigh the words: %w", err)
	}
	q.Weigh(records, with)
	ids := make([]string, len(found.Hits))
	for i, h := range found.Hits {
		ids[i] = h.ID
	}
	texts, err := s.texts.Text(ctx, ids)
	if err != nil {
		return nil, 0, fmt.Errorf("texts of the candidates: %w", err)
	}
	var cs []candidate
	for _, h := range found.Hits {
		if t, ok := texts[h.ID]; ok {
			cs = append(cs, candidate{Hit: h, text: t})
		}
	}
	s.score(q, cs)
	return cs, found.Total, nil
}

func (s *Searcher) score(q *rank.Question, cs []candidate) {
	texts := make([]Text, len(cs))
	for i, c := range cs {
		texts[i] = c.text
	}
	ranked := make([]rank.Candidate, len(cs))
	for i, r := range q.Read(texts) {
		kind := cs[i].text.Kind
		ranked[i] = rank.Candidate{Reading: r, Engine: cs[i].Hit.Score, List: kind == model.KindList || kind == model.KindOther}
	}
	for i, scored := range s.ranker.Score(ranked) {
		cs[i].Candidate, cs[i].Scored = ranked[i], scored
	}
	slices.SortStableFunc(cs, func(a, b candidate) int {
		return cmp.Or(
			cmp.Compare(b.Scored.Score, a.Scored.Score),
			b.text.Authority-a.text.Authority,
			b.text.Published.Compare(a.text.Published),
			cmp.Compare(a.ID, b.ID))
	})
}

func (s *Searcher) hit(q *rank.Question, c candidate, r Request) Hit {
	h := Hit{ID: c.ID, Kind: c.Kind, Score: c.Scored.Score}
	h.Snippet, h.Marks = rank.Snippet(c.text.Body, r.Text, s.opts.SnippetRunes)
	if r.Explain {
		h.Features = c.Shares
	}
	return h
}
