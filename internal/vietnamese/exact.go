package vietnamese

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Exact returns a syllable in lower case with its accents, in one form however
// it was written: NFC or NFD, with the tone on either vowel (hoà, hòa), i or y
// where both are in use (kĩ, kỹ). It is for comparing only: decomposed, with
// the tone at the end.
func Exact(syllable string) string { return string(AppendExact(nil, syllable)) }

// AppendExact appends what Exact returns.
func AppendExact(dst []byte, syllable string) []byte {
	start := len(dst)
	dst = appendExact(dst, syllable)
	if usual, ok := twins[string(dst[start:])]; ok {
		return append(dst[:start], usual...)
	}
	return dst
}

// appendExact is AppendExact with i and y as they were written.
func appendExact(dst []byte, syllable string) []byte {
	start := len(dst)
	tone := ""
	for _, r := range syllable {
		switch {
		case r >= 'A' && r <= 'Z':
			dst = append(dst, byte(r)+'a'-'A')
		case r < utf8.RuneSelf:
			dst = append(dst, byte(r))
		default:
			l := letterOf(r)
			if l.base == "" {
				return appendForeign(dst[:start], syllable)
			}
			dst = append(dst, l.base...)
			if l.tone != "" {
				tone = l.tone
			}
		}
	}
	return append(dst, tone...)
}

// appendForeign is appendExact for letters that the tables do not have: marks
// that stand alone, letters that are not Vietnamese.
func appendForeign(dst []byte, syllable string) []byte {
	tone := ""
	for _, r := range norm.NFD.String(strings.ToLower(syllable)) {
		switch {
		case strings.ContainsRune(tones, r):
			tone = string(r)
		case r == 'ð':
			dst = append(dst, "đ"...)
		case !isInvisible(r):
			dst = utf8.AppendRune(dst, r)
		}
	}
	return append(dst, tone...)
}

// exactLetter is a letter as Exact writes it: in lower case and decomposed, its tone
// apart.
type exactLetter struct{ base, tone string }

// letterTables hold the letters of the Latin blocks. They are computed from the
// Unicode tables once and only read afterwards.
type letterTables struct {
	latin    [0x0250]exactLetter
	extended [0x0100]exactLetter
}

var letters = newLetterTables()

func newLetterTables() *letterTables {
	t := new(letterTables)
	of := func(r rune) exactLetter {
		var l exactLetter
		for _, d := range norm.NFD.String(strings.ToLower(string(r))) {
			switch {
			case strings.ContainsRune(tones, d):
				l.tone = string(d)
			case d == 'ð':
				l.base += "đ"
			case !isInvisible(d):
				l.base += string(d)
			}
		}
		return l
	}
	for r := rune(0x80); r < 0x0250; r++ {
		t.latin[r] = of(r)
	}
	for r := range rune(len(t.extended)) {
		t.extended[r] = of(0x1E00 + r)
	}
	return t
}

// letterOf is empty for what the tables do not have.
func letterOf(r rune) exactLetter {
	switch {
	case r < 0x0250:
		return letters.latin[r]
	case r >= 0x1E00 && r <= 0x1EFF:
		return letters.extended[r-0x1E00]
	}
	return exactLetter{}
}

// tones are the marks of huyền, sắc, ngã, hỏi and nặng.
const tones = "\u0300\u0301\u0303\u0309\u0323"

// twins maps the rarer spelling of a syllable to the usual one, decomposed.
// Only these: ti and ty, hi and hy, mi and my are often different words.
var twins = map[string]string{
	"ki\u0303": "ky\u0303", "ki\u0301": "ky\u0301", "ki\u0300": "ky\u0300", "li\u0301": "ly\u0301",
	"sy\u0303": "si\u0303", "ti\u0309": "ty\u0309", "mi\u0303": "my\u0303", "qui\u0301": "quy\u0301",
}

// healed returns the folded form of a syllable in its usual spelling.
func healed(folded, written string) string {
	switch folded {
	case "ki", "li", "sy", "ti", "mi", "qui":
	default:
		return folded
	}
	if _, ok := twins[string(appendExact(nil, written))]; !ok {
		return folded
	}
	switch folded {
	case "ki":
		return "ky"
	case "li":
		return "ly"
	case "sy":
		return "si"
	case "ti":
		return "ty"
	case "mi":
		return "my"
	}
	return "quy"
}
