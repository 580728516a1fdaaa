package rank

import (
	"fmt"
	"sync"
)

// Share is what one feature adds to a score.
type Share struct {
	Feature string  // its name in data/rules/ranking.txt
	Value   float64 // of the record, as the weight meets it
	Share   float64 // Value times the weight
}

// Ranker scores candidates again. It may be shared.
type Ranker struct {
	compounds compounds
	short     abbreviations
	synonyms  synonyms
	asking    interrogatives
	weights   [features]float64
}

// Load returns the ranker with the weights and lists of data/rules.
func Load() (*Ranker, error) {
	var r Ranker
	var err error
	if r.compounds, err = loadCompounds(); err != nil {
		return nil, fmt.Errorf("compounds of the ranker: %w", err)
	}
	if r.short, err = loadAbbreviations(); err != nil {
		return nil, fmt.Errorf("abbreviations of the ranker: %w", err)
	}
	if r.synonyms, err = loadSynonyms(); err != nil {
		return nil, fmt.Errorf("synonyms of the ranker: %w", err)
	}
	if r.asking, err = loadInterrogatives(); err != nil {
		return nil, fmt.Errorf("interrogatives of the ranker: %w", err)
	}
	if r.weights, err = loadWeights(); err != nil {
		return nil, fmt.Errorf("weights of the ranker: %w", err)
	}
	return &r, nil
}

// Default is Load, done once: its tables are only read.
var Default = sync.OnceValues(Load)
