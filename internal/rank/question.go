package rank

import (
	"math"
	"strings"

	"tracuu/internal/vietnamese"
)

// Bounds of a question: what is beyond them is not looked at.
const (
	maxQuestion = 64 << 10 // bytes
	maxSequence = 256      // syllables and numbers in a row
)

// none stands for a word that was not asked for, and in a question's sequence
// for the end of a clause.
const none = -1

// Question is what was typed, as its words, neighbouring pairs and compounds,
// each with its weight. Set the weights with Weigh before reading texts. It is
// only read afterwards.
type Question struct {
	text     string
	folded   string // words joined by blanks, with a blank at both ends
	words    map[string]int32
	forms    []Form   // other forms of its words
	ends     [][]form // the forms by their last syllable
	table    table    // finds words and ends
	terms    []string // of the words, then of the pairs
	sequence []int32  // words in order; none between clauses
	pairs    map[pair]int32
	follows  []int32 // the same as a square of the words, for reading
	units    []int32 // terms: compounds, and the words beside them
	article  string  // "12" when Điều 12 is asked for
	phrases  []phrase
	rules    *Ranker

	marks     asked     // what to mark in a snippet
	idf       []float64 // of the terms
	allWords  float64   // sum over the words
	allPairs  float64
	allUnits  float64
	unknown   float64 // idf of a word that was not asked for
	wordCount int
}

// pair is two words that follow each other.
type pair struct{ first, second int32 }

// Ask reads a question.
func (r *Ranker) Ask(text string) *Question {
	if len(text) > maxQuestion {
		text = strings.ToValidUTF8(text[:maxQuestion], "")
	}
	text = r.asking.blank(text)
	q := &Question{text: text, words: make(map[string]int32), pairs: make(map[pair]int32), rules: r}
	q.readWords()
	q.readForms()
	q.wordCount = len(q.terms)
	q.readPairs()
	q.readUnits()
	q.prepare()
	q.article = askedArticle(text)
	q.phrases = readPhrases(text)
	inside := 0
	for _, p := range q.phrases {
		inside += len(p.words)
	}
	if len(q.sequence)-inside > maxBeside {
		q.phrases = nil
	}
	var forms []string
	for _, f := range q.Forms() {
		forms = append(forms, f.As)
	}
	q.marks = newAsked(text, forms...)
	return q
}

// readWords fills words and sequence. Short forms are read as what they stand
// for.
func (q *Question) readWords() {
	last := 0
	folded := []byte(" ")
	spellings := make(map[int32]uint16)
	for t := range vietnamese.Tokens(q.text) {
		if t.Kind == vietnamese.Compound {
			q.number(t.Text)
			continue
		}
		if len(q.sequence) > 0 && strings.ContainsAny(q.text[last:t.Start], clauseEnds) {
			q.sequence = append(q.sequence, none)
		}
		last = t.End
		words := []string{t.Text}
		if full := q.rules.short.full[t.Text]; len(full) > 0 {
			words = strings.Fields(full[0])
		}
		for _, w := range words {
			folded = append(append(folded, w...), ' ')
			n := q.number(w)
			if n == none {
				continue
			}
			q.sequence = append(q.sequence, n)
			spelling := spellingOf(q.text[t.Start:t.End], t.Text)
			if other, known := spellings[n]; known && other != spelling || w != t.Text {
				spelling = 0 // two words that differ by their accents; a word of a short form
			}
			spellings[n] = spelling
		}
		if len(q.sequence) >= maxSequence {
			break
		}
	}
	q.folded = string(folded)
	for n, spelling := range spellings {
		q.table.at(keyOf(q.terms[n])).spelling = spelling
	}
}

// number gives a word its number, none when there is no room for it.
func (q *Question) number(word string) int32 {
	if n, known := q.words[word]; known {
		return n
	}
	if len(q.words) == maxTerms || len(word) > maxWord {
		return none
	}
	n := int32(len(q.words))
	q.words[word] = n
	q.table.put(keyOf(word)).term = int16(n)
	q.terms = append(q.terms, word)
	return n
}

// Text is the question for an engine: with quotes only where they mean phrases.
func (q *Question) Text() string {
	if q.Exact() {
		return q.text
	}
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(quotes, r) {
			return '\n'
		}
		return r
	}, q.text)
}

// sentenceEnds are the bytes that no phrase reaches over; clauseEnds those that
// no pair does.
const (
	sentenceEnds = ".;:!?\n\""
	clauseEnds   = "," + sentenceEnds
)

// maxWord bounds a word in folded bytes.
const maxWord = 64

func (q *Question) readPairs() {
	for i := 1; i < len(q.sequence); i++ {
		p := pair{q.sequence[i-1], q.sequence[i]}
		if p.first == none || p.second == none {
			continue
		}
		if _, known := q.pairs[p]; known {
			continue
		}
		q.pairs[p] = int32(len(q.terms))
		q.terms = append(q.terms, q.terms[p.first]+" "+q.terms[p.second])
	}
}

// prepare lays out what reading asks for at every word.
func (q *Question) prepare() {
	q.follows = make([]int32, q.wordCount*q.wordCount)
	for i := range q.follows {
		q.follows[i] = none
	}
	for p, t := range q.pairs {
		q.follows[int(p.first)*q.wordCount+int(p.second)] = t
	}
}

// readUnits cuts the sequence into compounds and single words, so that the
// compounds hold together as well as they can.
func (q *Question) readUnits() {
	seen := make(map[int32]bool)
	add := func(term int32) {
		if !seen[term] {
			seen[term] = true
			q.units = append(q.units, term)
		}
	}
	for at, width := range q.rules.compounds.cut(len(q.sequence), func(i int) string {
		p := pair{q.sequence[i], q.sequence[i+1]}
		if p.first == none || p.second == none {
			return ""
		}
		return q.terms[q.pairs[p]]
	}) {
		switch first := q.sequence[at]; {
		case width == 2:
			add(q.pairs[pair{first, q.sequence[at+1]}])
		case first != none:
			add(first)
		}
	}
}

// pair returns the term of two words that follow each other in the question,
// none when they do not.
func (q *Question) pair(first, second int32) int32 {
	return q.follows[int(first)*q.wordCount+int(second)]
}

// Terms are the folded words and pairs whose frequencies Weigh wants.
func (q *Question) Terms() []string { return q.terms }

// Weigh sets the weight of each term by how many of the records hold it.
func (q *Question) Weigh(records uint64, with []uint64) {
	idf := func(n uint64) float64 { return 1 + math.Log(float64(records+1)/float64(n+1)) }
	q.idf = make([]float64, len(q.terms))
	for i := range q.terms {
		q.idf[i] = idf(with[i])
		if i < q.wordCount {
			q.allWords += q.idf[i]
		} else {
			q.allPairs += q.idf[i]
		}
	}
	for _, u := range q.units {
		q.allUnits += q.idf[u]
	}
	q.unknown = idf(records / 100)
}
