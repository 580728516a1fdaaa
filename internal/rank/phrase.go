package rank

import (
	"strings"
	"unicode/utf8"

	"tracuu/internal/vietnamese"
)

// quotes open and close a phrase, in any mixture.
const quotes = "\"“”„«»"

// maxPhrases bounds the phrases of a question.
const maxPhrases = 8

// phrase is what was typed in quotes: its words, and how each is written when
// the phrase was typed with accents.
type phrase struct {
	words     []word
	spellings []uint16
}

// maxBeside is how many words may stand beside phrases that must be there.
// In a longer question quotes quote, and do not command.
const maxBeside = 8

// readPhrases reads what stands in quotes. A quote that is not closed opens
// nothing.
func readPhrases(text string) []phrase {
	var found []phrase
	for len(found) < maxPhrases {
		open := strings.IndexAny(text, quotes)
		if open < 0 {
			break
		}
		_, w := utf8.DecodeRuneInString(text[open:])
		text = text[open+w:]
		end := strings.IndexAny(text, quotes)
		if end < 0 {
			break
		}
		if p := newPhrase(text[:end]); len(p.words) > 0 {
			found = append(found, p)
		}
		_, w = utf8.DecodeRuneInString(text[end:])
		text = text[end+w:]
	}
	return found
}

func newPhrase(text string) phrase {
	var p phrase
	accents := false
	for t := range vietnamese.Tokens(text) {
		if t.Kind == vietnamese.Compound {
			continue
		}
		spelling := spellingOf(text[t.Start:t.End], t.Text)
		p.words = append(p.words, keyOf(t.Text))
		p.spellings = append(p.spellings, spelling)
		accents = accents || spelling != 0
	}
	if !accents {
		p.spellings = nil
	}
	return p
}

// Exact reports whether the question has phrases in quotes.
func (q *Question) Exact() bool { return len(q.phrases) > 0 }

// HasPhrases reports whether the text holds every phrase of the question word
// for word within a sentence: with just its accents when it was typed with
// accents.
func (q *Question) HasPhrases(f *Forward) bool {
	for _, p := range q.phrases {
		if !p.in(f) {
			return false
		}
	}
	return true
}

func (p phrase) in(f *Forward) bool {
	for _, c := range f.clauses[f.implied:] {
		for i := int(c.from); i < int(c.to); i++ {
			if f.words[i].key() == p.words[0] && p.at(f, i, int(c.to)) {
				return true
			}
		}
	}
	return false
}

// at reports whether the phrase begins with the word at index i, before end.
func (p phrase) at(f *Forward, i, end int) bool {
	for n := range p.words {
		for i < end && f.words[i]&whole != 0 {
			i++
		}
		if i >= end || f.words[i].key() != p.words[n] || n > 0 && f.words[i]&sameSentence == 0 ||
			p.spellings != nil && f.spellings[i] != p.spellings[n] {
			return false
		}
		i++
	}
	return true
}
