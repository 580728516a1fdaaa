package rank

import "tracuu/internal/model"

// Text is what is read of a record to score it.
type Text struct {
	Title     string
	Body      string // without the title; a first line that stands alone is the heading
	Kind      model.Kind
	Authority int // of the issuer, higher is more; only breaks ties
	Published model.Date
}

// Share is what one feature adds to a score.
type Share struct {
	Feature string  // its name in data/rules/ranking.txt
	Value   float64 // of the record, as the weight meets it
	Share   float64 // Value times the weight
}

// Ranker scores candidates again. It may be shared.
type Ranker struct{}

// Load returns the ranker with the weights and lists of data/rules.
func Load() (*Ranker, error) { return &Ranker{}, nil }
