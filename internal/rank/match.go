package rank

import (
	"math"
	"strings"

	"tracuu/internal/vietnamese"
)

// maxTerms bounds the distinct words of a query that are looked for.
const maxTerms = 64

// asked is what a snippet looks for: folded words, which follow each other, and
// other forms of them, which count only as a whole.
type asked struct {
	words     map[string]int // word or form -> its number
	spellings []uint16       // by number; 0 for a word that was typed in two ways
	pairs     map[[2]int]bool
	ends      map[string][][]string // forms by their last syllable
}

func newAsked(query string, forms ...string) asked {
	a := asked{words: make(map[string]int), pairs: make(map[[2]int]bool), ends: make(map[string][][]string)}
	prev := -1
	for t := range vietnamese.Tokens(query) {
		n, known := a.words[t.Text]
		spelling := spellingOf(query[t.Start:t.End], t.Text)
		switch {
		case known && a.spellings[n] != spelling:
			a.spellings[n] = 0
		case known:
		case len(a.words) == maxTerms:
			n = none
		default:
			n = len(a.words)
			a.words[t.Text] = n
			a.spellings = append(a.spellings, spelling)
		}
		if n == none {
			break
		}
		if t.Kind == vietnamese.Compound {
			continue
		}
		if prev >= 0 {
			a.pairs[[2]int{prev, n}] = true
		}
		prev = n
	}
	for _, f := range forms {
		a.addForm(f)
	}
	return a
}

func (a *asked) addForm(form string) {
	syllables := strings.Fields(form)
	if _, known := a.words[form]; known || len(syllables) == 0 || len(syllables) > longestForm {
		return
	}
	a.words[form] = len(a.words)
	a.spellings = append(a.spellings, 0)
	if last := syllables[len(syllables)-1]; len(syllables) > 1 {
		a.ends[last] = append(a.ends[last], syllables)
	}
}

// match is an asked word in a text.
type match struct {
	start, end int
	word       int
	pair       bool // together with the match before it, as in the query
	whole      bool // marked wherever it stands: a number, a form
}

// matches finds the asked words in the order of their ends: with the accents
// that were typed, and with any where no word has these.
func (a asked) matches(text string) []match {
	if found := a.find(text, true); len(found) > 0 {
		return found
	}
	return a.find(text, false)
}

func (a asked) find(text string, exact bool) []match {
	var found []match
	last := -1 // word of the token just before, when it was asked for
	var before recent
	var starts [longestForm]int // of the words in before
	end := 0
	for t := range vietnamese.Tokens(text) {
		n, ok := a.words[t.Text]
		if ok && exact && a.spellings[n] != 0 {
			ok = a.spellings[n] == spellingOf(text[t.Start:t.End], t.Text)
		}
		if t.Kind == vietnamese.Compound {
			// Its parts are there already; alone it tells that the whole was asked for.
			if ok {
				found = append(found, match{start: t.Start, end: t.End, word: n, whole: true})
			}
			continue
		}
		if ok {
			found = append(found, match{
				start: t.Start, end: t.End, word: n, whole: t.Kind == vietnamese.Number,
				pair: last >= 0 && a.pairs[[2]int{last, n}],
			})
			last = n
		} else {
			last = -1
		}
		if len(a.ends) == 0 {
			continue
		}
		before.add(t.Text, !strings.ContainsAny(text[end:t.Start], clauseEnds))
		copy(starts[:], starts[1:])
		starts[longestForm-1], end = t.Start, t.End
		for _, f := range a.ends[t.Text] {
			if before.end(f) {
				found = append(found, match{start: starts[longestForm-len(f)], end: t.End, word: a.words[strings.Join(f, " ")], whole: true})
			}
		}
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
