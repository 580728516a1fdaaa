// Package index is a view of the store that can be searched. Engines (bleve)
// implement Engine; Follow keeps one in step with the store's change sequence.
package index

import (
	"context"
	"errors"

	"tracuu/internal/filter"
	"tracuu/internal/model"
)

// ErrLocked tells that another process has the index open.
var ErrLocked = errors.New("the index is in use by another process")

// Record is what an engine indexes of an article or a document.
type Record struct {
	ID        string // of the article or document
	Kind      model.ChangeKind
	PageKind  model.Kind // of an article
	Title     string
	Text      string
	Numbers   []string // canonical forms, those announced first
	Agencies  []string
	Place     string
	Portal    string
	Published model.Date

	// What a record is filtered and counted by; see package filter.
	Types   []string
	Issuers []string
	Levels  []string
	Places  []string // the place and those that hold it
	Years   []int
	Topics  []string
	HasFile bool
	States  []string
	Number  int // of the document, for sorting; 0 when it has none
}

// Batch is applied as a whole: records, deletions and the sequence number that
// they bring the engine to, or nothing.
type Batch struct {
	Upserts  []Record
	Deletes  []string
	Sequence int64
}

// Request asks for the best records.
type Request struct {
	Text string // words as typed, with or without diacritics; "…" is a phrase
	// Forms are other forms of abbreviations in Text (ủy ban nhân dân, UBND):
	// long ones are found by their pairs only, as their single words say little.
	Forms  []string
	Portal string // restricts when set
	// Where restricts; nil does not. With it, Text may be empty: then every
	// record that fits is found.
	Where  *filter.Expr
	Sort   Sort
	Facets []filter.Field // to be counted
	Limit  int
	Offset int
}

// Sort is the order of hits.
type Sort string

// The orders. Records without a day, or a number, come last in theirs.
const (
	ByRelevance Sort = ""
	Newest      Sort = "newest"
	Oldest      Sort = "oldest"
	ByNumber    Sort = "number" // of the document: smallest first, then the newest
)

// Facet is how many records have each value of a field. They are counted under
// every filter of a request but the field's own.
type Facet struct {
	Field  filter.Field
	Values []Count // the most frequent first; of equals by value
	Others int     // values that are not listed
}

// Count is the number of records with a value.
type Count struct {
	Value string
	Count int
}

// Hit is one record found.
type Hit struct {
	ID    string
	Kind  model.ChangeKind
	Score float64
}

// Result is a page of hits, best first.
type Result struct {
	Total  uint64
	Hits   []Hit
	Facets []Facet // in the order of Request.Facets
}

// Engine is a search index.
type Engine interface {
	// Sequence is the number the last applied batch brought the engine to, 0
	// for a new index.
	Sequence(ctx context.Context) (int64, error)
	// Apply makes a batch durable before it returns. Applying a batch twice
	// leaves the engine as after the first time.
	Apply(ctx context.Context, b Batch) error
	Search(ctx context.Context, r Request) (Result, error)
	Close() error
}
