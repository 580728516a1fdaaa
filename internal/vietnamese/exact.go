package vietnamese

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Exact returns a syllable in lower case with its accents, in one form however
// it was written: NFC or NFD, with the tone on either vowel (hoà, hòa), i or y
// where both are in use (kĩ, kỹ). It is for comparing only: decomposed, with
// the tone at the end.
func Exact(syllable string) string {
	s := exactOf(syllable)
	if usual, ok := twins[s]; ok {
		return usual
	}
	return s
}

// exactOf is Exact with i and y as they were written.
func exactOf(syllable string) string {
	tone := ""
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(syllable)) {
		switch {
		case strings.ContainsRune(tones, r):
			tone = string(r)
		case r == 'ð':
			b.WriteRune('đ')
		case !isInvisible(r):
			b.WriteRune(r)
		}
	}
	return b.String() + tone
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
	if _, ok := twins[exactOf(written)]; !ok {
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
