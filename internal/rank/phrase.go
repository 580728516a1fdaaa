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

// phrase is what was typed in quotes: its folded words, and how each is
// written when the phrase was typed with accents.
type phrase struct{ words, exact []string }

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
		exact := vietnamese.Exact(text[t.Start:t.End])
		p.words = append(p.words, t.Text)
		p.exact = append(p.exact, exact)
		accents = accents || exact != t.Text
	}
	if !accents {
		p.exact = nil
	}
	return p
}

// Exact reports whether the question has phrases in quotes.
func (q *Question) Exact() bool { return len(q.phrases) > 0 }

// HasPhrases reports whether title or body hold every phrase of the question
// word for word: with just its accents when it was typed with accents.
func (q *Question) HasPhrases(t Text) bool {
	for _, p := range q.phrases {
		if !p.in(t.Title) && !p.in(t.Body) {
			return false
		}
	}
	return true
}

// in looks for the words one after the other within a sentence.
func (p phrase) in(text string) bool {
	var recent []vietnamese.Token // the last words of the sentence, as many as the phrase has
	last := 0
	for t := range vietnamese.Tokens(text) {
		if t.Kind == vietnamese.Compound {
			continue
		}
		if len(recent) > 0 && strings.ContainsAny(text[last:t.Start], sentenceEnds) {
			recent = recent[:0]
		}
		last = t.End
		if recent = append(recent, t); len(recent) > len(p.words) {
			recent = append(recent[:0], recent[1:]...)
		}
		if t.Text == p.words[len(p.words)-1] && len(recent) == len(p.words) && p.is(text, recent) {
			return true
		}
	}
	return false
}

func (p phrase) is(text string, words []vietnamese.Token) bool {
	for i, w := range words {
		if w.Text != p.words[i] || p.exact != nil && vietnamese.Exact(text[w.Start:w.End]) != p.exact[i] {
			return false
		}
	}
	return true
}
