package bleve

import (
	"strings"
	"unicode/utf8"

	"tracuu/internal/index"
)

// Bounds of a query. What is beyond them is not looked at.
const (
	maxQueryBytes = 100 << 10
	maxLooked     = 2000 // distinct words, and as many pairs, whose rarity is looked up
	maxWords      = 64   // the rarest of them that are asked for, and as many pairs
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

// field is where a term is looked for and what finding it there weighs.
type field struct {
	name   string
	weight float64
}

// The fields of a word, of a pair, and of the compact key of a number. The
// first is the largest and tells how rare a term is.
var (
	wordFields = []field{
		{fieldText, 1},
		{fieldTitle, weightTitle},
		{fieldNumbers, weightNumbers},
		{fieldAgencies, weightAgencies},
		{fieldPlace, weightPlace},
	}
	pairFields = []field{{fieldTextPairs, weightPairs}, {fieldTitlePairs, weightTitle * weightPairs}}
	keyFields  = []field{{fieldKeys, weightKeys}}
)

// wanted is a term that a query asks for.
type wanted struct {
	text   string
	fields []field
}

// ask is a query: any of the terms, more of them are better; all phrases.
type ask struct {
	words, pairs, keys []wanted
	phrases            []string
	portal             string
}

func newAsk(r index.Request) ask {
	text := r.Text
	if len(text) > maxQueryBytes {
		text = strings.ToValidUTF8(text[:maxQueryBytes], "")
	}
	want := func(texts []string, in []field) []wanted {
		ws := make([]wanted, len(texts))
		for i, t := range texts {
			ws[i] = wanted{t, in}
		}
		return ws
	}
	q := ask{
		words:   want(words(text, maxLooked), wordFields),
		pairs:   want(pairs(text, maxLooked), pairFields),
		keys:    want(compactKeys(text, maxKeys), keyFields),
		phrases: phrases(text), portal: r.Portal,
	}
	for _, form := range r.Forms {
		if long := pairs(form, maxWords); len(long) > 0 {
			q.pairs = append(q.pairs, want(long, pairFields)...)
		} else {
			q.words = append(q.words, want(words(form, maxWords), wordFields)...)
		}
	}
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
