package target

import (
	"strings"

	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// RuleValue is the rule of a goal word and a number with a unit.
const RuleValue = "target.value"

// Source is a text with what was found in it already.
type Source struct {
	Text      string
	Sentences []model.Span
	Dates     []model.DateFact
	Exclude   []model.Span // document numbers, in order
}

// Find lists the targets of a text in reading order.
func Find(s Source) []model.Target {
	var found []model.Target
	list, open, before := heading{}, false, ""
	for i, sentence := range s.Sentences {
		folded := vietnamese.Fold(s.Text[sentence.Start:sentence.End])
		list = list.next(folded, s.dueOf(sentence))
		goes := open && s.continues(i)
		open = opensGoal(folded) || list.holds(folded) || goes
		due := s.dueOf(sentence)
		switch {
		case due == "" && goes:
			due = before
		case due == "":
			due = list.due
		}
		before = due
		if !open || tellsResult(folded) {
			continue
		}
		for _, clause := range clauses(s.Text, sentence) {
			found = append(found, s.clause(clause, due)...)
		}
	}
	return found
}

// continues tells a sentence that a semicolon parts from the one before it.
func (s Source) continues(i int) bool {
	before := s.Sentences[i-1]
	return strings.HasSuffix(strings.TrimRight(s.Text[before.Start:before.End], " "), ";") &&
		!strings.Contains(s.Text[before.End:s.Sentences[i].Start], "\n")
}

// clause reads the values of one clause; due is that of its sentence.
func (s Source) clause(clause model.Span, due string) []model.Target {
	text := s.Text[clause.Start:clause.End]
	var found []model.Target
	for _, v := range values(text) {
		if s.taken(clause.Start+v.start, clause.Start+v.end) {
			continue
		}
		t := v.target(text)
		if t.Due = s.dueOf(clause); t.Due == "" {
			t.Due = due
		}
		t.Evidence = model.Evidence{Quote: text, Span: clause, Rule: RuleValue, Confidence: 0.7}
		found = append(found, t)
	}
	return found
}

// taken tells a number that is part of a date or a document number.
func (s Source) taken(start, end int) bool {
	for _, d := range s.Dates {
		if start < d.End && d.Start < end {
			return true
		}
	}
	for _, x := range s.Exclude {
		if start < x.End && x.Start < end {
			return true
		}
	}
	return false
}

// dueOf is the last date of a span: a year, a month or a day in ISO form.
func (s Source) dueOf(span model.Span) string {
	due := ""
	for _, d := range s.Dates {
		if d.Start >= span.Start && d.End <= span.End {
			due = isoDue(d)
		}
	}
	return due
}

func isoDue(d model.DateFact) string {
	iso := d.To.String()
	switch {
	case d.From == d.To:
		return iso
	case d.From.Year == d.To.Year && d.From.Month == d.To.Month:
		return iso[:len("2006-01")]
	case d.From.Month == 1 && d.From.Day == 1 && d.To.Month == 12:
		return iso[:len("2006")]
	default:
		return iso[:len("2006-01")]
	}
}

// heading is a line that opens a list of goals.
type heading struct {
	open bool
	due  string
}

// next follows the list: a goal line that ends in a colon, or is short and has
// no full stop, opens it; a line that is no item closes it.
func (h heading) next(folded, due string) heading {
	const shortLine = 90
	trimmed := strings.TrimSpace(folded)
	if isItem(trimmed) {
		return h
	}
	if strings.HasSuffix(trimmed, ":") || len(trimmed) < shortLine && !strings.ContainsAny(trimmed, ".;") {
		return heading{open: opensGoal(folded), due: due}
	}
	return heading{}
}

func (h heading) holds(folded string) bool { return h.open && isItem(strings.TrimSpace(folded)) }

// isItem tells a list item by its dash, plus sign, bullet or number.
func isItem(s string) bool {
	if s == "" {
		return false
	}
	return strings.ContainsRune("-+*•–", []rune(s)[0]) || s[0] >= '0' && s[0] <= '9'
}

// clauses splits a sentence at semicolons.
func clauses(text string, sentence model.Span) []model.Span {
	var out []model.Span
	start := sentence.Start
	for _, part := range strings.SplitAfter(text[sentence.Start:sentence.End], ";") {
		end := start + len(part)
		trimmed := strings.Trim(part, " \n\t;.")
		if trimmed != "" {
			at := start + strings.Index(part, trimmed)
			out = append(out, model.Span{Start: at, End: at + len(trimmed)})
		}
		start = end
	}
	return out
}
