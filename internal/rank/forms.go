package rank

import (
	"slices"
	"strings"
)

// form is another way to write a run of the question's words.
type form struct {
	phrase    []word   // as texts have it
	spellings []uint16 // of the phrase
	terms     []int32  // what it stands for
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
	for i := range q.sequence {
		for n := 1; n <= longestForm && i+n <= len(q.sequence); n++ {
			run := q.sequence[i : i+n]
			if run[n-1] == none {
				break
			}
			phrase := q.phrase(run)
			for _, short := range q.rules.short.short[phrase] {
				q.addForm(newSpelled(short), run)
			}
			for _, s := range q.rules.synonyms[phrase] {
				if s.asked.typedAs(q, run) {
					q.addForm(s.other, run)
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

func (q *Question) addForm(other spelled, terms []int32) {
	phrase := other.folded()
	known := slices.ContainsFunc(q.forms, func(f Form) bool { return f.As == phrase })
	if len(q.forms) == maxForms || known || strings.Contains(q.folded, " "+phrase+" ") {
		return
	}
	q.forms = append(q.forms, Form{q.phrase(terms), phrase})
	f := form{terms: terms, spellings: other.spellings}
	for _, syllable := range other.words {
		f.phrase = append(f.phrase, keyOf(syllable))
	}
	e := q.table.put(f.phrase[len(f.phrase)-1])
	if e.ends == none {
		e.ends = int16(len(q.ends))
		q.ends = append(q.ends, nil)
	}
	q.ends[e.ends] = append(q.ends[e.ends], f)
}

// endsAt reports whether the words of a text up to index i end with the form,
// within a clause and with its accents.
func (f form) endsAt(text *Forward, i int) bool {
	words := text.words
	for n := len(f.phrase) - 1; n >= 0; n-- {
		for i > 0 && words[i]&whole != 0 {
			i--
		}
		if words[i].key() != f.phrase[n] || differs(f.spellings[n], text, i) {
			return false
		}
		if n > 0 && (i == 0 || words[i]&joined == 0) {
			return false
		}
		i--
	}
	return true
}

// Form is another way to write words of a question. Both are folded.
type Form struct{ Of, As string }

// Forms are other forms of what was asked for, for an engine that does not know
// them.
func (q *Question) Forms() []Form { return append(q.rules.short.expand(q.text), q.synonymous()...) }

// synonymous lists the forms that are synonyms, and none that is short.
func (q *Question) synonymous() []Form {
	var out []Form
	for _, f := range q.forms {
		if strings.Contains(f.As, " ") {
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
