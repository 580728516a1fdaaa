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

// defined is a term that a text explains: its folded syllables with blanks
// around and between them, and how many there are.
type defined struct {
	phrase    string
	syllables int
}

// definitions finds the terms X of the lines "X là …". A number before a term
// is passed over.
func definitions(body string) []defined {
	var found []defined
	for line := range strings.Lines(body) {
		if d := definedIn(line); d.syllables > 0 {
			found = append(found, d)
		}
	}
	return found
}

func definedIn(line string) defined {
	d := defined{phrase: " "}
	for t := range vietnamese.Tokens(line) {
		switch {
		case t.Kind == vietnamese.Compound, t.Kind == vietnamese.Number && d.syllables == 0:
			continue
		case t.Text == "la":
			return d
		}
		d.phrase += t.Text + " "
		if d.syllables++; d.syllables > definitionMost {
			break
		}
	}
	return defined{}
}

// definition is up to 1 when a text explains a term that stands in the
// question, by the length of the term.
func (q *Question) definition(f *Forward) float64 {
	best := 0.0
	for _, d := range f.defined {
		if strings.Contains(q.folded, d.phrase) {
			best = max(best, min(1, float64(d.syllables)/definitionFull))
		}
	}
	return best
}
