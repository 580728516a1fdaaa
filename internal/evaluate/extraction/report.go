package extraction

import (
	"fmt"
	"strings"
)

// Bar is what a field has to reach.
type Bar struct {
	Field  string
	Recall bool // the share of what was found counts, not F1
	Least  float64
}

// Bars are the least figures that the project asks for on labelled pages.
var Bars = []Bar{
	{"title", false, 0.98},
	{"published", false, 0.98},
	{"numbers", false, 0.985},
	{"issued", false, 0.97},
	{"dates", false, 0.96},
	{"targets", false, 0.85},
	{"targets.value", true, 0.93},
	{"targets.due", true, 0.90},
	{"relations", false, 0.83},
	{"assignments", false, 0.78},
}

const heading = `# Accuracy of understanding

Written by ` + "`make accuracy`" + `; do not edit. Labelled pages: %d, read with the program's own rules.

A field counts as the labelling guide says: a number once a page by its canonical form; a date by its first and last day; a target or an
assignment when half of its words agree; *value* and *due* are shares of the targets that were found. Missed: labelled and not read.
Invented: read and not labelled.

`

// Report renders the figures as docs/ACCURACY.md, for all pages and for each
// folder of pages.
func Report(outcomes []Outcome) string {
	pages := map[string]bool{}
	for _, o := range outcomes {
		pages[o.Page] = true
	}
	var b strings.Builder
	fmt.Fprintf(&b, heading, len(pages))
	b.WriteString("| field | labelled | found | missed | invented | precision | recall | F1 | bar |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|\n")
	for _, f := range Figures(outcomes) {
		fmt.Fprintf(&b, "| %s | %d | %d | %d | %d | %.3f | %.3f | %.3f | %s |\n",
			f.Field, f.Gold(), f.Found, f.Missed, f.Invented, f.Precision(), f.Recall(), f.F1(), barOf(f.Field))
	}
	b.WriteString("\n## F1 by folder of pages (labelled findings in brackets)\n\n")
	folders(&b, outcomes)
	return b.String()
}

func barOf(field string) string {
	for _, bar := range Bars {
		switch {
		case bar.Field != field:
		case bar.Recall:
			return fmt.Sprintf("recall %.2f", bar.Least)
		default:
			return fmt.Sprintf("F1 %.3g", bar.Least)
		}
	}
	return ""
}

// folders writes a table with a column for each top folder.
func folders(b *strings.Builder, outcomes []Outcome) {
	var names []string
	parts := map[string][]Outcome{}
	for _, o := range outcomes {
		folder, _, _ := strings.Cut(o.Page, "/")
		if parts[folder] == nil {
			names = append(names, folder)
		}
		parts[folder] = append(parts[folder], o)
	}
	figures := map[string]Figure{}
	for _, name := range names {
		for _, f := range Figures(parts[name]) {
			figures[name+" "+f.Field] = f
		}
	}
	fmt.Fprintf(b, "| field | %s |\n|---|%s\n", strings.Join(names, " | "), strings.Repeat("--:|", len(names)))
	for _, field := range Fields[1:] {
		fmt.Fprintf(b, "| %s |", field)
		for _, name := range names {
			if f, ok := figures[name+" "+field]; ok {
				fmt.Fprintf(b, " %.3f (%d) |", f.F1(), f.Gold())
			} else {
				b.WriteString(" |")
			}
		}
		b.WriteByte('\n')
	}
}
