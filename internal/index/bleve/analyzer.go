package bleve

import (
	"strings"

	"github.com/blevesearch/bleve/v2/analysis"

	"tracuu/internal/vietnamese"
)

// maxTerm bounds terms in folded bytes: what is longer is no word.
const maxTerm = 64

// words analyses text into folded syllables, numbers, and numbers with their
// separators. Accents are left to the snippets: with pairs in the index, exact
// accents no longer help ranking.
type words struct{}

// pairs analyses text into folded pairs of neighbours, "ke hoach". A pair
// never reaches over the end of a clause.
type pairs struct{}

// lines takes every line as one term.
type lines struct{}

var (
	_ analysis.Analyzer = words{}
	_ analysis.Analyzer = pairs{}
	_ analysis.Analyzer = lines{}
)

// Analyze implements analysis.Analyzer.
func (words) Analyze(text []byte) analysis.TokenStream {
	b := newStream(len(text))
	for t := range vietnamese.Tokens(string(text)) {
		b.add(t.Start, t.End, t.Text, "")
	}
	return b.stream()
}

// Analyze implements analysis.Analyzer.
func (pairs) Analyze(text []byte) analysis.TokenStream {
	s := string(text)
	b := newStream(2 * len(text))
	var prev vietnamese.Token
	for t := range vietnamese.Tokens(s) {
		if t.Kind == vietnamese.Compound {
			continue
		}
		if prev.Text != "" && !strings.ContainsAny(s[prev.End:t.Start], clauseEnds) {
			b.add(prev.Start, t.End, prev.Text, t.Text)
		}
		prev = t
	}
	return b.stream()
}

// Analyze implements analysis.Analyzer.
func (lines) Analyze(text []byte) analysis.TokenStream {
	b := newStream(len(text))
	at := 0
	for line := range strings.Lines(string(text)) {
		word := strings.TrimSuffix(line, "\n")
		b.add(at, at+len(word), word, "")
		at += len(line)
	}
	return b.stream()
}

// clauseEnds are the bytes that no pair reaches over.
const clauseEnds = ".;:!?\n\""

// stream collects tokens whose terms lie in one buffer: analysis makes
// millions of them, and one allocation each would be most of its time.
type stream struct {
	terms  []byte
	ends   []int
	tokens []analysis.Token
}

// newStream expects about size bytes of terms.
func newStream(size int) *stream {
	const perToken = 5 // bytes of a folded syllable and its blank
	return &stream{terms: make([]byte, 0, size), tokens: make([]analysis.Token, 0, size/perToken+1)}
}

// add appends the term a, or "a b".
func (b *stream) add(start, end int, first, second string) {
	if len(first)+len(second) > maxTerm {
		return
	}
	b.terms = append(b.terms, first...)
	if second != "" {
		b.terms = append(b.terms, ' ')
		b.terms = append(b.terms, second...)
	}
	b.ends = append(b.ends, len(b.terms))
	b.tokens = append(b.tokens, analysis.Token{Start: start, End: end, Position: len(b.tokens) + 1})
}

// stream sets the terms, now that the buffer does not move any more.
func (b *stream) stream() analysis.TokenStream {
	out := make(analysis.TokenStream, len(b.tokens))
	from := 0
	for i := range b.tokens {
		b.tokens[i].Term = b.terms[from:b.ends[i]:b.ends[i]]
		out[i], from = &b.tokens[i], b.ends[i]
	}
	return out
}

// terms returns the distinct terms of a text, at most limit.
func terms(a analysis.Analyzer, text string, limit int) []string {
	var out []string
	seen := make(map[string]bool)
	for _, t := range a.Analyze([]byte(text)) {
		term := string(t.Term)
		if seen[term] {
			continue
		}
		if len(out) == limit {
			break
		}
		seen[term] = true
		out = append(out, term)
	}
	return out
}
