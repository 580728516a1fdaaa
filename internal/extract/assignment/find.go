// Package assignment reads tasks that are given to an agency: "UBND huyện giao
// Phòng Tài nguyên và Môi trường phối hợp …".
package assignment

import (
	"strings"
	"sync"

	"tracuu/data"
	"tracuu/internal/extract/agency"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// RuleVerb is the rule of an ordering verb with an agency behind it.
const RuleVerb = "assignment.verb"

// orders are the verbs that give a task, folded, with the blank that parts
// them from the agency. The embedded file is checked by a test.
var orders = sync.OnceValue(func() []string {
	words, err := data.Words("verbs.txt", "order")
	if err != nil {
		return nil
	}
	folded := vietnamese.FoldAll(words)
	for i := range folded {
		folded[i] += " "
	}
	return folded
})

// Find lists the assignments of a text, one a sentence part that begins with
// an order.
func Find(text string, f vietnamese.Folded, sentences []model.Span, dates []model.DateFact) []model.Assignment {
	var found []model.Assignment
	for _, s := range sentences {
		for at := f.At(s.Start); at < f.At(s.End); {
			a, begin, stop, ok := nextOrder(f, text, at, f.At(s.End))
			if !ok {
				break
			}
			at = stop
			from, _ := f.Original(begin, begin+1)
			end := clauseEnd(text, s, from)
			_, after := f.Original(0, stop)
			task := strings.Trim(text[min(after, end):end], " ,.;:\n")
			if task == "" {
				continue
			}
			found = append(found, model.Assignment{
				Evidence: model.Evidence{Quote: text[from:end], Span: model.Span{Start: from, End: end}, Rule: RuleVerb, Confidence: 0.7},
				Agency:   a.Words, Task: task, Due: dueIn(dates, from, end),
			})
		}
	}
	return found
}

// nextOrder finds the next verb that an agency follows; offsets are folded.
func nextOrder(f vietnamese.Folded, text string, at, end int) (agency.Agency, int, int, bool) {
	for ; at < end; at++ {
		if at > 0 && f.Text[at-1] != ' ' && f.Text[at-1] != '\n' && f.Text[at-1] != '(' {
			continue
		}
		for _, verb := range orders() {
			if !strings.HasPrefix(f.Text[at:end], verb) {
				continue
			}
			if a, stop, ok := agency.At(f, text, at+len(verb)); ok && stop <= end {
				return a, at, stop, true
			}
		}
	}
	return agency.Agency{}, 0, 0, false
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
