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

// candidate is a hit of the engine with the layout of its text and its score.
type candidate struct {
	index.Hit
	forward *rank.Forward
	rank.Candidate
}

// Search answers a request. By relevance, the first Options.Candidates records of
// the engine are scored again; what comes after them stays in the engine's order,
// with score 0. With phrases in quotes only the candidates that hold them word
// for word are hits.
func (s *Searcher) Search(ctx context.Context, r Request) (Result, error) {
	if r.Limit <= 0 {
		r.Limit = defaultLimit
	}
	l, err := s.list(ctx, r)
	if err != nil || l == nil {
		return Result{}, err
	}
	from := max(r.Offset, 0)
	out := Result{Total: l.total, Facets: l.facets, Words: l.words, Held: l.held}
	if out.Hits, err = l.page(ctx, from, r.Limit); err != nil {
		return Result{}, err
	}
	if next := from + r.Limit; r.After == nil && uint64(next) < l.total {
		out.Next = next
	}
	return out, nil
}

// withPhrases returns the candidates that hold the phrases in quotes.
func (s *Searcher) withPhrases(ctx context.Context, q *rank.Question, cs []candidate) ([]candidate, error) {
	var long []string
	for _, c := range cs {
		if c.forward.Partial {
			long = append(long, c.ID)
		}
	}
	texts, err := s.read(ctx, long)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(cs, func(c candidate) bool {
		if q.HasPhrases(c.forward) {
			return false
		}
		t, isLong := texts[c.ID]
		return !isLong || !q.HasPhrases(rank.NewWholeForward(t))
	}), nil
}

// withForwards lays out the texts of the hits that are not kept. Records that
// have none any more are left out.
func (s *Searcher) withForwards(ctx context.Context, hits []index.Hit) ([]candidate, error) {
	ids := make([]string, len(hits))
	for i, h := range hits {
		ids[i] = h.ID
	}
	kept, state := s.forwards.get(ids)
	var missing []string
	for i, f := range kept {
		if f == nil {
			missing = append(missing, ids[i])
		}
	}
	texts, err := s.read(ctx, missing)
	if err != nil {
		return nil, err
	}
	cs := make([]candidate, 0, len(hits))
	for i, h := range hits {
		f := kept[i]
		if f == nil {
			t, ok := texts[h.ID]
			if !ok {
				continue
			}
			f = rank.NewForward(t)
			s.forwards.put(h.ID, f, state)
		}
		cs = append(cs, candidate{Hit: h, forward: f})
	}
	return cs, nil
}

func (s *Searcher) read(ctx context.Context, ids []string) (map[string]Text, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	texts, err := s.texts.Text(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("texts of the candidates: %w", err)
	}
	return texts, nil
}

func layouts(cs []candidate) []*rank.Forward {
	out := make([]*rank.Forward, len(cs))
	for i, c := range cs {
		out[i] = c.forward
	}
	return out
}

func (s *Searcher) score(q *rank.Question, cs []candidate) {
	ranked := make([]rank.Candidate, len(cs))
	for i, r := range q.Read(layouts(cs)) {
		kind := cs[i].forward.Kind
		ranked[i] = rank.Candidate{Reading: r, Engine: cs[i].Hit.Score, List: kind == model.KindList || kind == model.KindOther}
	}
	s.ranker.Score(ranked)
	for i, c := range ranked {
		cs[i].Candidate = c
	}
	slices.SortStableFunc(cs, better)
}

// better puts the higher score first, of equals the higher authority, then the
// newer one.
func better(a, b candidate) int {
	return cmp.Or(
		cmp.Compare(b.Candidate.Score, a.Candidate.Score),
		b.forward.Authority-a.forward.Authority,
		b.forward.Published.Compare(a.forward.Published),
		cmp.Compare(a.ID, b.ID))
}

// hits reads what is shown of candidates. A text that has changed since it was
// laid out is read for the question once more.
func (s *Searcher) hits(ctx context.Context, q *rank.Question, cs []candidate, explain bool) ([]Hit, error) {
	ids := make([]string, len(cs))
	for i, c := range cs {
		ids[i] = c.ID
	}
	texts, err := s.read(ctx, ids)
	if err != nil {
		return nil, err
	}
	var out []Hit
	for _, c := range cs {
		t, ok := texts[c.ID]
		if !ok { // gone a moment ago
			out = append(out, Hit{ID: c.ID, Kind: c.Kind, At: c.At})
			continue
		}
		if t.Print() != c.forward.Print {
			s.Forget(c.ID)
			c.Reading = q.Read([]*rank.Forward{rank.NewForward(t)})[0]
		}
		h := Hit{ID: c.ID, Kind: c.Kind, Score: c.Candidate.Score, At: c.At}
		h.Snippet, h.Marks = q.Snippet(t, c.Reading, s.opts.SnippetRunes)
		if explain {
			h.Features = s.ranker.Explain(c.Candidate)
		}
		out = append(out, h)
	}
	return out, nil
}
