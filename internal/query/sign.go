package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// sign is what a quotation mark or a parenthesis does at its place in a text.
type sign uint8

const (
	noSign   sign = iota // it is a letter of its word: R'lấp, KH-BCĐ(138)
	stray                // it has no partner, and parts words
	opening              // of a phrase
	closing              // of a phrase
	groupIn              // begins a group
	groupOut             // ends one
)

// maxDepth bounds the groups that stand in one another; deeper parentheses only
// part words.
const maxDepth = 32

// signs tells the sign at each byte of a text. Of a phrase, partner is where it
// ends.
type signs struct {
	at       map[int]sign
	partner  map[int]int
	unclosed string // the first sign that lacks its partner
}

// readSigns pairs quotation marks, and the parentheses outside of them.
func readSigns(text string) signs {
	s := signs{at: map[int]sign{}, partner: map[int]int{}}
	var open []int // parentheses that wait for their partners
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case isQuote(text, i, r):
			end := closingQuote(text, i+size, r)
			if end < 0 {
				s.lacks(i, text[i:i+size])
				break
			}
			s.at[i], s.at[end], s.partner[i] = opening, closing, end
			_, last := utf8.DecodeRuneInString(text[end:])
			size = end + last - i
		case r == '(':
			open = append(open, i)
		case r == ')':
			if len(open) == 0 {
				if s.at[i] = stray; !enumerates(text[:i]) {
					s.lacks(i, ")")
				}
				break
			}
			from := open[len(open)-1]
			open = open[:len(open)-1]
			s.pair(text, from, i, len(open))
		}
		i += size
	}
	for _, i := range open {
		s.lacks(i, "(")
	}
	return s
}

func (s *signs) lacks(i int, what string) {
	s.at[i] = stray
	if s.unclosed == "" {
		s.unclosed = what
	}
}

// enumerates tells the number or letter before a parenthesis in a list: "1)".
func enumerates(before string) bool {
	label := before[strings.LastIndexAny(before, " \n\t")+1:]
	return utf8.RuneCountInString(label) <= 2 && plainInside(label)
}

// pair tells what a pair of parentheses does: behind a letter it is a part of
// a number, where it can be one.
func (s *signs) pair(text string, from, to, depth int) {
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	switch {
	case wordRune(before):
		if !plainInside(text[from+1 : to]) {
			s.at[from], s.at[to] = stray, stray
		}
	case depth >= maxDepth:
		s.at[from], s.at[to] = stray, stray
	default:
		s.at[from], s.at[to] = groupIn, groupOut
	}
}

func plainInside(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return !wordRune(r) && r != '-' && r != '.' && r != '&' })
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// doubleQuotes are the marks that people type, open or close; what one begins,
// the next one of any kind ends.
const doubleQuotes = `"“”„‟«»〝〞〟`

const singleQuotes = "'‘’‚‛"

// isQuote tells a mark that may begin a phrase: a double one, and a single one
// at the beginning of a word.
func isQuote(text string, i int, r rune) bool {
	if strings.ContainsRune(doubleQuotes, r) {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	return strings.ContainsRune(singleQuotes, r) && (i == 0 || !wordRune(before))
}

// closingQuote finds the mark that ends a phrase, or -1.
func closingQuote(text string, i int, opened rune) int {
	if strings.ContainsRune(doubleQuotes, opened) {
		if at := strings.IndexAny(text[i:], doubleQuotes); at >= 0 {
			return i + at
		}
		return -1
	}
	for at, r := range text[i:] {
		if !strings.ContainsRune(singleQuotes, r) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:i+at])
		next, _ := utf8.DecodeRuneInString(text[i+at+utf8.RuneLen(r):])
		if at > 0 && !unicode.IsSpace(before) && !wordRune(next) {
			return i + at
		}
	}
	return -1
}
