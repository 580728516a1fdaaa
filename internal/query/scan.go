package query

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tracuu/internal/vietnamese"
)

// token is a run of letters or a run of digits.
type token struct {
	text       string // folded
	word       string // as typed
	start, end int    // in the text
	digits     bool
	sep        byte // before it: 0 glued, ' ' blank, '/', '-', or '.' for any other sign
	used       bool // understood as a part of the number, a date or a year
	role       ChipKind
}

// tight tells that the token is tied to the one before it.
func (t token) tight() bool { return t.sep == 0 || t.sep == '/' || t.sep == '-' }

// scan cuts a text into tokens. Letters and digits that are glued are cut
// apart, but for the parts of symbols that end in digits (HĐND8, QH14).
func scan(text string) []token {
	folded := vietnamese.FoldOffsets(text)
	s := folded.Text
	var tokens []token
	sep := byte(' ')
	for i := 0; i < len(s); {
		end := wordEnd(s, i)
		if end == i {
			r, size := utf8.DecodeRuneInString(s[i:])
			sep = stronger(sep, r)
			i += size
			continue
		}
		for _, cut := range cutWord(s[i:end], end < len(s) && (s[end] == '/' || s[end] == '-')) {
			start, stop := folded.Original(i+cut.start, i+cut.end)
			tokens = append(tokens, token{text: cut.text, word: text[start:stop], start: start, end: stop, digits: isDigits(cut.text), sep: sep})
			sep = 0
		}
		sep, i = 0, end
	}
	return tokens
}

// stronger tells which of the signs between two tokens counts: a slash before
// a dash before another sign before a blank.
func stronger(sep byte, r rune) byte {
	rank := func(b byte) int { return strings.IndexByte("\x00 .-/", b) }
	found := byte('.')
	switch {
	case r == '/' || r == '\\' || r == '⁄' || r == '∕':
		found = '/'
	case unicode.Is(unicode.Pd, r) || r == '_' || r == '−':
		found = '-'
	case unicode.IsSpace(r):
		found = ' '
	}
	if rank(found) > rank(sep) {
		return found
	}
	return sep
}

func wordEnd(s string, i int) int {
	for at, r := range s[i:] {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && (r < '0' || r > '9') {
			return i + at
		}
	}
	return len(s)
}

// piece is a part of a word, with its place in it.
type piece struct {
	text       string
	start, end int
}

// cutWord cuts a word of letters and digits, tied tells that
// a slash or a hyphen follows. A word of digits and the letters
// that are taken for digits (O, l, I) is one number.
func cutWord(w string, tied bool) []piece {
	if number, ok := ofDigits(w, tied); ok {
		return []piece{{number, 0, len(w)}}
	}
	var pieces []piece
	for start := 0; start < len(w); {
		end := start + 1
		for end < len(w) && isDigit(w[end]) == isDigit(w[start]) {
			end++
		}
		pieces = append(pieces, piece{w[start:end], start, end})
		start = end
	}
	return joinTerms(pieces)
}

// digitLetters are the letters that scans and hasty fingers put for digits.
// S, B and Z are other things too, so they must stand between digits, or S and Z
// after two or before a slash or a hyphen.
var digitLetters = strings.NewReplacer("o", "0", "l", "1", "i", "1", "s", "5", "b", "8", "z", "2")

// ofDigits reads a word of digits and such letters as a number.
func ofDigits(w string, tied bool) (string, bool) {
	switch {
	case !strings.ContainsAny(w, "0123456789"):
		return "", false
	case strings.Trim(w, "0123456789oli") == "":
		return digitLetters.Replace(w), true
	}
	inner := strings.TrimRight(w, "sz")
	if strings.Trim(w, "0123456789olisbz") != "" || !isDigit(w[0]) || !isDigit(inner[len(inner)-1]) || len(inner) < len(w)-1 || len(inner) < 2 && !tied {
		return "", false
	}
	return digitLetters.Replace(w), true
}

// joinTerms puts the digits back that end a part of a symbol.
func joinTerms(pieces []piece) []piece {
	out := pieces[:0]
	for _, p := range pieces {
		year := len(p.text) == 4 && isYear(token{text: p.text, digits: isDigits(p.text)}) // 39TBUBND2019
		if n := len(out); n > 0 && isDigits(p.text) && !year && endsInPart(out[n-1].text) {
			out[n-1].text += p.text
			out[n-1].end = p.end
			continue
		}
		out = append(out, p)
	}
	return out
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
