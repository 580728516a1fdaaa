package bleve

import (
	"strings"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/search/query"
)

// Bounds of a query. What is beyond them is not looked at.
const (
	maxQueryBytes = 64 << 10
	maxWords      = 64 // distinct words, and as many pairs
	maxPhrases    = 8
	maxKeys       = 16
)

// Weights of the fields; the words of the text count 1. On the law questions
// of the evaluation set nDCG@10 falls slowly as titles gain weight and rises
// slowly as pairs do (.892 for .5 and .7, .896 for .5 and 1.5, .893 for these,
// .862 for 3 and 1.5). Titles of news say more than those of laws.
const (
	weightTitle    = 1.0
	weightPairs    = 1.5
	weightNumbers  = 1.0
	weightKeys     = 8.0
	weightAgencies = 0.3
	weightPlace    = 0.3
)

// buildQuery turns typed text into a query, nil when nothing in it can be
// searched: any word, more of them and in the same order is better. Phrases in
// quotes must be there.
func buildQuery(text, portal string) query.Query {
	if len(text) > maxQueryBytes {
		text = strings.ToValidUTF8(text[:maxQueryBytes], "")
	}
	should := wordQueries(text)
	if len(should) == 0 {
		return nil
	}
	must := []query.Query{query.NewDisjunctionQuery(should)}
	for _, p := range phrases(text) {
		if q := phraseQuery(p); q != nil {
			must = append(must, q)
		}
	}
	if portal != "" {
		must = append(must, term(fieldPortal, portal, 0))
	}
	if len(must) == 1 {
		return must[0]
	}
	return query.NewConjunctionQuery(must)
}

// wordQueries ask for every word and pair in every field that may have it.
func wordQueries(text string) []query.Query {
	var qs []query.Query
	for _, w := range terms(words{}, text, maxWords) {
		qs = append(qs,
			term(fieldText, w, 1), term(fieldTitle, w, weightTitle), term(fieldNumbers, w, weightNumbers),
			term(fieldAgencies, w, weightAgencies), term(fieldPlace, w, weightPlace))
	}
	for _, p := range terms(pairs{}, text, maxWords) {
		qs = append(qs, term(fieldTextPairs, p, weightPairs), term(fieldTitlePairs, p, weightTitle*weightPairs))
	}
	for _, k := range compactKeys(text, maxKeys) {
		qs = append(qs, term(fieldKeys, k, weightKeys))
	}
	return qs
}

// phraseQuery asks for all pairs of the phrase, in the text or in the title.
// That is not quite the phrase: the pairs may stand apart. Word positions
// would make it exact and the index three times as large.
func phraseQuery(phrase string) query.Query {
	inText, inTitle, a := fieldTextPairs, fieldTitlePairs, terms(pairs{}, phrase, maxWords)
	if len(a) == 0 {
		inText, inTitle, a = fieldText, fieldTitle, terms(words{}, phrase, maxWords)
	}
	if len(a) == 0 {
		return nil
	}
	all := func(field string) query.Query {
		qs := make([]query.Query, len(a))
		for i, t := range a {
			qs[i] = term(field, t, 1)
		}
		return query.NewConjunctionQuery(qs)
	}
	return query.NewDisjunctionQuery([]query.Query{all(inText), all(inTitle)})
}

func term(field, text string, weight float64) query.Query {
	q := query.NewTermQuery(text)
	q.SetField(field)
	q.SetBoost(weight)
	return q
}

// phrases returns what stands in quotes, straight or typographic. A quote
// that is not closed opens nothing.
func phrases(text string) []string {
	var found []string
	for len(found) < maxPhrases {
		open := strings.IndexAny(text, quotes)
		if open < 0 {
			break
		}
		_, w := utf8.DecodeRuneInString(text[open:])
		text = text[open+w:]
		end := strings.IndexAny(text, quotes)
		if end < 0 {
			break
		}
		if p := strings.TrimSpace(text[:end]); p != "" {
			found = append(found, p)
		}
		_, w = utf8.DecodeRuneInString(text[end:])
		text = text[end+w:]
	}
	return found
}

const quotes = "\"“”„«»"
