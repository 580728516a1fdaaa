package query

import (
	"strings"
	"unicode/utf8"

	"tracuu/internal/vietnamese"
)

// operator is a word in capitals that joins or excludes. One that is also a
// Vietnamese word does neither beside words that stand in capitals themselves: a
// title.
type operator struct {
	kind       itemKind
	vietnamese bool
}

func operatorOf(word string) (operator, bool) {
	switch word {
	case "OR":
		return operator{kind: orItem}, true
	case "AND":
		return operator{kind: andItem}, true
	case "NOT":
		return operator{kind: notItem}, true
	case "HOẶC", "HOAC":
		return operator{orItem, true}, true
	case "VÀ":
		return operator{andItem, true}, true
	case "KHÔNG":
		return operator{notItem, true}, true
	}
	return operator{}, false
}

// inCapitals tells a syllable in capitals; abbreviations (UBND) are always so.
func inCapitals(word string) bool {
	return utf8.RuneCountInString(word) > 1 && word == strings.ToUpper(word) && vietnamese.IsSyllable(word)
}
