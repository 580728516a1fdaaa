package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tracuu/internal/vietnamese"
)

// tidy cleans a line: Unicode, NFC, no invisible characters, single blanks.
func tidy(s string) string {
	if s = strings.TrimSpace(s); isTidy(s) {
		return s
	}
	return strings.Join(strings.Fields(vietnamese.Clean(vietnamese.Modern(s))), " ")
}

// isTidy tells a line that has nothing to clean: ASCII and single blanks.
func isTidy(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= 0x7F || s[i] == ' ' && s[i-1] == ' ' {
			return false
		}
	}
	return true
}

// glued tells whether words of two elements would run into one: an acronym or
// a number ends (NĐ-CP, 2009), and a word of small letters, a number or a bracket
// begins. A single capital is a drop cap.
func glued(left, right string) bool {
	a, size := utf8.DecodeLastRuneInString(left)
	before, _ := utf8.DecodeLastRuneInString(left[:len(left)-size])
	b, width := utf8.DecodeRuneInString(right)
	switch {
	case b == '(':
		return unicode.IsLetter(a) || unicode.IsDigit(a)
	case unicode.IsUpper(a) && unicode.IsUpper(before):
		return unicode.IsLower(b)
	case unicode.IsDigit(a) && unicode.IsDigit(before):
		next, _ := utf8.DecodeRuneInString(right[width:])
		return unicode.IsLetter(b) && unicode.IsLetter(next)
	case unicode.IsLower(a) && unicode.IsLower(before):
		return unicode.IsDigit(b)
	}
	return false
}
