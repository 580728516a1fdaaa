package docnum

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"tracuu/internal/model"
)

// Find lists the document numbers in a text, in reading order.
func Find(text string) []Match {
	var found []Match
	for pos := 0; pos < len(text); {
		i := nextDigit(text, pos)
		if i < 0 {
			break
		}
		matches, end := at(text, i)
		found = append(found, matches...)
		pos = max(end, endOfDigits(text, i))
	}
	return found
}

// at reads what the digits at i begin: a number, a list of numbers, or nothing.
func at(text string, i int) ([]Match, int) {
	if insideWord(text, i) {
		return nil, i
	}
	n, ok := readNumber(text, i)
	if !ok {
		return nil, i
	}
	lead := typeBefore(text, i)
	if n.symbol.text != "" && !n.symbol.opens && lead.code == "" {
		return nil, i // a licence, a file number: Giấy phép số 16/GPTTĐT-STTTT
	}
	if n.symbol.text != "" {
		return []Match{n.match(text, lead)}, n.end
	}
	if lead.code == "" && !lead.so {
		return nil, i
	}
	if list := readList(text, n, lead); list != nil {
		return list, list[0].End
	}
	if m, ok := n.bare(text, lead); ok {
		return []Match{m}, n.end
	}
	return nil, i
}

// number is digits, perhaps with a letter, a year and a symbol.
type number struct {
	no         string
	year       int
	symbol     symbol
	start, end int
}

const maxDigits = 6

// readNumber reads the number whose digits begin at i.
func readNumber(text string, i int) (number, bool) {
	end := endOfDigits(text, i)
	if end-i > maxDigits {
		return number{}, false
	}
	n := number{no: strings.TrimLeft(text[i:end], "0"), start: i, end: end}
	if n.no == "" {
		return number{}, false
	}
	if letter, next := numberLetter(text, end); letter != "" {
		n.no, n.end = n.no+letter, next
	}
	if year, next := readYear(text, n.end); year != 0 {
		n.year, n.end = year, next
	}
	n.readSymbol(text)
	return n, true
}

// numberLetter reads the small letter of a number as 1a, which a separator or
// a blank must follow.
func numberLetter(text string, end int) (string, int) {
	if end+1 < len(text) && text[end] >= 'a' && text[end] <= 'h' && strings.IndexByte("/- ", text[end+1]) >= 0 {
		return text[end : end+1], end + 1
	}
	return "", end
}

// readYear reads "/2020" behind a number.
func readYear(text string, pos int) (int, int) {
	sep, at := readSeparator(text, pos, true)
	end := endOfDigits(text, at)
	if sep != '/' || end-at != 4 {
		return 0, pos
	}
	year, err := strconv.Atoi(text[at:end])
	if err != nil || year < 1945 || year > 2100 {
		return 0, pos
	}
	return year, end
}

// readSymbol tries the separators that may stand between number and symbol.
func (n *number) readSymbol(text string) {
	lead, at := readSeparator(text, n.end, true)
	if lead == 0 {
		at = skipGap(text, n.end)
	}
	s, ok := readSymbol(text, at, lead)
	if !ok || continuesWord(text, s.end) {
		return
	}
	if n.year != 0 && !strings.ContainsAny(s.text, "-/") && !hasTerm(s.text) {
		return
	}
	s.text = s.ordered(lead, n.year)
	n.symbol, n.end = s, s.end
}

// hasTerm tells the symbols that end in a term of the Quốc hội: QH14.
func hasTerm(s string) bool { return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9' }

// ordered puts the separators in official order: a dash behind the type code
// of administration, a slash behind that of the party.
func (s symbol) ordered(lead byte, year int) string {
	if s.typ == "" || len(s.text) <= len(s.typ) {
		return s.text
	}
	rest := s.text[len(s.typ)+1:]
	if lead == '/' || year != 0 || lead == 0 && !s.hasParty {
		return s.typ + "-" + strings.ReplaceAll(rest, "/", "-")
	}
	return s.typ + "/" + rest
}

// match builds the match of a number that has a symbol.
func (n number) match(text string, lead typeWordBefore) Match {
	m := Match{Start: lead.start, End: n.end, At: n.start, Rule: RuleFull}
	typ := n.symbol.typ
	if typ == "" {
		typ = lead.code
	}
	if typ == "" && hasTerm(n.symbol.text) {
		typ, m.Start = lawBefore(text, n.start, m.Start)
	}
	if lead.code == "" {
		m.Rule = RuleSymbol
	}
	if typ == "" {
		typ = "CV" // công văn alone carry no type code
	}
	m.Number = model.DocNumber{Type: typ, No: n.no, Year: n.year, Symbol: n.symbol.text}
	m.Number.Canonical = Canonical(n.no, n.year, n.symbol.text)
	m.Confidence = confidence(m.Rule)
	return m
}

// nextDigit returns the next ASCII digit at or after pos, or -1.
func nextDigit(text string, pos int) int {
	for ; pos < len(text); pos++ {
		if text[pos] >= '0' && text[pos] <= '9' {
			return pos
		}
	}
	return -1
}

func endOfDigits(text string, i int) int {
	for i < len(text) && text[i] >= '0' && text[i] <= '9' {
		i++
	}
	return i
}

// insideWord tells digits that a letter, a decimal point or a slash ties to
// what stands before them: they begin no number.
func insideWord(text string, i int) bool {
	r, size := utf8.DecodeLastRuneInString(text[:i])
	if unicode.IsLetter(r) || unicode.IsMark(r) {
		return true
	}
	if strings.ContainsRune(".,/-", r) {
		before, _ := utf8.DecodeLastRuneInString(text[:i-size])
		return before >= '0' && before <= '9'
	}
	return false
}

func continuesWord(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return i < len(text) && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
