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
	for _, c := range best[min(from, len(best)):min(from+r.Limit, len(best))] {
		out.Hits = append(out.Hits, s.hit(q, c, r.Explain))
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
	cs, err := s.withTexts(ctx, found.Hits)
	if err != nil {
		return err
	}
	for _, c := range cs {
		c.Reading = q.Read([]Text{c.text})[0]
		out.Hits = append(out.Hits, s.hit(q, c, false))
	}
	return nil
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
	cs, err := s.withTexts(ctx, found.Hits)
	if err != nil {
		return nil, 0, err
	}
	total := found.Total
	if q.Exact() {
		cs = slices.DeleteFunc(cs, func(c candidate) bool { return !q.HasPhrases(c.text) })
		total = uint64(len(cs))
	}
	s.score(q, cs)
	return cs, total, nil
}

// phraseFactor is how many times as many candidates are looked through for a
// phrase, as the engine only knows that its pairs are there.
const phraseFactor = 5

func (s *Searcher) withTexts(ctx context.Context, hits []index.Hit) ([]candidate, error) {
	ids := make([]string, len(hits))
	for i, h := range hits {
		ids[i] = h.ID
	}
	texts, err := s.texts.Text(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("texts of the candidates: %w", err)
	}
	cs := make([]candidate, 0, len(hits))
	for _, h := range hits {
		if t, ok := texts[h.ID]; ok {
			cs = append(cs, candidate{Hit: h, text: t})
		}
	}
	return cs, nil
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
	s.ranker.Score(ranked)
	for i, c := range ranked {
		cs[i].Candidate = c
	}
	slices.SortStableFunc(cs, better)
	first := cs[:min(len(cs), maxAccents)]
	for i := range first {
		q.AddAccents(first[i].text, &first[i].Candidate)
	}
	slices.SortStableFunc(first, better)
}

// maxAccents is how many of the best candidates are compared by accents.
const maxAccents = 30

// better puts the higher score first, of equals the higher authority, then the
// newer one.
func better(a, b candidate) int {
	return cmp.Or(
		cmp.Compare(b.Candidate.Score, a.Candidate.Score),
		b.text.Authority-a.text.Authority,
		b.text.Published.Compare(a.text.Published),
		cmp.Compare(a.ID, b.ID))
}

func (s *Searcher) hit(q *rank.Question, c candidate, explain bool) Hit {
	h := Hit{ID: c.ID, Kind: c.Kind, Score: c.Candidate.Score}
	h.Snippet, h.Marks = q.Snippet(c.text, c.Reading, s.opts.SnippetRunes)
	if explain {
		h.Features = s.ranker.Explain(c.Candidate)
	}
	return h
}
