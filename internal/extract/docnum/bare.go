package docnum

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"tracuu/data"
	"tracuu/internal/model"
)

// counted is the nouns that a number counts, in lower case with diacritics:
// folded, "quý" would be the "quy" of "Nghị định 19 quy định".
var counted = sync.OnceValue(func() map[string]bool {
	nouns := map[string]bool{}
	rows, err := data.Table("counted.txt", 1)
	if err != nil {
		return nouns
	}
	for _, row := range rows {
		nouns[row[0]] = true
	}
	return nouns
})

// bare builds the match of a number without a symbol: Chỉ thị số 15, Nghị định
// 20/2019. It is refused where the digits count or measure something.
func (n number) bare(text string, lead typeWordBefore) (Match, bool) {
	leadingZero := text[n.start] == '0'
	switch {
	case lead.code == "" || len(n.no) > 5 || lead.listed || lead.broken && !lead.so:
		return Match{}, false
	case !lead.so && n.year == 0 && n.end-n.start == 1:
		return Match{}, false
	case !lead.so && !lead.capital && !leadingZero:
		return Match{}, false
	case lead.alone && (n.end == len(text) || text[n.end] == '\n'): // the number of a page
		return Match{}, false
	case n.followedByMore(text) || n.year == 0 && !lead.so && countsNoun(text, n.end):
		return Match{}, false
	}
	rule := RuleBare
	switch {
	case n.year != 0:
		rule = RuleYear
	case lead.so:
		rule = RuleBareSo
	}
	return Match{
		Number: model.DocNumber{Type: lead.code, No: n.no, Year: n.year},
		Start:  lead.start, End: n.end, At: n.start, Rule: rule, Confidence: confidence(rule),
	}, true
}

// followedByMore tells digits that go on as a decimal, a date, a share or a
// word.
func (n number) followedByMore(text string) bool {
	rest := text[n.end:]
	r, size := utf8.DecodeRuneInString(rest)
	if rest == "" {
		return false
	}
	if unicode.IsLetter(r) || r == '%' || r == '/' {
		return true
	}
	next, _ := utf8.DecodeRuneInString(rest[size:])
	return strings.ContainsRune(".,-–", r) && next >= '0' && next <= '9'
}

// countsNoun tells whether a counted noun of one or two words follows.
func countsNoun(text string, end int) bool {
	window := text[end:runeBorder(text, min(len(text), end+32))]
	fields := strings.FieldsFunc(strings.ToLower(window), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '%'
	})
	if len(fields) == 0 || !strings.HasPrefix(window, " ") {
		return false
	}
	nouns := counted()
	return nouns[fields[0]] || len(fields) > 1 && nouns[fields[0]+" "+fields[1]]
}
