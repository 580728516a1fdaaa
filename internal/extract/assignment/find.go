// Package assignment reads tasks that are given to somebody: by an order, "UBND
// huyện giao Phòng Nội vụ tham mưu …", by a duty, "các cơ quan có trách nhiệm
// …", by the items of a list under a heading that names who is to act, and by
// the sheets and tables of a plan.
package assignment

import (
	"slices"
	"strings"

	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// The rules that an assignment may come from.
const (
	RuleOrder   = "assignment.order"   // a verb of ordering, an actor, a task
	RuleDuty    = "assignment.duty"    // a sentence of an actor and its duty
	RuleHeading = "assignment.heading" // an item under an actor's heading
	RuleSheet   = "assignment.sheet"   // fields or cells: task, who is in charge, when
)

// confidence of a rule.
var confidence = map[string]float64{RuleOrder: 0.8, RuleDuty: 0.7, RuleHeading: 0.7, RuleSheet: 0.8}

// source is a text with what was found in it already.
type source struct {
	text   string
	folded vietnamese.Folded
	dates  []model.DateFact
	plain  bool // typed without accents
}

// reader goes through the units of a text.
type reader struct {
	source
	units []unit
	found []model.Assignment
	// ordered: an order stands before, so that sentences below it that name an
	// actor and a task go on with it.
	ordered bool
	norm    bool // the text sets rules of law
	inItem  bool // the line belongs to a numbered or lettered item
	scope   scope
	cells   []span // rows of tables of tasks, read already
	done    int    // end of what is read already, folded
	last    string // who acted in the sentence before, of the same paragraph
	sheet   sheet  // the task sheet being read
}

// Find lists the assignments of a text in reading order.
func Find(text string, f vietnamese.Folded, sentences []model.Span, dates []model.DateFact) []model.Assignment {
	r := &reader{source: source{text: text, folded: f, dates: dates, plain: plain(text)}}
	r.units = r.source.units(sentences)
	r.norm = r.setsLaw()
	r.tables()
	for i, u := range r.units {
		if u.opens {
			r.last, r.inItem = "", u.level > 0 && u.level < dash || r.inItem && u.level == 0
		}
		switch {
		case u.to <= r.done, r.inTable(u): // told with the task before
		case i == 0 && r.isTitle():
		case r.field(i):
		case r.outline(i):
		case u.to-u.body >= shortest:
			r.clause(i)
		}
	}
	slices.SortStableFunc(r.found, func(a, b model.Assignment) int { return a.Start - b.Start })
	return r.found
}

// plain tells a text typed without accents.
func plain(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return r >= 'À' && r <= 'ỹ' })
}

// setsLaw tells a text that names itself a decree, a circular or a law.
func (s source) setsLaw() bool {
	for _, words := range rules().kinds["norm"].words {
		for _, w := range words {
			if strings.Contains(s.folded.Text, w.folded) {
				return true
			}
		}
	}
	return false
}

// isTitle tells a headline before a body: the body says it again.
func (r *reader) isTitle() bool {
	u := r.units[0]
	return len(r.units) > 1 && r.units[1].opens && u.level == 0 && strings.IndexByte(".:;,", r.folded.Text[u.to-1]) < 0
}

// shortest is how many bytes say a task.
const shortest = 8

// task is an assignment to be made; offsets are folded.
type task struct {
	quote, end int // of the quote
	agency     string
	begin      int // of what is to be done
	rule       string
}

// add makes the assignment, one for each of its deadlines.
func (r *reader) add(t task) bool {
	f := r.folded
	from, _ := f.Original(t.quote, t.quote+1)
	_, to := f.Original(t.quote, t.end)
	to = from + len(strings.TrimRight(r.text[from:to], " .,;:/\n"))
	begin, _ := f.Original(t.begin, t.begin+1)
	if begin >= to || t.agency == "" {
		return false
	}
	what := strings.Trim(r.text[begin:to], " ,.;:\n")
	if len(what) < shortest {
		return false
	}
	a := model.Assignment{
		Evidence: model.Evidence{Quote: r.text[from:to], Span: model.Span{Start: from, End: to}, Rule: t.rule, Confidence: confidence[t.rule]},
		Agency:   t.agency, Task: what, Partners: r.partners(t.begin, f.At(to)),
	}
	r.last, r.done = t.agency, max(r.done, t.end)
	days := r.dues(from, to)
	if len(days) == 0 {
		r.found = append(r.found, a)
	}
	for _, day := range days {
		a.Due = day
		r.found = append(r.found, a)
	}
	return true
}

// name is the printed text of a folded range, without the signs around it.
func (r *reader) name(from, to int) string {
	a, b := r.folded.Original(from, to)
	return strings.Trim(strings.ReplaceAll(r.text[a:b], "\n", " "), " ,.;:-")
}
