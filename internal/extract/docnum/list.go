package docnum

import (
	"strconv"
	"strings"

	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// link is how a number of a list is joined to the one before it.
type link int

const (
	noLink  link = iota
	andLink      // a comma, "và"
	toLink       // "đến": the numbers between belong to the list
)

// readList reads numbers that share what only the last or the first prints: các
// Nghị quyết số 10, 11 và 12-NQ/TU; 18-, 19-NQ/TW; số 10 đến 15/QĐ-UBND; các
// Chỉ thị số 15, 48 của Ban Thường vụ Tỉnh ủy. It returns where the list ends,
// or how far it looked for one in vain.
func readList(text string, first number, lead typeWordBefore) ([]Match, int) {
	items, links := []number{first}, []link{noLink}
	for len(items) < maxListSize {
		at, l := nextItem(text, items[len(items)-1].end)
		if l == noLink {
			break
		}
		n, ok := readNumber(text, at)
		if !ok || n.year != 0 && n.symbol.text == "" {
			break
		}
		items, links = append(items, n), append(links, l)
		if n.symbol.text != "" {
			return shareSymbol(text, fillRanges(items, links), lead), n.end
		}
	}
	if list := bareList(text, items, links, lead); list != nil {
		return list, list[0].End
	}
	return nil, items[len(items)-1].end
}

// shareSymbol gives every item the symbol of the last; the name of a law is
// looked for before the first.
func shareSymbol(text string, items []number, lead typeWordBefore) []Match {
	last := items[len(items)-1]
	last.start = items[0].start
	matches := make([]Match, len(items))
	for i, n := range items {
		m := last.match(text, lead)
		m.Number.No = n.no
		last.no = n.no
		m.Number.Canonical = last.canonical()
		m.At, m.Rule, m.Confidence = n.start, RuleList, confidence(RuleList)
		matches[i] = m
	}
	return matches
}

// fillRanges puts the numbers between the ends of "10 đến 15" into the list; a
// range that is too long or runs backwards stays as its two ends.
func fillRanges(items []number, links []link) []number {
	filled := items[:1:1]
	for i := 1; i < len(items); i++ {
		from, errFrom := strconv.Atoi(items[i-1].no)
		to, errTo := strconv.Atoi(items[i].no)
		if links[i] == toLink && errFrom == nil && errTo == nil && to-from < maxListSize {
			for no := from + 1; no < to; no++ {
				between := items[i-1]
				between.no = strconv.Itoa(no)
				filled = append(filled, between)
			}
		}
		filled = append(filled, items[i])
	}
	return filled
}

// bareList reads a list of which no number has a symbol. "các" before the type
// or "của" behind the last number must tell that it is one.
func bareList(text string, items []number, links []link, lead typeWordBefore) []Match {
	for len(items) > 1 && (links[len(items)-1] == toLink || len(items[len(items)-1].no) > 4) {
		items = items[:len(items)-1]
	}
	if len(items) < 2 || !lead.so || lead.code == "" {
		return nil
	}
	last := items[len(items)-1]
	if !plural(text, lead.start) && !strings.HasPrefix(text[last.end:], " của ") {
		return nil
	}
	if _, ok := last.bare(text, lead); !ok {
		return nil
	}
	matches := make([]Match, len(items))
	for i, n := range items {
		matches[i] = Match{
			Number: model.DocNumber{Type: lead.code, No: n.no, Year: n.year},
			Start:  lead.start, End: last.end, At: n.start, Rule: RuleBareSo, Confidence: confidence(RuleBareSo),
		}
	}
	return matches
}

// plural tells "các" or "những" before the type word.
func plural(text string, start int) bool {
	head := strings.ToLower(strings.TrimRight(text[runeBorder(text, start-16):start], " "))
	return strings.HasSuffix(head, "các") || strings.HasSuffix(head, "những")
}

// itemLinks are the words between two items of a list, folded, without dashes
// before them.
var itemLinks = map[string]link{
	",": andLink, "va": andLink, ", va": andLink, ";": andLink, "; va": andLink, "&": andLink,
	", so": andLink, "va so": andLink, ",so": andLink, ", va so": andLink, "; so": andLink, "; va so": andLink,
	"den": toLink, "den so": toLink,
}

const itemWindow = 24 // bytes that hold the words between two items

// nextItem steps from one number of a list to the digits of the next.
func nextItem(text string, end int) (int, link) {
	window := text[end:runeBorder(text, min(len(text), end+itemWindow))]
	digit := nextDigit(window, 0)
	if digit <= 0 {
		return 0, noLink
	}
	between := strings.Join(strings.Fields(vietnamese.Fold(window[:digit])), " ")
	return end + digit, itemLinks[strings.TrimLeft(between, "-– ")]
}
