package docnum

import (
	"strings"

	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// readList reads numbers that share the symbol of the last one: các Nghị quyết
// số 10, 11 và 12-NQ/TU; 18-, 19-NQ/TW. It returns nil when no symbol comes.
func readList(text string, first number, lead typeWordBefore) []Match {
	items := []number{first}
	for len(items) < maxListSize {
		at, ok := nextItem(text, items[len(items)-1].end)
		if !ok {
			return nil
		}
		n, ok := readNumber(text, at)
		if !ok || n.year != 0 && n.symbol.text == "" {
			return nil
		}
		items = append(items, n)
		if n.symbol.text != "" {
			return shareSymbol(items, lead)
		}
	}
	return nil
}

func shareSymbol(items []number, lead typeWordBefore) []Match {
	last := items[len(items)-1]
	typ := last.symbol.typ
	if typ == "" {
		typ = lead.code
	}
	matches := make([]Match, len(items))
	for i, n := range items {
		matches[i] = Match{
			Number: model.DocNumber{
				Type: typ, No: n.no, Year: last.year, Symbol: last.symbol.text,
				Canonical: Canonical(n.no, last.year, last.symbol.text),
			},
			Start: lead.start, End: last.end, At: n.start, Rule: RuleList, Confidence: confidence(RuleList),
		}
	}
	return matches
}

// nextItem steps from one number of a list to the digits of the next.
func nextItem(text string, end int) (int, bool) {
	window := text[end:runeBorder(text, min(len(text), end+24))]
	digit := nextDigit(window, 0)
	if digit <= 0 {
		return 0, false
	}
	between := strings.Join(strings.Fields(vietnamese.Fold(window[:digit])), " ")
	switch strings.TrimLeft(between, "-–") {
	case ",", "va", ", va", ";", "&", ", so", "va so", ",so":
		return end + digit, true
	}
	return 0, false
}
