package ocr

import (
	"strings"
	"unicode"

	"tracuu/internal/vietnamese"
)

const (
	fewWords    = 8   // a page with fewer tells nothing by them
	soundEnough = 0.5 // share of Vietnamese syllables among the words; a page read on its side has .1
)

// sound tells whether a text reads like Vietnamese, or has too few words to
// tell.
func sound(text string) bool {
	return len(words(text)) < fewWords || share(text) >= soundEnough
}

// share of the words that are Vietnamese syllables.
func share(text string) float64 {
	all := words(text)
	n := 0
	for _, w := range all {
		if vietnamese.IsSyllable(w) {
			n++
		}
	}
	return float64(n) / float64(max(len(all), 1))
}

func words(text string) []string {
	return strings.FieldsFunc(vietnamese.Clean(text), func(r rune) bool { return !unicode.IsLetter(r) })
}
