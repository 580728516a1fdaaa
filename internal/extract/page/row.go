package page

import "strings"

// cellBar stands between the cells of a table row. A bar, not a tab: it
// survives cleaning, people see it, and no rule reads a number or a sentence
// across it.
const cellBar = " | "

// maxRow bounds the bytes of a table row that is put on one line.
const maxRow = 4000

// row is a table row being read: where in out it and its cells start.
type row struct {
	start  int
	cells  []int
	nested bool // holds another table: a row of layout
}

// closeRow puts the cells of a row of data on one line. Rows of layout keep
// their lines: those with a table inside, with one cell, or with two cells of
// which one has several lines, as the head of an official document.
func (r *renderer) closeRow() {
	if len(r.rows) == 0 {
		return
	}
	top := r.rows[len(r.rows)-1]
	r.rows = r.rows[:len(r.rows)-1]
	if top.nested || len(top.cells) < 2 || len(r.out)-top.start < 2 {
		return
	}
	var cells []string
	joined := line{first: r.out[top.start].first}
	several, size := false, 0
	for i, start := range top.cells {
		end := len(r.out)
		if i+1 < len(top.cells) {
			end = top.cells[i+1]
		}
		if start == end {
			continue
		}
		several = several || end-start > 1
		var parts []string
		for _, l := range r.out[start:end] {
			parts = append(parts, l.text)
			joined.links = append(joined.links, l.links...)
			joined.linked += l.linked
			size += len(l.text)
		}
		cells = append(cells, strings.Join(parts, " "))
	}
	if len(cells) < 2 || several && len(top.cells) < 3 || size > maxRow {
		return
	}
	joined.text = strings.Join(cells, cellBar)
	r.out = append(r.out[:top.start], joined)
}
