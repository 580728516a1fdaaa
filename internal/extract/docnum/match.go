package docnum

import "tracuu/internal/model"

// Match is one number found in a text. Text[Start:End] covers the type word
// and the number; numbers of one list share it. At is where the number itself
// begins.
type Match struct {
	Number     model.DocNumber
	Start, End int
	At         int
	Rule       string
	Confidence float64
}

// The rules of the grammar and how far each can be trusted: the share of right
// ones among those that it gave on labelled pages, rounded down.
const (
	RuleFull    = "docnum.full"    // type word and symbol
	RuleSymbol  = "docnum.symbol"  // symbol without a type word
	RuleList    = "docnum.list"    // symbol shared by a list
	RuleYear    = "docnum.year"    // type word, number and year, no symbol
	RuleBareSo  = "docnum.bare-so" // type word, "số", number
	RuleBare    = "docnum.bare"    // type word, number
	maxListSize = 30
)

func confidence(rule string) float64 {
	switch rule {
	case RuleFull:
		return 0.99
	case RuleList, RuleYear, RuleSymbol:
		return 0.95
	case RuleBareSo:
		return 0.9
	default:
		return 0.8
	}
}
