package retrieval

import (
	"context"
	"fmt"

	"tracuu/internal/index"
	"tracuu/internal/rank"
)

// listing is all that a request finds, in order: candidates that are scored
// already, then what the engine has beyond them.
type listing struct {
	*Searcher
	question *rank.Question
	ask      index.Request
	best     []candidate
	beyond   int         // offset in the engine's order of what comes after best
	whole    bool        // there is nothing beyond
	first    []index.Hit // the page that was asked for, in a sorted order
	explain  bool

	total  uint64
	facets []index.Facet
	words  int
	held   int
}

// list asks the engine. It is nil when the request asks for nothing.
func (s *Searcher) list(ctx context.Context, r Request) (*listing, error) {
	q := s.ranker.Ask(r.Text)
	if len(q.Terms()) == 0 && r.Where == nil {
		return nil, ctx.Err()
	}
	q, err := s.unglue(ctx, q, r.Text)
	if err != nil {
		return nil, err
	}
	l := &listing{Searcher: s, question: q, explain: r.Explain, ask: index.Request{
		Text: q.Text(), Where: r.Where, Sort: r.Sort, Facets: r.Facets, After: r.After,
	}}
	for _, f := range q.Forms() {
		l.ask.Forms = append(l.ask.Forms, index.Form(f))
	}
	switch {
	case q.Exact():
		err = l.takeExact(ctx)
	case r.Sort == index.ByRelevance:
		err = l.takeBest(ctx)
	default:
		err = l.take(ctx, max(r.Offset, 0), r.Limit)
	}
	return l, err
}

// take asks for a page in a sorted order.
func (l *listing) take(ctx context.Context, offset, limit int) error {
	r := l.ask
	r.Offset, r.Limit = offset, limit
	found, err := l.engine.Search(ctx, r)
	if err != nil {
		return fmt.Errorf("records in the order %q: %w", r.Sort, err)
	}
	l.first = found.Hits
	l.total, l.facets, l.words, l.held = found.Total, found.Facets, found.Words, found.Held
	return nil
}

// takeBest scores the engine's best.
func (l *listing) takeBest(ctx context.Context) error {
	found, cs, err := l.candidates(ctx, l.ask, l.opts.Candidates)
	if err != nil {
		return err
	}
	l.score(l.question, cs)
	gone := len(found.Hits) - len(cs)
	l.best, l.beyond = cs, len(found.Hits)
	l.total, l.facets, l.words, l.held = found.Total-uint64(gone), found.Facets, found.Words, found.Held
	return nil
}

// phraseFactor is how many times as many candidates are looked through for a
// phrase, as the engine only knows that its pairs are there.
const phraseFactor = 5

// takeExact keeps the candidates that hold the phrases word for word, and lets
// the engine count and sort those alone.
func (l *listing) takeExact(ctx context.Context) error {
	wide := l.ask
	wide.Sort, wide.Facets, wide.After = index.ByRelevance, nil, nil
	found, cs, err := l.candidates(ctx, wide, phraseFactor*l.opts.Candidates)
	if err != nil {
		return err
	}
	if cs, err = l.withPhrases(ctx, l.question, cs); err != nil {
		return err
	}
	l.total, l.words, l.held = uint64(len(cs)), found.Words, found.Held
	l.ask.Among = make([]string, len(cs))
	for i, c := range cs {
		l.ask.Among[i] = c.ID
	}
	if l.ask.Sort == index.ByRelevance {
		l.score(l.question, cs)
		l.best, l.whole = cs, true
	}
	if len(l.ask.Facets) == 0 {
		return nil
	}
	only := l.ask
	only.Limit = 1
	counted, err := l.engine.Search(ctx, only)
	if err != nil {
		return fmt.Errorf("count the records with the phrase: %w", err)
	}
	l.facets = counted.Facets
	return nil
}

// candidates returns the engine's first with their layouts.
func (l *listing) candidates(ctx context.Context, r index.Request, limit int) (index.Result, []candidate, error) {
	r.Limit = limit
	found, err := l.engine.Search(ctx, r)
	if err != nil {
		return found, nil, fmt.Errorf("candidates: %w", err)
	}
	cs, err := l.withForwards(ctx, found.Hits)
	return found, cs, err
}

// page returns the hits from an offset on, at most limit.
func (l *listing) page(ctx context.Context, offset, limit int) ([]Hit, error) {
	if l.first != nil {
		return l.shown(ctx, l.first)
	}
	best := l.best[min(offset, len(l.best)):]
	best = best[:min(limit, len(best))]
	hits, err := l.hits(ctx, l.question, best, l.explain)
	if limit -= len(best); err != nil || l.whole || limit <= 0 {
		return hits, err
	}
	r := l.ask
	r.Facets, r.Limit = nil, limit
	r.Offset = max(offset-len(l.best), 0) + l.beyond
	if l.best != nil && uint64(r.Offset) >= l.total+uint64(l.beyond-len(l.best)) {
		return hits, nil
	}
	found, err := l.engine.Search(ctx, r)
	if err != nil {
		return nil, fmt.Errorf("records from %d on: %w", offset, err)
	}
	more, err := l.shown(ctx, found.Hits)
	return append(hits, more...), err
}

// shown reads what is shown of hits that stay in the engine's order. Those that
// have no text any more are told of all the same, so that pages fit together.
func (l *listing) shown(ctx context.Context, found []index.Hit) ([]Hit, error) {
	cs, err := l.withForwards(ctx, found)
	if err != nil {
		return nil, err
	}
	for i, reading := range l.question.Read(layouts(cs)) {
		cs[i].Reading = reading
	}
	read, err := l.hits(ctx, l.question, cs, false)
	if err != nil || len(read) == len(found) {
		return read, err
	}
	all := make([]Hit, len(found))
	for i, f := range found {
		if len(read) > 0 && read[0].ID == f.ID {
			all[i], read = read[0], read[1:]
		} else {
			all[i] = Hit{ID: f.ID, Kind: f.Kind, At: f.At}
		}
	}
	return all, nil
}
