package api

import (
	"context"

	"tracuu/internal/search"
)

// Suggestions completes what is being typed.
type Suggestions struct {
	Suggestions []search.Suggestion `json:"suggestions"` // best first
}

// suggest adds GET /suggest: numbers, titles, agencies and places while typing.
func (r *resources) suggest() {
	read(r, operation{
		id: "suggest", path: v1 + "/suggest", tag: "search", summary: "Complete what is being typed",
		description: "Numbers for what looks like one, titles of which any word begins so, agencies and places; with or without diacritics. Made to be asked at every key.",
		parameters: []search.Parameter{
			{Name: "q", Kind: search.TextParameter, Example: "kh 52", Help: "What has been typed so far; a blank at the end says that the last word is whole."},
			limitParameter(search.DefaultSuggestions, search.MaxSuggestions, "suggestions"),
		},
		example: v1 + "/suggest?q=kh+52",
	}, func(ctx context.Context, _ *struct{}) (Suggestions, error) {
		limit, err := search.ParseLimit(asked(ctx), search.MaxSuggestions)
		if err != nil {
			return Suggestions{}, err
		}
		found, err := r.service.Suggest(ctx, asked(ctx).Get("q"), limit)
		return Suggestions{found}, err
	})
}

// limitParameter describes the limit of a list that has one page.
func limitParameter(absent, most int, of string) search.Parameter {
	return search.Parameter{
		Name: "limit", Kind: search.NumberParameter, Least: 1, Most: most, Default: absent, Help: "How many " + of + " are wanted.",
	}
}
