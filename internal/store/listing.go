package store

import (
	"context"
	"errors"
	"time"

	"tracuu/internal/model"
)

// ErrPosition tells that a Position is of no list in that order.
var ErrPosition = errors.New("the position does not belong to this list")

// Lister lists facts of all articles as rows of tables. A list goes on behind
// the position of a row, whatever was written meanwhile; positions are only
// good for the order in which they were given.
type Lister interface {
	Targets(ctx context.Context, f TargetFilter, p Page) ([]TargetAt, error)
	CountTargets(ctx context.Context, f TargetFilter) (int, error)
	Assignments(ctx context.Context, f AssignmentFilter, p Page) ([]AssignmentAt, error)
	CountAssignments(ctx context.Context, f AssignmentFilter) (int, error)
	// Missing lists documents that articles cite and none announces; rows of
	// registers do not count.
	Missing(ctx context.Context, f MissingFilter, p Page) ([]MissingDocument, error)
	CountMissing(ctx context.Context, f MissingFilter) (int, error)
}

// Phrases are folded words with single blanks, any of which must stand in a
// text as whole words: "bhxh" or "bao hiem xa hoi".
type Phrases []string

// Days is a range of days, both ends in it; a zero end is open.
type Days struct{ From, To model.Date }

// Years is a range of years, both ends in it; a zero end is open.
type Years struct{ From, To int }

// Amounts is a range of values. A nil end is open; a strict one is not in it.
type Amounts struct {
	From, To             *float64
	FromStrict, ToStrict bool
}

// FactFilter selects facts by where they stand. Zero fields select all.
type FactFilter struct {
	Words  []Phrases // of the indicator, or of the agency: all must be there
	Place  []Phrases // of the fact or its article
	Issuer []Phrases // of the announced document, else of the article
	Due    Days      // a year or a month is due on its last day
	// Issued is the day of the document that the article announces, else the day
	// the article was posted.
	Issued   Days
	Portal   string
	Document string // id of the document that the article announces
}

// TargetFilter selects targets.
type TargetFilter struct {
	FactFilter
	Family string
	Unit   string  // folded
	Amount Amounts // in the printed unit; a range of the target agrees when it meets it
	Year   Years   // of the due time; of a target without one, of Issued
}

// AssignmentFilter selects assignments.
type AssignmentFilter struct{ FactFilter }

// MissingFilter selects missing documents.
type MissingFilter struct {
	Type   string // code
	Year   Years
	Issuer []Phrases
	Portal string // whose articles cite it
	Least  int    // how many articles must cite it
}

// Order is what rows are ordered by; rows without it come last. Then come the
// article and the place in it, so facts of one sentence stay together where
// they tie.
type Order string

// The orders.
const (
	ByIssued Order = "issued" // as FactFilter.Issued
	ByDue    Order = "due"
	ByValue  Order = "value"  // targets, in the printed unit
	ByCiting Order = "citing" // missing documents
)

// Page asks for a part of a list.
type Page struct {
	Order Order
	Desc  bool
	After *Position // nil: from the start
	Limit int       // at least 1
}

// Position is where a row stands in a list.
type Position struct {
	Key string // what the list is ordered by
	ID  string // article, or document
	Pos int    // place in the article
}

// FactAt is where a fact was told.
type FactAt struct {
	ArticleID    string     `json:"article_id"`
	ArticleTitle string     `json:"article_title"`
	ArticleURL   string     `json:"article_url"`
	Portal       string     `json:"portal"` // of a file, the one that links it
	ArticlePlace string     `json:"article_place,omitempty"`
	Published    model.Date `json:"published"`
	Captured     time.Time  `json:"captured,omitzero"` // of the newest capture, UTC
	CopyOf       string     `json:"copy_of,omitempty"` // article that leads the group of copies
	// Document is what the article announces; nil when that is nothing, or several.
	Document *model.Document `json:"document"`
	Position Position        `json:"-"`
}

// At is the position of the row.
func (f FactAt) At() Position { return f.Position }

// TargetAt is a target and where it was told.
type TargetAt struct {
	model.Target
	FactAt
	// Series is shared, within an article, by targets that one sentence sets for
	// one indicator: 1 % by 2021, 2,5 % by 2025. It is the place of the first.
	Series int `json:"series"`
}

// AssignmentAt is an assignment and where it was told.
type AssignmentAt struct {
	model.Assignment
	FactAt
}

// MissingDocument is a document that is cited and not held.
type MissingDocument struct {
	model.Document
	Citing int // articles that cite it
	// Mention is where it is cited best, Around the text there, at most some
	// 600 bytes to each side, and Span the mention in it.
	Mention   MentionAt
	Around    string
	Span      model.Span
	Published model.Date
	Captured  time.Time
	Position  Position
}

// At is the position of the row.
func (d MissingDocument) At() Position { return d.Position }
