package web

import (
	"strings"

	"tracuu/internal/search"
)

// maxFacts bounds the marks of one page.
const maxFacts = 5000

// factsOf lists the facts of an article that are marked in its text.
func factsOf(v search.ArticleView, named []namedRow) []fact {
	var facts []fact
	for _, r := range named {
		f := fact{Span: r.Span, kind: numberFact, note: r.note()}
		if r.Resolved() {
			f.href = documentHref(r.DocumentID)
		}
		facts = append(facts, f)
	}
	for _, d := range v.Dates {
		facts = append(facts, fact{Span: d.Span, kind: dateFact, note: "ngày: " + period(d.From, d.To)})
	}
	for _, t := range v.Targets {
		note := "chỉ tiêu: " + strings.TrimSpace(t.Indicator+" "+goal(t))
		if t.Due != "" {
			note += ", đến " + due(t.Due)
		}
		if where := scope(t); where != "" {
			note += " (" + where + ")"
		}
		facts = append(facts, fact{Span: t.Span, kind: targetFact, note: note})
	}
	for _, a := range v.Assignments {
		note := "nhiệm vụ giao: " + a.Agency
		if with := partners(a); with != "" {
			note += ", " + with
		}
		if !a.Due.IsZero() {
			note += ", hạn " + a.Due.Vietnamese()
		}
		facts = append(facts, fact{Span: a.Span, kind: assignmentFact, note: note})
	}
	return facts[:min(len(facts), maxFacts)]
}

// legend counts the kinds of fact that are marked.
func legend(facts []fact) []legendRow {
	rows := []legendRow{
		{Class: string(numberFact), Label: "số, ký hiệu văn bản"},
		{Class: string(dateFact), Label: "ngày, thời hạn"},
		{Class: string(targetFact), Label: "chỉ tiêu"},
		{Class: string(assignmentFact), Label: "nhiệm vụ giao"},
	}
	var shown []legendRow
	for _, row := range rows {
		for _, f := range facts {
			if string(f.kind) == row.Class {
				row.Count++
			}
		}
		if row.Count > 0 {
			shown = append(shown, row)
		}
	}
	return shown
}
