package completion

import (
	"strings"
	"unicode/utf8"

	"tracuu/internal/vietnamese"
)

// Typed is a text that is being typed.
type Typed struct {
	// Key is compared: the last word is a beginning, unless a blank or a sign
	// stands behind it.
	Key string

	words    []word
	ended    bool // the last word is whole
	accented bool // some word has accents
}

// word is a syllable or number as it was typed.
type word struct{ folded, written string }

// Type reads what is being typed.
func Type(text string) Typed {
	t := Typed{Key: Key(text), words: wordsOf(text)}
	if t.Key == "" {
		return t
	}
	switch text[len(text)-1] {
	case ' ', ',', ';', '/', '-', ')', '"':
		t.ended = true
		t.Key += " "
	}
	for _, w := range t.words {
		t.accented = t.accented || len(w.written) > len(w.folded)
	}
	return t
}

func wordsOf(text string) []word {
	var words []word
	for t := range vietnamese.Tokens(text) {
		if t.Kind != vietnamese.Compound {
			words = append(words, word{t.Text, text[t.Start:t.End]})
		}
	}
	return words
}

// begins tells whether the words of a label that start at from are those typed.
func (t Typed) begins(label []vietnamese.Token, from int) bool {
	if from+len(t.words) > len(label) {
		return false
	}
	last := len(t.words) - 1
	for i, w := range t.words {
		same := label[from+i].Text == w.folded
		if i == last && !t.ended {
			same = strings.HasPrefix(label[from+i].Text, w.folded)
		}
		if !same {
			return false
		}
	}
	return true
}

// tokens are the words of a label without compounds.
func tokens(label string) []vietnamese.Token {
	var out []vietnamese.Token
	for t := range vietnamese.Tokens(label) {
		if t.Kind != vietnamese.Compound {
			out = append(out, t)
		}
	}
	return out
}

// agrees tells whether a label has the typed words somewhere with the accents
// that were typed. Words typed without accents may have any.
func (t Typed) agrees(label string) bool {
	words := tokens(label)
	for from := range words {
		if t.begins(words, from) && t.accentsAt(label, words[from:]) {
			return true
		}
	}
	return false
}

func (t Typed) accentsAt(label string, words []vietnamese.Token) bool {
	for i, w := range t.words {
		if len(w.written) == len(w.folded) {
			continue
		}
		stands := label[words[i].Start:words[i].End]
		if i < len(t.words)-1 || t.ended {
			if vietnamese.Exact(stands) != vietnamese.Exact(w.written) {
				return false
			}
			continue
		}
		typed, tone := cutTone(vietnamese.Exact(w.written))
		letters, its := cutTone(vietnamese.Exact(stands))
		if !strings.HasPrefix(letters, typed) || tone != 0 && tone != its {
			return false
		}
	}
	return true
}

// cutTone parts an exact syllable from its tone, 0 when it has none.
func cutTone(exact string) (string, rune) {
	last, size := utf8.DecodeLastRuneInString(exact)
	switch last {
	case '\u0300', '\u0301', '\u0303', '\u0309', '\u0323':
		return exact[:len(exact)-size], last
	}
	return exact, 0
}

// As returns the same typed text compared by another key; accents do not count.
func (t Typed) As(key string) Typed {
	t.Key, t.accented = key, false
	return t
}
