package rank

import (
	"hash/crc32"
	"slices"
	"strings"

	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// Forward is a text laid out to be read for many questions without looking at
// its letters again: hashes of its folded words, clause by clause. It is only
// read, and takes 6 bytes a word.
type Forward struct {
	Kind      model.Kind
	Authority int
	Published model.Date
	// Print tells whether it is still the layout of a text, see Text.Print.
	Print uint64
	// Partial tells that the text is too long to be laid out to its end.
	Partial bool

	bare      bool // hardly any word has accents
	words     []word
	spellings []uint16 // of words: their exact writing, see spellingOf
	clauses   []clause // of what is implied, heading, title and body
	implied   int      // how many of the clauses are before the heading,
	heading   int      // before the title,
	title     int      // and before the body
	attached  int32    // where the texts of attached files begin, in bytes
	articles  [2]string
	defined   []defined
}

// clause is a line of a text: a paragraph or an item.
type clause struct {
	from, to   int32 // of the words
	syllables  int32 // words that are not whole
	start, end int32 // bytes of Text.Body
}

// maxBody bounds in bytes how far into a text passages are scored.
const maxBody = 128 << 10

// bytesPerWord is about what a syllable and a blank take in NFC.
const bytesPerWord = 6

// NewForward lays a text out, as far as passages are scored.
func NewForward(t Text) *Forward { return layOut(t, maxBody) }

// NewWholeForward lays a text out to its end.
func NewWholeForward(t Text) *Forward { return layOut(t, len(t.Body)) }

func layOut(t Text, limit int) *Forward {
	heading, body := t.parts()
	length := len(body)
	shift := len(t.Body) - length
	body = cutText(body, limit)
	f := &Forward{
		Kind: t.Kind, Authority: t.Authority, Published: t.Published, Print: t.Print(), Partial: len(body) < length,
		attached:  int32(t.Attached),
		words:     make([]word, 0, len(body)/bytesPerWord),
		spellings: make([]uint16, 0, len(body)/bytesPerWord),
		articles:  [2]string{askedArticle(t.Title), askedArticle(heading)},
	}
	f.add(t.Implied, 0)
	f.implied = len(f.clauses)
	f.add(oneLine(heading), 0)
	f.heading = len(f.clauses)
	if heading != t.Title {
		f.add(oneLine(t.Title), 0)
	}
	f.title = len(f.clauses)
	f.add(body, shift)
	if strings.Contains(vietnamese.Fold(heading), definitionHeading) {
		f.defined = definitions(body)
	}
	f.bare = f.accented()*leastAccented < len(f.words)
	f.words, f.spellings, f.clauses = slices.Clip(f.words), slices.Clip(f.spellings), slices.Clip(f.clauses)
	return f
}

// leastAccented is one in how many words at least has accents where they are
// written at all; in Vietnamese prose two in three have.
const leastAccented = 20

func (f *Forward) accented() int {
	n := 0
	for _, s := range f.spellings {
		if s != 0 {
			n++
		}
	}
	return n
}

// differs reports whether word i of a text is written with other accents than
// were typed. Nothing was typed with 0, and a text without any accents says
// nothing of them.
func differs(typed uint16, f *Forward, i int) bool {
	return typed != 0 && f.spellings[i] != typed && !f.bare && f.words[i]&whole == 0
}

// Print is a fingerprint of a text: another text has another one, but for once
// in some four billion times.
func (t Text) Print() uint64 {
	sum := crc32.NewIEEE()
	for _, s := range []string{t.Title, t.Implied, t.Body} {
		_, _ = sum.Write([]byte(s)) // never fails
	}
	return uint64(sum.Sum32())<<32 | uint64(uint32(len(t.Title)+len(t.Body)))
}

// Bytes is about how much memory the layout takes.
func (f *Forward) Bytes() int {
	const fixed = 256
	return fixed + 4*cap(f.words) + 2*cap(f.spellings) + 20*cap(f.clauses) + 64*len(f.defined)
}

// add appends the clauses of a text that stands at offset shift of the body.
func (f *Forward) add(text string, shift int) {
	last := -1 // end of the word before
	for t := range vietnamese.Tokens(text) {
		if t.Kind == vietnamese.Compound { // its parts came before it
			f.push(keyOf(t.Text)|whole, 0)
			continue
		}
		gap := text[max(last, 0):t.Start]
		flags := between(gap)
		if last < 0 || strings.IndexByte(gap, '\n') >= 0 {
			flags = 0
			at := int32(len(f.words))
			start := lineStart(text, max(last, 0), t.Start)
			f.clauses = append(f.clauses, clause{from: at, to: at, start: int32(start + shift)})
		}
		last = t.End
		f.push(keyOf(t.Text)|flags, spellingOf(text[t.Start:t.End], t.Text))
		c := &f.clauses[len(f.clauses)-1]
		c.syllables++
		c.end = int32(t.End + shift)
	}
}

// push appends a word to the last clause.
func (f *Forward) push(w word, spelling uint16) {
	f.words = append(f.words, w)
	f.spellings = append(f.spellings, spelling)
	f.clauses[len(f.clauses)-1].to++
}

// between tells by what stands between two words whether they belong to the
// same clause and to the same sentence.
func between(gap string) word {
	switch {
	case gap == " " || gap == "":
		return joined | sameSentence
	case strings.ContainsAny(gap, sentenceEnds):
		return 0
	case strings.ContainsAny(gap, clauseEnds):
		return sameSentence
	}
	return joined | sameSentence
}

func oneLine(s string) string { return strings.ReplaceAll(s, "\n", " ") }
