package vietnamese

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// NFC returns the composed form of s.
func NFC(s string) string { return norm.NFC.String(s) }

// Clean returns s in the form that texts are stored in: NFC; invisible and
// control characters dropped; no-break and other odd blanks as a space; all
// line ends as \n. Tabs stay. Bytes that are not UTF-8 become U+FFFD.
func Clean(s string) string {
	if i := strings.IndexFunc(s, needsCleaning); i >= 0 {
		s = cleaned(s, i)
	}
	return norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
}

func needsCleaning(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r >= 0x7F && cleanRune(r) != r
}

// cleaned rewrites s from its first odd rune at i.
func cleaned(s string, i int) string {
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:i])
	for i < len(s) {
		r, w := decode(s, i)
		if r == '\r' && i+1 < len(s) && s[i+1] == '\n' {
			i += w
			continue
		}
		if r = cleanRune(r); r >= 0 {
			b.WriteRune(r)
		}
		i += w
	}
	return b.String()
}

// cleanRune returns what stands for r, negative when nothing does.
func cleanRune(r rune) rune {
	switch {
	case r == '\t', r == '\n':
		return r
	case r == '\r', r == '\v', r == '\f', r == 0x85, r == 0x2028, r == 0x2029:
		return '\n'
	case isInvisible(r), unicode.IsControl(r):
		return -1
	case unicode.IsSpace(r):
		return ' '
	}
	return r
}
