// Package retrieval finds the best records for words: the candidates of an
// engine, scored again by package rank from their texts. It knows no store and
// no HTTP; where the texts come from is the caller's choice.
//
//	searcher := retrieval.New(engine, texts, ranker, retrieval.Options{})
//	result, err := searcher.Search(ctx, retrieval.Request{Text: "nước sạch nông thôn", Limit: 10})
package retrieval

import (
	"context"

	"tracuu/internal/filter"
	"tracuu/internal/index"
	"tracuu/internal/model"
	"tracuu/internal/rank"
)

// Text is what is read of a record to score it.
type Text = rank.Text

// Texts gives the texts of records by id. Records that are gone since the
// index last looked are left out of the map, which is no error.
type Texts interface {
	Text(ctx context.Context, ids []string) (map[string]Text, error)
}

// Engine finds candidates and knows how rare words are.
type Engine interface {
	Search(ctx context.Context, r index.Request) (index.Result, error)
	index.Rarity
}

// Options of New; zero values stand for what is good for people.
type Options struct {
	Candidates   int // scored again; 200 when zero
	SnippetRunes int // length of the passage that is shown; 280 when zero
	ForwardBytes int // of layouts of texts kept in memory; 192 MiB when zero
}

// Request asks for a page of records.
type Request struct {
	Text    string       // as typed, with or without diacritics; "…" is a phrase
	Where   *filter.Expr // restricts; with it Text may be empty
	Sort    index.Sort
	Facets  []filter.Field // to be counted
	Limit   int            // 10 when zero
	Offset  int
	After   *index.Position // only what comes after it, in a sorted order
	Explain bool            // fills Hit.Features
}

// Result is a page of hits, in order. See index.Result for what counts as found.
type Result struct {
	Total  uint64
	Hits   []Hit
	Facets []index.Facet
	Words  int // that the text asks for
	Held   int // that each record holds
	Next   int // offset of what comes after the last hit; 0: nothing does
}

// Hit is a record found.
type Hit struct {
	ID       string
	Kind     model.ChangeKind
	Score    float64
	Snippet  string       // the best clause, cut to length
	Marks    []model.Span // the words asked for, as byte spans of Snippet
	Features []rank.Share // what the score is made of; their sum is Score
	At       index.Position
}

// Searcher answers requests. It may be shared, and should be: it keeps what it
// read of texts.
type Searcher struct {
	engine   Engine
	texts    Texts
	ranker   *rank.Ranker
	opts     Options
	forwards *forwards
}

// New returns a searcher.
func New(e Engine, t Texts, r *rank.Ranker, opts Options) *Searcher {
	if opts.Candidates <= 0 {
		opts.Candidates = defaultCandidates
	}
	if opts.SnippetRunes <= 0 {
		opts.SnippetRunes = defaultRunes
	}
	if opts.ForwardBytes <= 0 {
		opts.ForwardBytes = defaultForwardBytes
	}
	return &Searcher{engine: e, texts: t, ranker: r, opts: opts, forwards: newForwards(opts.ForwardBytes)}
}

// Forget tells that the texts of records have changed.
func (s *Searcher) Forget(ids ...string) { s.forwards.forget(ids) }

const (
	defaultLimit      = 10
	defaultCandidates = 200
	defaultRunes      = 280
	// Enough for the 62,000 articles of the legal code.
	defaultForwardBytes = 192 << 20
)
