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
	maxForms      = 64
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

// heldFields are where a word may stand for its record to hold it.
var heldFields = []string{fieldText, fieldBeside}

// wanted is a term that a query asks for.
type wanted struct {
	text   string
	fields []field
}

// ask is a query. Records are found by the words that are counted, all phrases
// and the condition; all terms tell which of them are better.
type ask struct {
	words, pairs, keys []wanted
	counted            map[string]bool // of the words, those that records must hold enough of
	others             []alternative   // to counted words
	phrases            []string
}

// alternative is another way to hold words: all terms in one of the fields.
type alternative struct {
	of     []string
	terms  []string
	fields []string
}

func newAsk(r index.Request) ask {
	text := r.Text
	if len(text) > maxQueryBytes {
		text = strings.ToValidUTF8(text[:maxQueryBytes], "")
	}
	keys := compactKeys(text, maxKeys)
	q := ask{
		words: want(words(text, maxLooked), wordFields), pairs: want(pairs(text, maxLooked), pairFields),
		counted: countedWords(text, r), phrases: phrases(text),
	}
	for _, k := range keys {
		q.keys = append(q.keys, wanted{k.key, keyFields})
		q.others = append(q.others, alternative{k.of, []string{k.key}, []string{fieldKeys}})
	}
	for _, form := range r.Forms[:min(len(r.Forms), maxForms)] {
		other := alternative{of: strings.Fields(form.Of), terms: pairs(form.As, maxWords), fields: []string{fieldTextPairs, fieldTitlePairs}}
		if len(other.terms) > 0 {
			q.pairs = append(q.pairs, want(other.terms, pairFields)...)
		} else {
			other.terms, other.fields = words(form.As, maxWords), heldFields
			q.words = append(q.words, want(other.terms, wordFields)...)
		}
		q.others = append(q.others, other)
	}
	return q
}

func want(texts []string, in []field) []wanted {
	ws := make([]wanted, len(texts))
	for i, t := range texts {
		ws[i] = wanted{t, in}
	}
	return ws
}

// countedWords are the words of a text that nothing else demands: neither a
// phrase nor the condition.
func countedWords(text string, r index.Request) map[string]bool {
	counted := map[string]bool{}
	for _, w := range singleWords(text, maxLooked) {
		counted[w] = true
	}
	for _, demanded := range append(r.Where.Demanded(), phrases(text)...) {
		for _, w := range singleWords(demanded, maxLooked) {
			delete(counted, w)
		}
	}
	return counted
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
