package query

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// excludes tells whether the hyphen at i leaves out what follows: it begins a
// word, and neither ties a number together nor opens an item of a list.
func (x *lexer) excludes(i int) bool {
	if i > 0 {
		before, size := utf8.DecodeLastRuneInString(x.text[:i])
		if !unicode.IsSpace(before) && x.signs.at[i-size] == noSign && before != '|' && before != ':' {
			return false
		}
	}
	switch x.signs.at[i+1] {
	case opening, groupIn:
		return true
	case noSign:
	default:
		return false
	}
	next, _ := utf8.DecodeRuneInString(x.text[i+1:])
	if !wordRune(next) {
		return false
	}
	word := x.text[i+1 : x.wordEnd(i+1)]
	return strings.Contains(word, ":") || !x.bullet(i) && !tiesNumber(x.lastWord(), word)
}

// bullet tells a hyphen that opens a text, before a word like a sentence's first:
// "-Kế hoạch số 52".
func (x *lexer) bullet(i int) bool {
	if strings.TrimSpace(x.text[:i]) != "" {
		return false
	}
	first, size := utf8.DecodeRuneInString(x.text[i+1:])
	second, _ := utf8.DecodeRuneInString(x.text[i+1+size:])
	return unicode.IsUpper(first) && unicode.IsLower(second)
}

// tiesNumber tells a hyphen with a blank before it inside a number or a period:
// 52/KH -UBND, 68 -KH/HU, 2021 -2025, covid -19.
func tiesNumber(before, after string) bool {
	left, right := scan(before), scan(after)
	if len(left) == 0 || len(right) == 0 {
		return false
	}
	last, first := left[len(left)-1], right[0]
	inSymbol := isCode(last.text) || isPart(last.text)
	switch {
	case first.digits:
		return true
	case isCode(first.text), isPart(first.text):
		return last.digits || inSymbol
	}
	return inSymbol && isAbbreviation(first.text)
}
