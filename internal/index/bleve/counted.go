package bleve

import (
	"strings"

	"github.com/blevesearch/bleve/v2/document"
	bleveindex "github.com/blevesearch/bleve_index_api"
)

// postings is all that is kept of a field: texts are in the store, and the
// snippets are marked there, so neither stored values nor term vectors nor
// doc values are needed. (They make the index four times as large.)
const postings = bleveindex.IndexField

// countedField is a field of which the terms are counted in one walk over the
// text, for itself and for the field of its pairs. The library would make a
// token of every word first, and walk once a field.
type countedField struct {
	name   string
	text   string
	count  func(text string, field, pairs *countedField)
	pairs  *countedField // may be nil; it has no count of its own
	length int
	terms  bleveindex.TokenFrequencies
	slab   []bleveindex.TokenFreq
}

var _ document.Field = (*countedField)(nil)

// Analyze implements bleveindex.Field.
func (f *countedField) Analyze() {
	if f.count != nil {
		f.count(f.text, f, f.pairs)
	}
}

// Name implements bleveindex.Field.
func (f *countedField) Name() string { return f.name }

// Value implements bleveindex.Field: nothing is stored.
func (f *countedField) Value() []byte { return nil }

// ArrayPositions implements bleveindex.Field.
func (f *countedField) ArrayPositions() []uint64 { return nil }

// EncodedFieldType implements bleveindex.Field: text.
func (f *countedField) EncodedFieldType() byte { return 't' }

// Options implements bleveindex.Field.
func (f *countedField) Options() bleveindex.FieldIndexingOptions { return postings }

// AnalyzedLength implements bleveindex.Field: it counts every occurrence.
func (f *countedField) AnalyzedLength() int { return f.length }

// AnalyzedTokenFrequencies implements bleveindex.Field.
func (f *countedField) AnalyzedTokenFrequencies() bleveindex.TokenFrequencies { return f.terms }

// Size implements document.Field: about the bytes that are held.
func (f *countedField) Size() int { return len(f.text) + bytesPerTerm*len(f.terms) }

const bytesPerTerm = 100 // with its place in a map

// NumPlainTextBytes implements bleveindex.Field.
func (f *countedField) NumPlainTextBytes() uint64 { return uint64(len(f.text)) }

// slabSize is how many terms are allocated at a time.
const slabSize = 256

// add counts a term. The term must not change afterwards.
func (f *countedField) add(term string) {
	f.length++
	if known, ok := f.terms[term]; ok {
		known.SetFrequency(known.Frequency() + 1)
		return
	}
	f.insert(term)
}

// addBytes counts a term that is copied when it is new.
func (f *countedField) addBytes(term []byte, arena *strings.Builder) {
	f.length++
	if known, ok := f.terms[string(term)]; ok {
		known.SetFrequency(known.Frequency() + 1)
		return
	}
	if arena.Cap()-arena.Len() < len(term) {
		arena.Reset()
		arena.Grow(arenaSize)
	}
	from := arena.Len()
	arena.Write(term)
	f.insert(arena.String()[from:])
}

// arenaSize is how many bytes of terms are allocated at a time.
const arenaSize = 4 << 10

func (f *countedField) insert(term string) {
	if len(f.slab) == 0 {
		f.slab = make([]bleveindex.TokenFreq, slabSize)
	}
	t := &f.slab[0]
	f.slab = f.slab[1:]
	t.SetFrequency(1)
	f.terms[term] = t
}

// expect makes room for the terms of a text of so many bytes.
func (f *countedField) expect(bytes int) {
	const perTerm = 16 // bytes of text for each distinct term, about
	n := bytes/perTerm + 1
	f.terms = make(bleveindex.TokenFrequencies, n)
	f.slab = make([]bleveindex.TokenFreq, min(n, slabSize))
}

// countWords counts the words of a text in field, and its pairs when there is a
// field for them.
func countWords(text string, field, pairs *countedField) {
	field.expect(len(text))
	if pairs == nil {
		walk(text, field.add, nil)
		return
	}
	pairs.expect(2 * len(text))
	var arena strings.Builder
	var scratch [2*maxTerm + 1]byte
	walk(text, field.add, func(first, second string) {
		pairs.addBytes(append(append(append(scratch[:0], first...), ' '), second...), &arena)
	})
}

// countLines takes every line as one term.
func countLines(text string, field, _ *countedField) {
	field.expect(len(text))
	for line := range strings.Lines(text) {
		field.add(strings.TrimSuffix(line, "\n"))
	}
}
