package flow

import "strings"

// Row makes the text of a table row; cells hold paragraphs. Rows of two cells
// with several lines are layout, as the head of every official document:
// their cells follow each other. Other rows become one line, cells apart by
// tabs; empty cells keep their column, those at the end are dropped.
func Row(cells [][]string) string {
	layout := false
	for _, paras := range cells {
		layout = layout || len(cells) <= 2 && (len(paras) > 1 || len(paras) == 1 && strings.Contains(paras[0], "\n"))
	}
	lines := make([]string, 0, len(cells))
	for _, paras := range cells {
		if layout {
			lines = append(lines, strings.Join(paras, "\n"))
		} else {
			lines = append(lines, OneLine(strings.Join(paras, " ")))
		}
	}
	between := "\t"
	if layout {
		between = "\n"
	}
	return strings.TrimRight(strings.Join(lines, between), "\t")
}

// OneLine writes a text with single blanks.
func OneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
