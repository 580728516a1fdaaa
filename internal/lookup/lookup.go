// Package lookup answers a typed document number from the store: its own path,
// not full text. It lists every document that the number may mean, ranked by
// agreement, each with the reason it is listed.
package lookup

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"tracuu/internal/model"
	"tracuu/internal/query"
	"tracuu/internal/store"
)

// Source is what look-up asks of the store.
type Source interface {
	FindDocuments(ctx context.Context, f store.NumberFilter) ([]model.Document, error)
	BestMentions(ctx context.Context, ids []string) (map[string]store.MentionAt, error)
}

// Answer is a document that may be meant.
type Answer struct {
	Document model.Document   `json:"document"`
	Reason   string           `json:"reason"`  // for people, in Vietnamese
	Fits     bool             `json:"fits"`    // nothing that was typed contradicts
	Vague    bool             `json:"vague"`   // beside a bare number words were typed, and none of them agrees
	Score    float64          `json:"score"`   // agreement, comparable within one answer list
	Mention  *store.MentionAt `json:"mention"` // the place that tells of it best
}

// Bounds of an answer list. Near misses are shown below what fits, a few of
// them: a mistyped year or type must still lead to the document.
const (
	maxFits    = 50
	maxMisses  = 10
	maxWeighed = 400 // candidates whose telling article is read
)

// Find lists the documents that n may mean, best first.
func Find(ctx context.Context, source Source, n query.Number) ([]Answer, error) {
	documents, err := candidates(ctx, source, n)
	if err != nil {
		return nil, fmt.Errorf("documents with number %s: %w", n.No, err)
	}
	weighed := make([]weighing, len(documents))
	for i, d := range documents {
		weighed[i] = weigh(n, d)
	}
	slices.SortStableFunc(weighed, compare)
	weighed = weighed[:min(len(weighed), maxWeighed)]
	if err := addTellers(ctx, source, n, weighed); err != nil {
		return nil, err
	}
	slices.SortStableFunc(weighed, compare)
	return answers(weighed, bare(n) && len(n.Words) > 0), nil
}

// bare tells a number of which nothing else was typed: "bão số 9".
func bare(n query.Number) bool { return n.Type == "" && n.Symbol == "" && n.Year == 0 }

// candidates asks from narrow to wide, so that the best are among them however
// many documents share the number.
func candidates(ctx context.Context, source Source, n query.Number) ([]model.Document, error) {
	filters := []store.NumberFilter{
		{No: n.No, Type: n.Type, Year: n.Year, Symbol: n.Symbol, Limit: 1000},
		{No: n.No, Type: n.Type, Year: n.Year, Limit: 1000},
		{No: n.No, Year: n.Year},
		{No: n.No, Type: n.Type},
		{No: n.No},
	}
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

// addTellers reads the article that tells of each document best, and counts
// the words that agree with its place, its portal and its title.
func addTellers(ctx context.Context, source Source, n query.Number, weighed []weighing) error {
	ids := make([]string, len(weighed))
	for i, w := range weighed {
		ids[i] = w.document.ID
	}
	best, err := source.BestMentions(ctx, ids)
	if err != nil {
		return fmt.Errorf("articles that tell of number %s: %w", n.No, err)
	}
	for i := range weighed {
		w := &weighed[i]
		if m, ok := best[w.document.ID]; ok {
			w.mention = &m
			w.addPlace(n.Words)
		}
		w.addTitle(n.Words)
	}
	return nil
}

// compare orders by agreement, then held before cited, newer before older, and
// at last by id so that the order is always the same.
func compare(a, b weighing) int {
	held := func(w weighing) int {
		if w.document.Status == model.Held {
			return 0
		}
		return 1
	}
	return cmp.Or(
		cmp.Compare(b.score, a.score),
		cmp.Compare(held(a), held(b)),
		cmp.Compare(b.document.Year, a.document.Year),
		strings.Compare(a.document.ID, b.document.ID),
	)
}

// answers lists what fits, then near misses. With words beside a bare number
// they must agree for a document to be surely meant.
func answers(weighed []weighing, needWords bool) []Answer {
	out := []Answer{}
	fits, misses := 0, 0
	for _, pass := range []bool{true, false} {
		for _, w := range weighed {
			if w.fits() != pass || pass && fits == maxFits || !pass && misses == maxMisses {
				continue
			}
			if pass {
				fits++
			} else {
				misses++
			}
			out = append(out, Answer{
				Document: w.document, Reason: w.reason(), Fits: pass, Vague: needWords && w.words == 0,
				Score: w.score, Mention: w.mention,
			})
		}
	}
	return out
}
