package rank

import (
	"slices"
	"strings"
)

// form is another way to write a run of the question's words.
type form struct {
	phrase []string // folded syllables, as texts have them
	words  []int32  // what it stands for
}

// maxForms bounds the forms of a question; longestForm is how many syllables
// one has at most.
const (
	maxForms    = 64
	longestForm = 8
)

// readForms finds the runs of the question that have other forms: short forms
// of what was asked for in full, and synonyms.
func (q *Question) readForms() {
	q.ends = make(map[string][]form)
	for i := range q.sequence {
		for n := 1; n <= longestForm && i+n <= len(q.sequence); n++ {
			run := q.sequence[i : i+n]
			if run[n-1] == none {
				break
			}
			phrase := q.phrase(run)
			for _, others := range [][]string{q.rules.short.short[phrase], q.rules.synonyms[phrase]} {
				for _, other := range others {
					q.addForm(other, run)
				}
			}
		}
	}
}

func (q *Question) phrase(run []int32) string {
	words := make([]string, len(run))
	for i, w := range run {
		words[i] = q.terms[w]
	}
	return strings.Join(words, " ")
}

func (q *Question) addForm(phrase string, words []int32) {
	if len(q.forms) == maxForms || slices.Contains(q.forms, phrase) || strings.Contains(q.folded, " "+phrase+" ") {
		return
	}
	q.forms = append(q.forms, phrase)
	syllables := strings.Fields(phrase)
	last := syllables[len(syllables)-1]
	q.ends[last] = append(q.ends[last], form{phrase: syllables, words: words})
	q.filter.add(last)
}

// Forms are other forms of what was asked for, folded, for an engine that does
// not know them.
func (q *Question) Forms() []string { return append(q.rules.short.expand(q.text), q.synonymous()...) }

// synonymous lists the forms that are synonyms, and none that is short.
func (q *Question) synonymous() []string {
	var out []string
	for _, f := range q.forms {
		if strings.Contains(f, " ") {
			out = append(out, f)
		}
	}
	return out
}

// recent holds the words before the one at hand, the last at the end.
type recent struct {
	words [longestForm]string
	n     int // since the last end of a clause
}

func (r *recent) add(word string, joined bool) {
	if !joined {
		r.n = 0
	}
	copy(r.words[:], r.words[1:])
	r.words[longestForm-1] = word
	r.n++
}

// end reports whether the words end with a phrase.
func (r *recent) end(phrase []string) bool {
	return len(phrase) <= r.n && slices.Equal(r.words[longestForm-len(phrase):], phrase)
}
