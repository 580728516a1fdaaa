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

// Search answers a request. The first Options.Candidates records of the engine
// are scored again; what comes after them stays in the engine's order, with
// score 0. With phrases in quotes only the candidates that hold them word for
// word are hits.
func (s *Searcher) Search(ctx context.Context, r Request) (Result, error) {
	q := s.ranker.Ask(r.Text)
	if len(q.Terms()) == 0 {
		return Result{}, ctx.Err()
	}
	q, err := s.unglue(ctx, q, r.Text)
	if err != nil {
		return Result{}, err
	}
	best, total, err := s.candidates(ctx, q, r.Portal)
	if err != nil {
		return Result{}, err
	}
	if r.Limit <= 0 {
		r.Limit = defaultLimit
	}
	from := max(r.Offset, 0)
	out := Result{Total: total}
	if out.Hits, err = s.hits(ctx, q, best[min(from, len(best)):min(from+r.Limit, len(best))], r.Explain); err != nil {
		return Result{}, err
	}
	if missing := r.Limit - len(out.Hits); missing > 0 && !q.Exact() {
		err = s.rest(ctx, q, r.Portal, max(from, s.opts.Candidates), min(missing, from+r.Limit-s.opts.Candidates), &out)
	}
	return out, err
}

// rest adds limit hits from offset on in the engine's order.
func (s *Searcher) rest(ctx context.Context, q *rank.Question, portal string, offset, limit int, out *Result) error {
	if limit <= 0 || uint64(offset) >= out.Total {
		return nil
	}
	found, err := s.engine.Search(ctx, index.Request{Text: q.Text(), Forms: q.Forms(), Portal: portal, Offset: offset, Limit: limit})
	if err != nil {
		return fmt.Errorf("records from %d on: %w", offset, err)
	}
	cs, err := s.withForwards(ctx, found.Hits)
	if err != nil {
		return err
	}
	for i, reading := range q.Read(layouts(cs)) {
		cs[i].Reading = reading
	}
	hits, err := s.hits(ctx, q, cs, false)
	out.Hits = append(out.Hits, hits...)
	return err
}

// candidates returns the engine's best, best first by the ranker, and how many
// records there are in all.
func (s *Searcher) candidates(ctx context.Context, q *rank.Question, portal string) ([]candidate, uint64, error) {
	limit := s.opts.Candidates
	if q.Exact() {
		limit *= phraseFactor
	}
	found, err := s.engine.Search(ctx, index.Request{Text: q.Text(), Forms: q.Forms(), Portal: portal, Limit: limit})
	if err != nil {
		return nil, 0, fmt.Errorf("candidates: %w", err)
	}
	cs, err := s.withForwards(ctx, found.Hits)
	if err != nil {
		return nil, 0, err
	}
	total := found.Total
	if q.Exact() {
		if cs, err = s.withPhrases(ctx, q, cs); err != nil {
			return nil, 0, err
		}
		total = uint64(len(cs))
	}
	s.score(q, cs)
	return cs, total, nil
}

// phraseFactor is how many times as many candidates are looked through for a
// phrase, as the engine only knows that its pairs are there.
const phraseFactor = 5

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
		if !ok {
			continue
		}
		if t.Print() != c.forward.Print {
			s.Forget(c.ID)
			c.Reading = q.Read([]*rank.Forward{rank.NewForward(t)})[0]
		}
		h := Hit{ID: c.ID, Kind: c.Kind, Score: c.Candidate.Score}
		h.Snippet, h.Marks = q.Snippet(t, c.Reading, s.opts.SnippetRunes)
		if explain {
			h.Features = s.ranker.Explain(c.Candidate)
		}
		out = append(out, h)
	}
	return out, nil
}
