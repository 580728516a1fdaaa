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
	Citations(ctx context.Context, ids []string) (map[string]int, error)
}

// Answer is a document that may be meant. Issuer, day and status stand in the
// document, the place in the mention: with the citations they tell documents of
// one number apart.
type Answer struct {
	Document  model.Document   `json:"document"`
	Reason    string           `json:"reason"`    // for people, in Vietnamese
	Fits      bool             `json:"fits"`      // nothing that was typed contradicts
	Vague     bool             `json:"vague"`     // beside a bare number words were typed, and none of them agrees
	Score     float64          `json:"score"`     // agreement, comparable within one answer list
	Citations int              `json:"citations"` // articles that name it without announcing it, to store.MaxCitations
	Mention   *store.MentionAt `json:"mention"`   // the place that tells of it best
}

// Bounds of an answer list. Near misses are shown below what fits, a few of
// them: a mistyped year or type must still lead to the document.
const (
	maxFits    = 50
	maxMisses  = 10
	firstPage  = 20  // near misses fill it where less fits
	maxWeighed = 400 // candidates whose telling article is read
)

// Find lists the documents that n may mean, best first.
func Find(ctx context.Context, source Source, n query.Number) ([]Answer, error) {
	weighed, err := find(ctx, source, n)
	if other, ok := misread(n); ok && err == nil && !slices.ContainsFunc(weighed, func(w weighing) bool { return w.fits() }) {
		weighed, err = find(ctx, source, other)
		for i := range weighed {
			weighed[i].notes = append(weighed[i].notes, "chữ "+strings.ToUpper(n.No[len(n.No)-1:])+" được đọc là số 8")
		}
	}
	if err != nil {
		return nil, err
	}
	return answers(weighed, bare(n) && len(n.Words) > 0), nil
}

// find weighs the documents of one number.
func find(ctx context.Context, source Source, n query.Number) ([]weighing, error) {
	documents, err := candidates(ctx, source, n)
	if err != nil {
		return nil, fmt.Errorf("documents with number %s: %w", n.No, err)
	}
	weighed := make([]weighing, len(documents))
	for i, d := range documents {
		weighed[i] = weigh(n, d)
	}
	settleSymbols(weighed)
	slices.SortStableFunc(weighed, compare)
	weighed = weighed[:min(len(weighed), maxWeighed)]
	if err := addTellers(ctx, source, n, weighed); err != nil {
		return nil, err
	}
	slices.SortStableFunc(weighed, compare)
	weighed = shown(weighed)
	if err := addCitations(ctx, source, n, weighed); err != nil {
		return nil, err
	}
	slices.SortStableFunc(weighed, compare)
	return weighed, nil
}

// bare tells a number of which nothing else was typed: "bão số 9".
func bare(n query.Number) bool { return n.Type == "" && n.Symbol == "" && n.Year == 0 }

// addTellers reads the article that tells of each document best, and counts
// the words that agree with its place, its portal and its title.
func addTellers(ctx context.Context, source Source, n query.Number, weighed []weighing) error {
	best, err := source.BestMentions(ctx, ids(weighed))
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

// addCitations counts who cites the documents that are shown.
func addCitations(ctx context.Context, source Source, n query.Number, weighed []weighing) error {
	counts, err := source.Citations(ctx, ids(weighed))
	if err != nil {
		return fmt.Errorf("citations of number %s: %w", n.No, err)
	}
	for i := range weighed {
		weighed[i].citations = counts[weighed[i].document.ID]
	}
	return nil
}

func ids(weighed []weighing) []string {
	all := make([]string, len(weighed))
	for i, w := range weighed {
		all[i] = w.document.ID
	}
	return all
}

// compare orders by agreement, then held before cited, newer before older, what
// is cited more, and at last by id so that the order is always the same.
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
		cmp.Compare(b.citations, a.citations),
		strings.Compare(a.document.ID, b.document.ID),
	)
}

// shown keeps what fits and the near misses that an answer list has room for.
func shown(weighed []weighing) []weighing {
	fitting := 0
	for _, w := range weighed {
		if w.fits() {
			fitting++
		}
	}
	room := max(maxMisses, firstPage-fitting)
	fits, misses := 0, 0
	return slices.DeleteFunc(weighed, func(w weighing) bool {
		if w.fits() {
			fits++
			return fits > maxFits
		}
		misses++
		return misses > room
	})
}

// answers lists what fits, then near misses. With words beside a bare number
// they must agree for a document to be surely meant.
func answers(weighed []weighing, needWords bool) []Answer {
	out := make([]Answer, 0, len(weighed))
	for _, pass := range []bool{true, false} {
		for _, w := range weighed {
			if w.fits() == pass {
				out = append(out, Answer{
					Document: w.document, Reason: w.reason(), Fits: pass, Vague: needWords && w.words == 0,
					Score: w.score, Citations: w.citations, Mention: w.mention,
				})
			}
		}
	}
	return out
}
