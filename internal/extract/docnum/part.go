package docnum

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// readPart reads letters and digits that begin with a letter.
func readPart(text string, pos int) (string, int) {
	end, letters := pos, 0
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !unicode.IsLetter(r) && (end == pos || r < '0' || r > '9') && (r != '&' || end == pos) {
			break
		}
		if letters++; letters > maxPart {
			return "", pos
		}
		end += size
	}
	return officialLetters(text[pos:end]), end
}

// lookAlikes are letters that print like those of symbols: the Icelandic Ð, the
// African Ɖ, and the Cyrillic capitals that some keyboards mix in.
var lookAlikes = strings.NewReplacer("Ð", "Đ", "Ɖ", "Đ", "ð", "đ", "ɖ", "đ",
	"А", "A", "В", "B", "С", "C", "Е", "E", "Н", "H", "К", "K", "М", "M", "О", "O", "Р", "P", "Т", "T", "Х", "X")

// officialLetters gives look-alikes their Vietnamese letter.
func officialLetters(s string) string { return lookAlikes.Replace(s) }

// looksOfficial accepts an unknown part: two capitals or more, and no more
// small letters than capitals.
func looksOfficial(s string) bool {
	upper, lower := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	return upper >= 2 && lower <= upper || upper == 1 && lower == 0 && len(s) <= 2
}

// isCodedUnit accepts the code of a unit of the police or the army behind a
// symbol: KH-BCA-V01, CV-C06, TB-PC06.
func isCodedUnit(s string) bool {
	const letters, digits = 3, 3
	stem := strings.TrimRight(s, "0123456789")
	n := len(s) - len(stem)
	return n >= 2 && n <= digits && stem != "" && len(stem) <= letters && strings.Trim(stem, "ABCDEGHKLPQSTVX") == ""
}

// isSmallUnit accepts an unknown unit behind a symbol in small letters:
// 17/ubnd-vx.
func isSmallUnit(s string) bool {
	const longest = 4
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return len(s) >= 2 && len(s) <= longest
}

// readSeparator reads one separator and the blanks around it (when gaps are
// allowed); it returns '/' or '-', or 0 when none stands there.
func readSeparator(text string, pos int, gaps bool) (byte, int) {
	at := pos
	if gaps {
		at = skipGap(text, pos)
	}
	r, size := utf8.DecodeRuneInString(text[at:])
	var sep byte
	switch {
	case r == '/' || r == '∕' || r == '⁄':
		sep = '/'
	case isDash(r) || r == '_':
		sep = '-'
	default:
		return 0, pos
	}
	at += size
	if gaps {
		at = skipGap(text, at)
	}
	return sep, at
}

func isDash(r rune) bool {
	return r == '-' || r >= '\u2010' && r <= '\u2015' || r == '\u2212'
}

// skipGap steps over at most maxGap blanks or line breaks.
func skipGap(text string, pos int) int {
	for n := 0; n < maxGap && pos < len(text) && isBlank(text[pos]); n++ {
		pos++
	}
	return pos
}

func isBlank(b byte) bool { return b == ' ' || b == '\n' || b == '\t' }
