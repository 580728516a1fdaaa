package search

import (
	"time"

	"tracuu/internal/filter"
	"tracuu/internal/index"
	"tracuu/internal/model"
	"tracuu/internal/query"
)

// Answer is all that is known about a question.
type Answer struct {
	Text    string  `json:"text"`    // the words as understood, cleaned
	Number  *Number `json:"number"`  // nil when no number was typed
	Lookups []Found `json:"lookups"` // what fits the number; near ones when nothing does
	Near    []Found `json:"near"`    // beside those that fit: same number, but type, year or place differ, or no word agrees
	Hits    []Hit   `json:"hits"`
	// Units that the question names and the reform of 2025 touched, and what is
	// found under their former names; on the first page.
	Units   []Unit    `json:"units"`
	Earlier []Earlier `json:"earlier"`
	Total   uint64    `json:"total"` // of the full text, before what look-ups show is left out
	Limit   int       `json:"limit"`
	Offset  int       `json:"offset"`
	Next    int       `json:"next"` // offset of the next page; 0 when this is the last
	// NextCursor asks for what comes after the last hit; empty on the last page.
	NextCursor string       `json:"next_cursor,omitempty"`
	Chips      []query.Chip `json:"chips"`           // what was understood
	Notes      []query.Note `json:"notes,omitempty"` // what was not, and was searched as words
	Where      *filter.Expr `json:"where,omitempty"` // what restricts the hits, filters included
	Sort       index.Sort   `json:"sort,omitempty"`
	Facets     []Facet      `json:"facets,omitempty"` // when asked for
	// Relaxed tells that too few records hold enough of the words; nil: they do.
	Relaxed *Relaxed `json:"relaxed,omitempty"`
	// Moved tells that the index has changed since the page before, so that by
	// relevance a hit may be shown twice or left out.
	Moved      bool   `json:"moved,omitempty"`
	DidYouMean string `json:"did_you_mean,omitempty"`
}

// Relaxed tells how many of the words that were read a record must hold to be
// found, as no record, or hardly any, holds more.
type Relaxed struct {
	Words int `json:"words"`
	Held  int `json:"held"`
}

// Facet is a field with the values that the hits have, counted.
type Facet struct {
	Field  filter.Field `json:"field"`
	Name   string       `json:"name"` // Vietnamese
	Values []FacetValue `json:"values"`
	Others int          `json:"others"` // values that are not listed
}

// FacetValue is a value of a field and how many records have it.
type FacetValue struct {
	Value  string `json:"value"` // for the parameter of the field's name
	Name   string `json:"name"`  // for people: Kế hoạch
	Count  int    `json:"count"`
	Chosen bool   `json:"chosen"` // the question filters by it
}

// Number is how typed words were read as a document number. Empty fields were
// not typed.
type Number struct {
	Type     string     `json:"type,omitempty"`      // code: KH
	TypeName string     `json:"type_name,omitempty"` // Kế hoạch
	No       string     `json:"no"`
	Symbol   string     `json:"symbol,omitempty"` // letters and digits only, maybe a part: KHUBND
	Year     int        `json:"year,omitempty"`
	Date     model.Date `json:"date,omitzero"`
	Words    string     `json:"words,omitempty"` // the others, folded: place, issuer, topic
}

// Document is a document with its name for people.
type Document struct {
	model.Document
	Name string `json:"name"` // Kế hoạch 52/KH-UBND
}

// Place is where an article names a document.
type Place struct {
	ArticleID    string     `json:"article_id"`
	ArticleTitle string     `json:"article_title"`
	ArticleURL   string     `json:"article_url"`
	Portal       string     `json:"portal"`
	PortalName   string     `json:"portal_name"`
	Published    model.Date `json:"published"`
	Role         model.Role `json:"role"`
	Start        int        `json:"start"` // of the mention in the article's text
	Passage      Passage    `json:"passage"`
}

// Passage is a piece of text with places to mark, as byte spans of Text.
type Passage struct {
	Text  string       `json:"text"`
	Marks []model.Span `json:"marks"`
}

// Found is a document that look-up found.
type Found struct {
	Document
	Reason string `json:"reason"` // why, in Vietnamese
	Fits   bool   `json:"fits"`   // nothing that was typed contradicts
	Vague  bool   `json:"vague"`  // only a bare number agrees, and none of the words beside it
	// Citations counts the articles that name it without announcing it, to
	// store.MaxCitations.
	Citations int    `json:"citations"`
	Place     *Place `json:"place"` // the article that tells of it best
}

// Share is what one feature of the ranking adds to a score;
// data/rules/ranking.txt tells what each feature means.
type Share struct {
	Feature string  `json:"feature"`
	Value   float64 `json:"value"` // of the hit, as the weight meets it
	Share   float64 `json:"share"` // value times weight
}

// Hit is what the full text found: an article, by itself or for a document
// that it tells of, or a document that no article tells of.
type Hit struct {
	Kind       model.ChangeKind `json:"kind"`
	ID         string           `json:"id"`
	PageKind   model.Kind       `json:"page_kind,omitempty"`
	Title      string           `json:"title"`
	Documents  []Document       `json:"documents"` // announced; of a document, itself
	Cites      []Document       `json:"cites"`     // named besides, the first few
	Passage    Passage          `json:"passage"`
	ArticleID  string           `json:"article_id,omitempty"` // where the passage stands
	URL        string           `json:"url,omitempty"`
	Portal     string           `json:"portal,omitempty"`
	PortalName string           `json:"portal_name,omitempty"`
	Published  model.Date       `json:"published"`
	Captured   time.Time        `json:"captured,omitzero"` // of the newest capture, UTC
	Copies     []Copy           `json:"copies,omitempty"`  // other pages that say the same
	Score      float64          `json:"score"`
	Shares     []Share          `json:"shares,omitempty"` // of the score, when asked for; their sum is Score
}
