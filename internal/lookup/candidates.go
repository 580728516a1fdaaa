package lookup

import (
	"context"
	"strings"

	"tracuu/internal/model"
	"tracuu/internal/query"
	"tracuu/internal/store"
)

// Bounds of what is read: what a narrow question fits, and places that are asked
// for by themselves.
const (
	maxNarrow = 1000
	maxPlaces = 3
)

// candidates asks from narrow to wide, so that the best are among them however
// many documents share the number: thousands of communes have a 21/NQ-HĐND of
// the same year.
func candidates(ctx context.Context, source Source, n query.Number) ([]model.Document, error) {
	var filters []store.NumberFilter
	for _, place := range n.Places[:min(len(n.Places), maxPlaces)] {
		filters = append(filters, store.NumberFilter{No: n.No, Issuer: place, Limit: maxNarrow})
	}
	filters = append(filters,
		store.NumberFilter{No: n.No, Type: n.Type, Year: n.Year, Symbol: n.Symbol, Limit: maxNarrow},
		store.NumberFilter{No: n.No, Type: n.Type, Year: n.Year, Limit: maxNarrow},
		store.NumberFilter{No: n.No, Year: n.Year},
		store.NumberFilter{No: n.No, Type: n.Type},
		store.NumberFilter{No: n.No},
	)
	var out []model.Document
	seen := map[string]bool{}
	asked := map[store.NumberFilter]bool{}
	for _, f := range filters {
		key := f
		key.Limit = 0
		if asked[key] {
			continue
		}
		asked[key] = true
		found, err := source.FindDocuments(ctx, f)
		if err != nil {
			return nil, err
		}
		for _, d := range found {
			if !seen[d.ID] {
				seen[d.ID] = true
				out = append(out, d)
			}
		}
	}
	return out, nil
}

// misread are the numbers that a letter behind the digits may stand for when no
// document has that letter: scans show B for 8.
func misread(n query.Number) (query.Number, bool) {
	stem, ok := strings.CutSuffix(n.No, "b")
	n.No = stem + "8"
	return n, ok
}
