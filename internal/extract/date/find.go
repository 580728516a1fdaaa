package date

import (
	"strings"

	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// The rules that a date may come from.
const (
	RulePrinted  = "date.printed"  // the year is printed
	RuleInferred = "date.inferred" // the year is that of the text or posting
)

// Context is what is known of the page beside its text.
type Context struct {
	Posted  model.Date   // zero when not known
	Exclude []model.Span // document numbers, which hold no dates; in order
}

// Find lists the days and periods that a text names, in reading order.
func Find(text string, c Context) []model.DateFact {
	folded := vietnamese.FoldOffsets(text)
	found := scan(folded, c.Exclude)
	fillYears(found, folded.Text, c.Posted)
	facts := make([]model.DateFact, 0, len(found))
	for _, p := range found {
		from, ok := p.first.from()
		to, okTo := p.last.to()
		if !ok || !okTo || from.Compare(to) > 0 {
			continue
		}
		start, end := folded.Original(p.start, p.end)
		start = introduction(text, start, p.first.unit)
		fact := model.DateFact{From: from, To: to}
		fact.Evidence = model.Evidence{
			Quote: text[start:end], Span: model.Span{Start: start, End: end},
			Rule: RulePrinted, Confidence: 0.98,
		}
		if p.inferred {
			fact.Rule, fact.Confidence = RuleInferred, 0.8
		}
		facts = append(facts, fact)
	}
	return facts
}

// period is one or two elements and the words that introduce them.
type period struct {
	first, last element
	start, end  int // folded, the words included
	inferred    bool
}

// scan reads all periods of a folded text.
func scan(folded vietnamese.Folded, exclude []model.Span) []period {
	s := folded.Text
	var found []period
	for i := 0; i < len(s); {
		e, cue, next := nextElement(s, i)
		if e.unit == none {
			i = next
			continue
		}
		if excluded(folded, exclude, e) {
			i = next
			continue
		}
		p := join(s, e, cue)
		if p.first.unit == year && !yearStands(s, p, cue) || yearly(s, p) {
			i = next
			continue
		}
		found = append(found, p)
		i = p.end
	}
	return found
}

// nextElement reads the first element at or after i; when there is none at the
// next anchor, unit is none and scanning goes on at the returned offset.
func nextElement(s string, i int) (element, cueWord, int) {
	for ; i < len(s); i++ {
		if isDigit(s[i]) {
			break
		}
		if e := romanQuarter(s, i); e.unit != none {
			return e, cueWord{word: "quy", start: i}, e.end
		}
	}
	if i >= len(s) {
		return element{}, cueWord{}, len(s)
	}
	_, end := digits(s, i)
	if i > 0 && tied(s, i) {
		return element{}, cueWord{}, max(end, i+1)
	}
	cue := cueBefore(s, i)
	e := read(s, i, cue.word)
	if e.unit == none {
		e = readOpenDay(s, i, end, cue)
	}
	return e, cue, max(end, i+1)
}

// tied tells digits that a letter or a decimal point joins to what precedes.
func tied(s string, i int) bool {
	b := s[i-1]
	if b >= 'a' && b <= 'z' || b >= 0x80 {
		return true
	}
	return (b == '.' || b == ',' || b == '/') && i > 1 && isDigit(s[i-2])
}

// romanQuarter reads "quý I", "quý II/2019", "quý iv năm 2022".
func romanQuarter(s string, i int) element {
	rest := s[i:]
	if !strings.HasPrefix(rest, "quy ") && !strings.HasPrefix(rest, "qui ") || i > 0 && letter(s[i-1]) {
		return element{}
	}
	for q, numeral := range []string{"iv", "iii", "ii", "i"} {
		if after, ok := strings.CutPrefix(rest[4:], numeral); ok && (after == "" || !letter(after[0])) {
			n := []int{4, 3, 2, 1}[q]
			y, end := trailingYear(s, len(s)-len(after))
			return element{unit: quarter, year: y, month: n, start: i + 4, end: end}
		}
	}
	return element{}
}

func letter(b byte) bool { return b >= 'a' && b <= 'z' }

func excluded(folded vietnamese.Folded, spans []model.Span, e element) bool {
	start, end := folded.Original(e.start, e.end)
	for _, x := range spans {
		if start < x.End && x.Start < end {
			return true
		}
	}
	return false
}

// yearly tells a day without a year that returns each year, "ngày 14 tháng 6
// và ngày 14 tháng 12 hằng năm", or is one of the moon calendar.
func yearly(s string, p period) bool {
	if p.last.year != 0 {
		return false
	}
	const before, after = 60, 48
	rest := s[p.end:min(len(s), p.end+after)]
	if cut := strings.IndexAny(rest, ".;\n"); cut >= 0 {
		rest = rest[:cut]
	}
	head := s[max(0, p.start-before):p.start]
	head = head[strings.LastIndexAny(head, ".;\n")+1:]
	return strings.Contains(rest, "hang nam") || strings.Contains(head, "hang nam") ||
		strings.HasPrefix(strings.TrimLeft(rest, " "), "am lich")
}
