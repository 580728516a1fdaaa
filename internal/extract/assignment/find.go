// Package assignment reads tasks that are given to somebody: by an order, "UBND
// huyện giao Phòng Nội vụ tham mưu …", by a duty, "các cơ quan có trách nhiệm
// …", and by the items of a list under a heading that names who is to act.
package assignment

import (
	"strings"

	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// The rules that an assignment may come from.
const (
	RuleOrder   = "assignment.order"   // a verb of ordering, an actor, a task
	RuleDuty    = "assignment.duty"    // a sentence of an actor and its duty
	RuleHeading = "assignment.heading" // an item under an actor's heading
)

// source is a text with what was found in it already.
type source struct {
	text   string
	folded vietnamese.Folded
	dates  []model.DateFact
}

// Find lists the assignments of a text in reading order.
func Find(text string, f vietnamese.Folded, sentences []model.Span, dates []model.DateFact) []model.Assignment {
	s := source{text: text, folded: f, dates: dates}
	var found []model.Assignment
	var head heading
	for _, span := range sentences {
		if items, ok := s.underHeading(&head, span); ok {
			found = append(found, items...)
			continue
		}
		found = append(found, s.sentence(span)...)
	}
	return found
}

// sentence reads the orders of a sentence, or the duty that it states.
func (s source) sentence(span model.Span) []model.Assignment {
	var found []model.Assignment
	f := s.folded
	end := f.At(span.End)
	for at := f.At(span.Start); at < end; {
		verb, ok := s.order(at, end)
		if !ok {
			at++
			continue
		}
		begin := at + verb
		stop, _, ok := s.actors(begin, end)
		if !ok {
			at = begin
			continue
		}
		if a, ok := s.build(span, at, begin, stop, RuleOrder); ok {
			found = append(found, a)
		}
		at = stop
	}
	if found != nil {
		return found
	}
	begin := skipMark(f.Text, f.At(span.Start), end)
	if stop, modal, ok := s.actors(begin, end); ok && modal {
		if a, ok := s.build(span, begin, begin, stop, RuleDuty); ok {
			return []model.Assignment{a}
		}
	}
	return nil
}

// order returns the length of a verb of ordering, with its blank, at a word's
// start.
func (s source) order(at, end int) (int, bool) {
	if !startsWord(s.folded.Text, at) {
		return 0, false
	}
	n, ok := s.begins(at, end, rules().orders)
	if !ok || at+n >= end || s.folded.Text[at+n] != ' ' {
		return 0, false
	}
	return n + 1, true
}

// build makes the assignment whose quote begins at from, whose actors stand in
// [begin, stop) and whose task follows; offsets are folded.
func (s source) build(span model.Span, from, begin, stop int, rule string) (model.Assignment, bool) {
	f := s.folded
	start, _ := f.Original(from, from+1)
	actorStart, actorEnd := f.Original(begin, stop)
	end := clauseEnd(s.text, span, start)
	if actorEnd >= end {
		return model.Assignment{}, false
	}
	task := strings.Trim(s.text[actorEnd:end], " ,.;:\n")
	who := strings.Trim(s.text[actorStart:actorEnd], " ,.;:\n")
	if task == "" || who == "" {
		return model.Assignment{}, false
	}
	return model.Assignment{
		Evidence: model.Evidence{Quote: s.text[start:end], Span: model.Span{Start: start, End: end}, Rule: rule, Confidence: 0.7},
		Agency:   who, Task: task, Due: dueIn(s.dates, start, end),
	}, true
}

// clauseEnd is the end of the sentence, or the semicolon before it.
func clauseEnd(text string, s model.Span, from int) int {
	end := s.End
	if cut := strings.IndexByte(text[from:end], ';'); cut > 0 {
		end = from + cut
	}
	return from + len(strings.TrimRight(text[from:end], " .;\n"))
}

// dueIn is the last day that the clause names with a year.
func dueIn(dates []model.DateFact, from, end int) model.Date {
	var due model.Date
	for _, d := range dates {
		if d.Start >= from && d.End <= end && d.From == d.To {
			due = d.To
		}
	}
	return due
}
