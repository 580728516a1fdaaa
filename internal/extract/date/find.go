package date

import (
	"slices"
	"strings"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// The rules that a date may come from.
const (
	RulePrinted  = "date.printed"  // the year is printed
	RuleInferred = "date.inferred" // the year is that of the text or posting
	RuleRelative = "date.relative" // told from another day: cùng ngày, tháng trước
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
	return addRelative(text, folded, facts, c.Posted)
}

// period is one or two elements and the words that introduce them.
type period struct {
	first, last element
	start, end  int // folded, the words included
	inferred    bool
	cited       bool // the day of issue of a document: it tells nothing of the page's year
}

// scan reads all periods of a folded text.
func scan(folded vietnamese.Folded, exclude []model.Span) []period {
	s := folded.Text
	around := spans{folded: folded, all: exclude}
	var found []period
	for i := 0; i < len(s); {
		e, cue, next := nextElement(s, i)
		if e.unit == none || around.hold(e) {
			i = next
			continue
		}
		p := join(s, e, cue)
		if p.first.unit == year && !yearStands(s, p, cue) && !goesOn(s, found, p) {
			i = next
			continue
		}
		if yearly(s, p) || counted(s, p, cue) {
			i = p.end
			continue
		}
		p.cited = around.justBefore(p.start) || ofDocument(s, cue)
		found = append(found, p)
		i = p.end
	}
	return found
}

// goesOn tells a year that goes on a list of years: các năm 2021, 2022 và 2023.
func goesOn(s string, found []period, p period) bool {
	if len(found) == 0 || p.first.start != p.last.start {
		return false
	}
	last := found[len(found)-1]
	if last.last.unit != year || p.start-last.end > len(" va ")+1 || continues(s, p.end) || strings.HasSuffix(s[:last.start], "giai doan ") {
		return false
	}
	switch s[last.end:p.start] {
	case ", ", " va ", ", va ", "; ":
		return true
	}
	return false
}

// nextElement reads the first element at or after i; when there is none at the
// next anchor, unit is none and scanning goes on at the returned offset.
func nextElement(s string, i int) (element, cueWord, int) {
	for ; i < len(s); i++ {
		if isDigit(s[i]) {
			break
		}
		if s[i] != 'q' {
			continue
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
			y = max(y, 0)
			return element{unit: quarter, year: y, month: n, start: i + 4, end: end}
		}
	}
	return element{}
}

func letter(b byte) bool { return b >= 'a' && b <= 'z' }

// ofDocument tells the day of a document that is named without its number:
// "Nghị quyết ngày 12/5/2017".
func ofDocument(s string, cue cueWord) bool {
	const window = 24
	if cue.word != "ngay" {
		return false
	}
	words := strings.Fields(s[max(0, cue.start-window):cue.start])
	if len(words) < 2 {
		return false
	}
	_, isType := docnum.TypeCode(words[len(words)-2] + " " + words[len(words)-1])
	return isType
}

// spans are the document numbers of a text, in order, which the scan meets in
// the same order.
type spans struct {
	folded vietnamese.Folded
	all    []model.Span
	next   int // the first that does not end before the last element asked for
}

// hold tells whether an element stands inside a number.
func (x *spans) hold(e element) bool {
	start, end := x.folded.Original(e.start, e.end)
	for x.next < len(x.all) && x.all[x.next].End <= start {
		x.next++
	}
	for _, span := range x.all[x.next:] {
		if span.Start >= end {
			break
		}
		if span.End > start {
			return true
		}
	}
	return false
}

// justBefore tells whether a number ends right before an offset, so that the
// day there is its day of issue.
func (x *spans) justBefore(at int) bool {
	const reach = len(", ký ngày ")
	start, _ := x.folded.Original(at, at+1)
	return x.next > 0 && start-x.all[x.next-1].End <= reach
}

// yearly tells a day without a year that returns each year, "ngày 14 tháng 6
// và ngày 14 tháng 12 hằng năm", or is one of the moon calendar.
func yearly(s string, p period) bool {
	if p.last.year != 0 {
		return false
	}
	const before, after = 160, 48
	rest := s[p.end:min(len(s), p.end+after)]
	if cut := strings.IndexAny(rest, ".;\n"); cut >= 0 {
		rest = rest[:cut]
	}
	head := s[max(0, p.start-before):p.start]
	head = head[strings.LastIndexAny(head, ".;\n")+1:]
	if strings.Contains(rest, " hang nam") || strings.Contains(head, " hang nam") {
		return true
	}
	next := strings.TrimLeft(rest, " ")
	return slices.ContainsFunc(otherYears, func(w string) bool { return strings.HasPrefix(next, w) })
}

// counted tells months that are counted, "mỗi tháng 8 kg", from a month.
func counted(s string, p period, cue cueWord) bool {
	if p.first.unit != month || p.first.year != 0 {
		return false
	}
	switch cueBefore(s, cue.start).word {
	case "moi", "mot", "hai", "ba", "nhieu", "so":
		return true
	}
	return false
}

// otherYears are the words behind a day of a year that is not printed, or of no
// certain year.
var otherYears = []string{
	"am lich", "nam sau", "nam truoc", "nam do", "nam lien", "nam ke", "nam tiep", "cua nam", "cua moi nam", "moi nam", "/nam",
}
