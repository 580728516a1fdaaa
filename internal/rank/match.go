package rank

import (
	"math"

	"tracuu/internal/vietnamese"
)

// maxTerms bounds the distinct words of a query that are looked for.
const maxTerms = 64

// asked is what a query asks for: folded words, and which follow each other.
type asked struct {
	words map[string]int // word -> its number
	pairs map[[2]int]bool
}

func newAsked(query string) asked {
	a := asked{words: make(map[string]int), pairs: make(map[[2]int]bool)}
	prev := -1
	for t := range vietnamese.Tokens(query) {
		n, known := a.words[t.Text]
		if !known {
			if len(a.words) == maxTerms {
				break
			}
			n = len(a.words)
			a.words[t.Text] = n
		}
		if t.Kind == vietnamese.Compound {
			continue
		}
		if prev >= 0 {
			a.pairs[[2]int{prev, n}] = true
		}
		prev = n
	}
	return a
}

// match is an asked word in a text.
type match struct {
	start, end int
	word       int
	pair       bool // together with the match before it, as in the query
	number     bool
}

// matches finds the asked words in text order.
func (a asked) matches(text string) []match {
	var found []match
	last := -1 // word of the token just before, when it was asked for
	for t := range vietnamese.Tokens(text) {
		n, ok := a.words[t.Text]
		if t.Kind == vietnamese.Compound {
			// Its parts are there already; alone it tells that the whole was asked for.
			if ok {
				found = append(found, match{start: t.Start, end: t.End, word: n, number: true})
			}
			continue
		}
		if !ok {
			last = -1
			continue
		}
		found = append(found, match{
			start: t.Start, end: t.End, word: n, number: t.Kind == vietnamese.Number,
			pair: last >= 0 && a.pairs[[2]int{last, n}],
		})
		last = n
	}
	return found
}

// weights values each asked word: the less often it stands in the text, the
// more it says about the place where it stands.
func (a asked) weights(found []match) []float64 {
	counts := make([]int, len(a.words))
	for _, m := range found {
		counts[m.word]++
	}
	w := make([]float64, len(counts))
	for i, n := range counts {
		w[i] = 1 / (1 + math.Log1p(float64(n)))
	}
	return w
}

// value scores a passage by the matches in it: each word and each pair counts
// once, a pair twice as much as a word.
func value(found []match, weights []float64) float64 {
	words, pairs := make(map[int]bool, len(found)), make(map[int]bool)
	sum := 0.0
	for _, m := range found {
		if !words[m.word] {
			words[m.word] = true
			sum += weights[m.word]
		}
		if m.pair && !pairs[m.word] {
			pairs[m.word] = true
			sum += 2 * weights[m.word]
		}
	}
	return sum
}
