package rank

import (
	"strings"

	"tracuu/internal/vietnamese"
)

const (
	definitionHeading = "giai thich tu ngu" // folded
	// definitionFull is how many syllables of a defined term count in full:
	// the longer it is, the less by chance it stands in the question.
	definitionFull = 6
	definitionMost = 20
)

// definition looks in a text that explains words for "X là …" where X stands
// in the question, and returns up to 1 by the length of X.
func (r *reader) definition(heading, body string) float64 {
	if !strings.Contains(vietnamese.Fold(heading), definitionHeading) {
		return 0
	}
	best := 0.0
	for line := range strings.Lines(body) {
		if n := definedWords(line, r.q.folded); n > 0 {
			best = max(best, min(1, float64(n)/definitionFull))
		}
	}
	return best
}

// definedWords returns how many syllables a line has before "là" when they
// stand together in the question, else 0. A number before them is passed over.
func definedWords(line, question string) int {
	phrase, n := " ", 0
	for t := range vietnamese.Tokens(line) {
		switch {
		case t.Kind == vietnamese.Compound, t.Kind == vietnamese.Number && n == 0:
			continue
		case t.Text == "la":
			if n > 0 && strings.Contains(question, phrase) {
				return n
			}
			return 0
		}
		phrase += t.Text + " "
		if n++; n > definitionMost {
			return 0
		}
	}
	return 0
}
