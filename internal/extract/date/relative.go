package date

import (
	"slices"
	"strings"

	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// sameDay is how far behind the printed day "cùng ngày" may stand, in bytes of
// the folded text.
const sameDay = 600

// addRelative adds what is told from another day: "cùng ngày" from the last day
// printed before it, "tháng trước" from the day of posting. A month that the
// text only compares with is none that it tells of.
func addRelative(text string, f vietnamese.Folded, facts []model.DateFact, posted model.Date) []model.DateFact {
	var added []model.DateFact
	add := func(start, end int, from, to model.Date) {
		start, end = f.Original(start, end)
		fact := model.DateFact{From: from, To: to}
		fact.Evidence = model.Evidence{
			Quote: text[start:end], Span: model.Span{Start: start, End: end}, Rule: RuleRelative, Confidence: 0.7,
		}
		added = append(added, fact)
	}
	next := 0
	each(f.Text, "cung ngay", func(start, end int) {
		from, _ := f.Original(start, end)
		for next < len(facts) && facts[next].End <= from {
			next++
		}
		if next == 0 || next < len(facts) && f.At(facts[next].Start) <= end+1 { // "cùng ngày 3/5" is printed
			return
		}
		last := facts[next-1]
		if last.From == last.To && start-f.At(last.End) < sameDay {
			add(start, end, last.From, last.To)
		}
	})
	if posted.Year != 0 {
		for words, shift := range map[string]int{"thang truoc": -1, "thang nay": 0, "thang toi": 1} {
			each(f.Text, words, func(start, end int) {
				if from, to, ok := monthAt(posted, shift); ok && standsAlone(f.Text[:start]) {
					add(start, end, from, to)
				}
			})
		}
	}
	if len(added) == 0 {
		return facts
	}
	facts = append(facts, added...)
	slices.SortStableFunc(facts, func(a, b model.DateFact) int { return a.Start - b.Start })
	return facts
}

// each calls found for the whole words of a folded text.
func each(s, words string, found func(start, end int)) {
	for at := 0; ; {
		i := strings.Index(s[at:], words)
		if i < 0 {
			return
		}
		start, end := at+i, at+i+len(words)
		if (start == 0 || !vietnamese.WordByte(s[start-1])) && (end == len(s) || !vietnamese.WordByte(s[end])) {
			found(start, end)
		}
		at = end
	}
}

// monthAt is the month of a day, shifted by months.
func monthAt(d model.Date, shift int) (from, to model.Date, ok bool) {
	months := d.Year*12 + int(d.Month) - 1 + shift
	from, ok = model.NewDate(months/12, months%12+1, 1)
	if !ok {
		return from, to, false
	}
	to, ok = endOfMonth(months/12, months%12+1)
	return from, to, ok
}

// standsAlone refuses a counted month ("hai tháng trước", "10 tháng nay"), one
// of several ("các tháng trước") and one that is compared with.
func standsAlone(head string) bool {
	if compared(head) {
		return false
	}
	words := strings.Fields(head[max(0, len(head)-16):])
	if len(words) == 0 {
		return true
	}
	switch words[len(words)-1] {
	case "trong", "tu", "vao", "den", "dau", "cuoi", "giua":
		return true
	}
	return false
}
