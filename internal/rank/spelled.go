package rank

import (
	"strings"

	"tracuu/internal/vietnamese"
)

// spelled is a phrase of the rules: its folded words, and how they are written.
type spelled struct {
	words     []string
	spellings []uint16
}

func newSpelled(text string) spelled {
	var s spelled
	for t := range vietnamese.Tokens(text) {
		if t.Kind != vietnamese.Compound {
			s.words = append(s.words, t.Text)
			s.spellings = append(s.spellings, spellingOf(text[t.Start:t.End], t.Text))
		}
	}
	return s
}

func (s spelled) folded() string { return strings.Join(s.words, " ") }

// typedAs reports whether the terms of a question, which fold to the phrase,
// may be it: no word was typed with other accents.
func (s spelled) typedAs(q *Question, terms []int32) bool {
	for i, t := range terms {
		if typed := q.table.at(keyOf(q.terms[t])).spelling; typed != 0 && typed != s.spellings[i] {
			return false
		}
	}
	return true
}
