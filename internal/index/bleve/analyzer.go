package bleve

import (
	"strings"

	"tracuu/internal/vietnamese"
)

// maxTerm bounds terms in folded bytes: what is longer is no word.
const maxTerm = 64

// walk calls word for each folded syllable, number, and number with its
// separators, and pair for each two neighbours that no clause end parts.
// Accents are left to the snippets: with pairs in the index, exact accents no
// longer help ranking. Either function may be nil.
func walk(text string, word func(term string), pair func(first, second string)) {
	var prev vietnamese.Token
	for t := range vietnamese.Tokens(text) {
		if word != nil && len(t.Text) <= maxTerm {
			word(t.Text)
		}
		if pair == nil || t.Kind == vietnamese.Compound {
			continue
		}
		if prev.Text != "" && len(prev.Text)+len(t.Text) <= maxTerm && !endsClause(text[prev.End:t.Start]) {
			pair(prev.Text, t.Text)
		}
		prev = t
	}
}

// endsClause reports whether a clause ends in what stands between two words.
func endsClause(gap string) bool {
	return gap != " " && strings.ContainsAny(gap, ".;:!?\n\"")
}

// words returns the distinct words of a text, at most limit.
func words(text string, limit int) []string {
	d := newDistinct(limit)
	walk(text, d.add, nil)
	return d.terms
}

// singleWords returns the distinct syllables and numbers of a text, at most
// limit: its words less those that others make.
func singleWords(text string, limit int) []string {
	d := newDistinct(limit)
	for t := range vietnamese.Tokens(text) {
		if t.Kind != vietnamese.Compound && len(t.Text) <= maxTerm {
			d.add(t.Text)
		}
	}
	return d.terms
}

// pairs returns the distinct pairs of a text, "ke hoach", at most limit.
func pairs(text string, limit int) []string {
	d := newDistinct(limit)
	walk(text, nil, func(first, second string) { d.add(first + " " + second) })
	return d.terms
}

// distinct collects the first limit different terms.
type distinct struct {
	terms []string
	seen  map[string]bool
	limit int
}

func newDistinct(limit int) *distinct { return &distinct{seen: make(map[string]bool), limit: limit} }

func (d *distinct) add(term string) {
	if len(d.terms) == d.limit || d.seen[term] {
		return
	}
	d.seen[term] = true
	d.terms = append(d.terms, term)
}
