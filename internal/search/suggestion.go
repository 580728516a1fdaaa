package search

import (
	"context"
	"slices"

	"tracuu/internal/completion"
	"tracuu/internal/query"
)

// Bounds of suggestions.
const (
	DefaultSuggestions = 8
	MaxSuggestions     = 20
)

// SuggestionKind says what a suggestion names.
type SuggestionKind string

// The kinds of suggestion.
const (
	SuggestNumber SuggestionKind = "number" // a document by its number
	SuggestTitle  SuggestionKind = "title"  // an article, or a document of a register
	SuggestAgency SuggestionKind = "agency"
	SuggestPlace  SuggestionKind = "place"
)

// Suggestion completes what is being typed.
type Suggestion struct {
	Kind   SuggestionKind    `json:"kind"`
	Text   string            `json:"text"`   // to search for
	Parts  []completion.Part `json:"parts"`  // the label, with what was typed marked
	Detail string            `json:"detail"` // what tells it from others: day and issuer, province
	Count  int               `json:"count"`  // things of this name; 1 when it is one
	// Where it leads when it is one document or one article; else to a search
	// for Text.
	DocumentID string `json:"document_id,omitempty"`
	ArticleID  string `json:"article_id,omitempty"`
}

// Suggest completes what is being typed, best first: numbers for what looks
// like one, titles of which any word may begin so, agencies and places. Limit
// is from 1 to MaxSuggestions; 0 stands for DefaultSuggestions. The first call
// reads all names from the store unless Learn has. Errors wrap ErrQuestion
// when the text or the limit cannot be used.
func (s *Service) Suggest(ctx context.Context, text string, limit int) ([]Suggestion, error) {
	if limit == 0 {
		limit = DefaultSuggestions
	}
	if err := inRange("limit", limit, 1, MaxSuggestions); err != nil {
		return nil, err
	}
	clean, err := cleanText("q", text)
	if err != nil || clean == "" {
		return []Suggestion{}, err
	}
	if err := s.names.ready(ctx); err != nil {
		return nil, err
	}
	if last := text[len(text)-1]; last == ' ' { // its last word is whole
		clean += " "
	}
	return s.names.suggest(clean, limit), nil
}

// suggest asks each table and shares the places out: what looks like a number
// is one, and of other kinds none crowds out the rest.
func (n *names) suggest(text string, limit int) []Suggestion {
	typed := completion.Type(text)
	parsed := query.Parse(text)
	numbers := n.suggestNumbers(typed, text, parsed.Number, limit)
	if n := len(numbers); n > 0 && (parsed.Number == nil || parsed.Number.Type == "" && parsed.Number.Symbol == "") {
		// A bare number may be just a number.
		numbers = numbers[:min(n, (limit+1)/2)]
	}
	rest := limit - len(numbers)
	return append(numbers, share(rest, n.suggestTitles(typed, rest), n.suggestAgencies(typed, rest), n.suggestPlaces(typed, rest))...)
}

// ranked is a suggestion that knows whether the typed text begins its name.
type ranked struct {
	Suggestion
	whole bool
}

// share takes at most limit suggestions: those that begin with what was typed
// first; of agencies and places no more than a third and a quarter while there
// are titles.
func share(limit int, titles, agencies, places []ranked) []Suggestion {
	a, p := min(len(agencies), (limit+2)/3), min(len(places), (limit+3)/4)
	t := min(len(titles), max(0, limit-a-p))
	chosen := slices.Concat(titles[:t], agencies[:a], places[:p], titles[t:], agencies[a:], places[p:])
	chosen = chosen[:min(len(chosen), limit)]
	slices.SortStableFunc(chosen, func(a, b ranked) int {
		switch {
		case a.whole == b.whole:
			return 0
		case a.whole:
			return -1
		}
		return 1
	})
	out := make([]Suggestion, len(chosen))
	for i, c := range chosen {
		out[i] = c.Suggestion
	}
	return out
}
