package web

import (
	"math"
	"strconv"
	"strings"

	"tracuu/internal/model"
	"tracuu/internal/search"
)

// maxFacts bounds the marks of one page.
const maxFacts = 5000

// factsOf lists the facts of an article that are marked in its text.
func factsOf(v voice, to address, a search.ArticleView, named []namedRow) []fact {
	var facts []fact
	add := func(kind factKind, e model.Evidence, note, href string) {
		facts = append(facts, fact{Span: e.Span, kind: kind, note: v.noted(note, e), letter: v.letter(kind), href: href})
	}
	for _, r := range named {
		href := ""
		if r.Resolved() {
			href = to.document(r.DocumentID)
		}
		add(numberFact, r.Evidence, v.mention(r), href)
	}
	for _, d := range a.Dates {
		add(dateFact, d.Evidence, v.Say("note.date", period(d.From, d.To)), "")
	}
	for _, t := range a.Targets {
		add(targetFact, t.Evidence, v.target(t), "")
	}
	for _, t := range a.Assignments {
		add(assignmentFact, t.Evidence, v.assignment(t), "")
	}
	return facts[:min(len(facts), maxFacts)]
}

// noted is what was understood, by which rule and how surely.
func (v voice) noted(what string, e model.Evidence) string {
	if e.Rule == "" {
		return what
	}
	return what + v.Say("note.rule", e.Rule, strconv.Itoa(int(math.Round(100*e.Confidence)))+" %")
}

// mention tells what was understood of a mention.
func (v voice) mention(r namedRow) string {
	role := v.Say("note.cited")
	if r.Role == model.Announced {
		role = v.Say("note.announced")
	}
	if r.Resolved() {
		return v.line(r.Documents[0]) + " (" + role + ")"
	}
	if len(r.Documents) > 0 {
		lines := make([]string, 0, maxNotes)
		for _, d := range r.Documents[:min(len(r.Documents), maxNotes)] {
			lines = append(lines, v.line(d))
		}
		return v.Say("note.unsure", r.Name, strings.Join(lines, "; "))
	}
	return r.Name + " (" + role + ")"
}

func (v voice) target(t model.Target) string {
	note := v.Say("note.target", strings.TrimSpace(t.Indicator+" "+v.goal(t)))
	if t.Due != "" {
		note += ", " + v.Say("note.until", due(t.Due))
	}
	if where := v.scope(t); where != "" {
		note += " (" + where + ")"
	}
	return note
}

func (v voice) assignment(a model.Assignment) string {
	note := v.Say("note.task", a.Agency)
	if with := v.partners(a); with != "" {
		note += ", " + with
	}
	if !a.Due.IsZero() {
		note += ", " + v.Say("note.due", a.Due.Vietnamese())
	}
	return note
}

// letter stands before a marked place and in the legend.
func (v voice) letter(k factKind) string { return v.Say("letter." + string(k)) }

// legendRow explains a kind of mark that this page has.
type legendRow struct {
	Class  string
	Letter string
	Label  string
	Count  int
}

// legend counts the kinds of fact that are marked.
func legend(v voice, facts []fact) []legendRow {
	var shown []legendRow
	for _, kind := range []factKind{numberFact, dateFact, targetFact, assignmentFact} {
		row := legendRow{Class: string(kind), Letter: v.letter(kind), Label: v.Say("legend." + string(kind))}
		for _, f := range facts {
			if f.kind == kind {
				row.Count++
			}
		}
		if row.Count > 0 {
			shown = append(shown, row)
		}
	}
	return shown
}
