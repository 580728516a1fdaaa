// Package filetext measures the reading of files: words and characters
// against a text that is known. It is pure.
package filetext

import (
	"strings"
	"unicode"

	"tracuu/internal/vietnamese"
)

// WordF1 compares texts as bags of words.
func WordF1(want, got string) float64 {
	a, na := bag(want)
	b, nb := bag(got)
	same := 0
	for w, n := range a {
		same += min(n, b[w])
	}
	return 2 * float64(same) / float64(max(na+nb, 1))
}

func bag(s string) (map[string]int, int) {
	words := strings.FieldsFunc(vietnamese.Clean(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	counts := map[string]int{}
	for _, w := range words {
		counts[w]++
	}
	return counts, len(words)
}

// CharacterErrors is the share of the characters of a known text that must be
// put in, taken out or changed to get it from what was read. White space of
// any kind and length counts as one blank.
func CharacterErrors(want, got string) float64 {
	a, b := characters(want), characters(got)
	if len(a) == 0 {
		return 0
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		before := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := before
			if a[i-1] != b[j-1] {
				cost++
			}
			before = row[j]
			row[j] = min(cost, row[j]+1, row[j-1]+1)
		}
	}
	return float64(row[len(b)]) / float64(len(a))
}

func characters(s string) []rune {
	return []rune(strings.Join(strings.Fields(vietnamese.Clean(s)), " "))
}
