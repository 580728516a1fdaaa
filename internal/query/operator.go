package query

import (
	"strings"
	"unicode/utf8"

	"tracuu/internal/vietnamese"
)

// operator is a word in capitals that joins or excludes. One that is also a
// Vietnamese word does not beside words that stand in capitals themselves, a
// title. "KHÔNG" is none: questions print it in capitals for emphasis ("Điều nào
// sau đây KHÔNG đúng").
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
	}
	return operator{}, false
}

// inCapitals tells a syllable in capitals; abbreviations (UBND) are always so.
func inCapitals(word string) bool {
	return utf8.RuneCountInString(word) > 1 && word == strings.ToUpper(word) && vietnamese.IsSyllable(word)
}
