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
	Day       model.Date // that it is sorted and filtered by: of posting or issue

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

	// Group is the record that stands for this one and others, by id; itself
	// when empty: the leading one of copies, the article that tells of a
	// document. A group is found once, and counted once.
	Group string
}

// Batch is applied as a whole: records, deletions and the sequence number that
// they bring the engine to, or nothing.
type Batch struct {
	Upserts  []Record
	Deletes  []string
	Sequence int64
}

// Request asks for records.
type Request struct {
	Text  string // words as typed, with or without diacritics; "…" is a phrase
	Forms []Form
	// Where restricts; nil does not. With it, Text may be empty: then every
	// record that fits is found.
	Where  *filter.Expr
	Among  []string // ids: restricts to these records; nil does not
	Sort   Sort
	Facets []filter.Field // to be counted
	Limit  int            // 10 when zero; there is no upper bound
	Offset int
	After  *Position // only what comes after it; not for ByRelevance
}

// Form is another way to write words of a question: a record that holds it
// holds the words. Both are folded syllables, parted by blanks. Long forms are
// found by their pairs.
type Form struct {
	Of string // uy ban nhan dan
	As string // ubnd
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

// Sorts lists them.
func Sorts() []Sort { return []Sort{ByRelevance, Newest, Oldest, ByNumber} }

// Position is the place of a hit in a sorted order. It stays the same while the
// index grows.
type Position struct {
	Number int
	Day    int    // 20220318; 0: not known
	Key    uint64 // of the record, where all else is equal
}

// Facet is how many of what is found have each value of a field. They are
// counted under every filter of a request but the field's own, so that a count
// is the Total of the same request with that value for the field's own filter.
type Facet struct {
	Field  filter.Field
	Values []Count // the most frequent first; of equals by value
	Others int     // values that are not listed
}

// MostValues is how many values of a field are listed; those that Where names
// are listed besides.
const MostValues = 50

// Count is the number of groups with a value.
type Count struct {
	Value string
	Count int
}

// Hit is what was found of one group: the record that stands for it when it is
// found itself, else the best of it.
type Hit struct {
	ID    string
	Kind  model.ChangeKind
	Score float64
	At    Position // in the order asked for
}

// Result is a page of hits, in order.
//
// A record is found when it meets Where and holds enough of the words of the
// text: all of up to three, more than half of more; one less, step by step, while
// fewer records than Least hold as many. Of a sentence (more than MostCounted
// words) the BestOfSentence records that match it best are found besides. What is
// held is judged before Where, so that filters do not change what counts as found.
type Result struct {
	Total  uint64 // groups found: as many as paging reaches
	Hits   []Hit
	Facets []Facet // in the order of Request.Facets
	Words  int     // that the text asks for, besides those of Where
	Held   int     // words that each record found holds; Needed(Words) unless relaxed
}

// What is enough.
const (
	fewWords       = 3
	MostCounted    = 6
	BestOfSentence = 200
	fewRecords     = 10
)

// Needed is how many of n words a record must hold to be found, before it is
// relaxed.
func Needed(n int) int {
	if n > fewWords {
		return n/2 + 1
	}
	return n
}

// Least is how many records must hold enough of n words, else less is enough.
func Least(n int) int {
	switch {
	case n <= fewWords:
		return 1
	case n <= MostCounted:
		return fewRecords
	}
	return 0
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
