package api

import (
	"context"

	"tracuu/internal/search"
)

// LookupAnswer is what a number may mean.
type LookupAnswer struct {
	Text    string         `json:"text"`    // the words as understood, cleaned
	Number  *search.Number `json:"number"`  // nil when no number was typed
	Lookups []search.Found `json:"lookups"` // what fits the number; near ones when nothing does
	Near    []search.Found `json:"near"`    // beside those that fit: same number, but type, year or place differ
}

// lookup adds GET /lookup: documents by number only.
func (r *resources) lookup() {
	read(r, operation{
		id: "lookup", path: v1 + "/lookup", tag: "search", summary: "Look up a document by its number",
		description: "Reads a number in any spelling, with or without year, type and issuer, and lists the documents that it may mean, those that are only cited among them. The full text is not searched.",
		parameters: []search.Parameter{{
			Name: "q", Kind: search.TextParameter, Example: "52/KH-UBND",
			Help: "The number as people type it; words beside it (place, issuer, topic) decide between documents of the same number.",
		}},
		example: v1 + "/lookup?q=52%2FKH-UBND",
	}, func(ctx context.Context, _ *struct{}) (LookupAnswer, error) {
		a, err := r.service.Lookup(ctx, asked(ctx).Get("q"))
		return LookupAnswer{a.Text, a.Number, a.Lookups, a.Near}, err
	})
}
