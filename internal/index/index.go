// Package index is a view of the store that can be searched. Engines (bleve)
// implement Engine; Follow keeps one in step with the store's change sequence.
package index

import (
	"context"
	"errors"

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
	Limit  int
	Offset int
}

// Hit is one record found.
type Hit struct {
	ID    string
	Kind  model.ChangeKind
	Score float64
}

// Result is a page of hits, best first.
type Result struct {
	Total uint64
	Hits  []Hit
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
