package docnum

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tracuu/internal/model"
)

// Find lists the document numbers in a text, in reading order.
func Find(text string) []Match {
	var found []Match
	f := finder{text: text}
	for pos := 0; pos < len(text); {
		i := nextDigit(text, pos)
		if i < 0 {
			break
		}
		end := endOfDigits(text, i)
		if promising(text, i, end) {
			matches, stop := f.at(i)
			found = append(found, matches...)
			end = max(end, stop)
		}
		pos = end
	}
	return found
}

// finder goes over one text.
type finder struct {
	text   string
	barren int // a list was looked for up to here and none found
}

// promising is the cheap test before the grammar: a number has a separator or
// a capital behind it, or a word before it that may be "số" or a type.
func promising(text string, i, end int) bool {
	if end-i > maxDigits || insideWord(text, i) {
		return false
	}
	at := skipGap(text, end)
	if at < len(text) {
		switch b := text[at]; {
		case b == '.' && subNumber(text, at) != "":
			return true
		case b == '/' || b == '-' || b == '_':
			return at+1 < len(text) && text[at+1] != '%'
		case b >= 'A' && b <= 'Z', b >= utf8.RuneSelf: // Đ, another dash
			return true
		case b >= 'a' && b <= 'z' && (at == end || symbolAhead(text, at)):
			return true
		}
	}
	return leads(text, i)
}

// symbolAhead tells small letters that a separator ends, as in 18 nq/tu.
func symbolAhead(text string, i int) bool {
	end := i
	for end < len(text) && end-i <= maxPart && (text[end] >= 'a' && text[end] <= 'z' || text[end] >= utf8.RuneSelf) {
		end++
	}
	return end < len(text) && (text[end] == '/' || text[end] == '-')
}

// at reads what the digits at i begin: a number, a list of numbers, or nothing.
func (f *finder) at(i int) ([]Match, int) {
	text := f.text
	n, ok := readNumber(text, i)
	if !ok {
		return nil, i
	}
	if n.symbol.text == "" && !leads(text, n.start) {
		return nil, i
	}
	lead := typeBefore(text, n.start)
	if n.symbol.text != "" && lead.code == "" && (lead.other || !n.symbol.opens || len(n.symbol.text) < minLoneSymbol && !isOldForm(n.symbol.text)) {
		return nil, i // a licence, a file number: Giấy phép số 16/GPTTĐT-STTTT
	}
	if n.symbol.text != "" {
		return []Match{n.match(text, lead)}, n.end
	}
	if lead.code == "" && (!lead.so || lead.other) {
		return nil, i
	}
	if i >= f.barren {
		list, end := readList(text, n, lead)
		if list != nil {
			return list, end
		}
		f.barren = end
	}
	if m, ok := n.bare(text, lead); ok {
		return []Match{m}, n.end
	}
	return nil, i
}

// match builds the match of a number that has a symbol.
func (n number) match(text string, lead typeWordBefore) Match {
	m := Match{Start: lead.start, End: n.end, At: n.start, Rule: RuleFull}
	typ := n.typeOf(lead)
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
	m.Number.Canonical = n.canonical()
	m.Confidence = confidence(m.Rule)
	return m
}

// typeOf weighs the type of the symbol against the word before the number: the
// symbol wins, but where its code also means another thing (TC of 89-TC/TCT is
// Tài chính) and where the word only says more (Thông tư liên tịch, TT-LB).
func (n number) typeOf(lead typeWordBefore) string {
	typ := n.symbol.typ
	if lead.code != "" && (typ == "" || words().ambiguous[typ] || isJoint(lead.code) && strings.HasPrefix(lead.code, typ)) {
		return lead.code
	}
	return typ
}

// canonical keeps the separator of the old symbols, which were written both
// ways: 130-CP, 13/CP.
func (n number) canonical() string {
	if n.year == 0 && n.sep == '/' && isOldForm(n.symbol.text) {
		return n.no + "/" + n.symbol.text
	}
	return Canonical(n.no, n.year, n.symbol.text)
}

// insideWord tells digits that a letter, a decimal point, a slash or the colon
// of a standard (QCVN 104:2019/BGTVT) ties to what stands before them: they
// begin no number.
func insideWord(text string, i int) bool {
	if i == 0 || text[i-1] == ' ' {
		return false
	}
	r, size := utf8.DecodeLastRuneInString(text[:i])
	if isSlip(r) && opensRun(text, i) {
		return false // l5/2020/NĐ-CP
	}
	if unicode.IsLetter(r) || unicode.IsMark(r) {
		return true
	}
	if strings.ContainsRune(".,/-:", r) {
		before, _ := utf8.DecodeLastRuneInString(text[:i-size])
		return before >= '0' && before <= '9'
	}
	return false
}

func continuesWord(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return i < len(text) && (unicode.IsLetter(r) || unicode.IsDigit(r))
}
