package assignment

import "strings"

// span is a range of the text.
type span struct{ start, end int }

// columns are those of a table of tasks; -1 for none.
type columns struct{ task, head, partner, due, count int }

const bar = " | " // between the cells of a row, as package page writes them

// tables reads the rows of tables that have a column for who is in charge.
func (r *reader) tables() {
	defer func() { r.done, r.last = 0, "" }()
	var c columns
	for start := 0; start < len(r.text); {
		end := len(r.text)
		if n := strings.IndexByte(r.text[start:], '\n'); n >= 0 {
			end = start + n
		}
		if line := r.text[start:end]; strings.Contains(line, bar) {
			if head, ok := header(line); ok {
				c = head
				r.cells = append(r.cells, span{start, end})
			} else if c.count > 0 && r.row(c, start, end) {
				r.cells = append(r.cells, span{start, end})
			}
		}
		start = end + 1
	}
}

// header reads the row that names the columns.
func header(line string) (columns, bool) {
	cells := strings.Split(line, bar)
	c := columns{task: -1, head: -1, partner: -1, due: -1, count: len(cells)}
	for i, cell := range cells {
		switch folded := foldCell(cell); {
		case headed(folded, "field task") && c.task < 0:
			c.task = i
		case headed(folded, "field partner") && c.partner < 0:
			c.partner = i
		case headed(folded, "head") && c.head < 0:
			c.head = i
		case headed(folded, "field due") && c.due < 0:
			c.due = i
		}
	}
	if c.task < 0 && c.head > 0 {
		c.task = c.head - 1
	}
	return c, c.head >= 0 && c.task >= 0 && c.task != c.head
}

// row reads a row of a table: the quote is its task's cell.
func (r *reader) row(c columns, start, end int) bool {
	cells := make([]span, 0, c.count)
	for at := start; at <= end; {
		next := end
		if n := strings.Index(r.text[at:end], bar); n >= 0 {
			next = at + n
		}
		cells = append(cells, span{at, next})
		at = next + len(bar)
	}
	if len(cells) != c.count {
		return false
	}
	what, who := cells[c.task], strings.TrimSpace(r.text[cells[c.head].start:cells[c.head].end])
	if who == "" || what.start >= what.end {
		return false
	}
	from, to := r.folded.At(what.start), r.folded.At(what.end)
	begin, headEnd := r.folded.At(cells[c.head].start), r.folded.At(cells[c.head].end)
	if !r.opensActor(r.blanks(begin, headEnd), headEnd, true) {
		return false
	}
	before := len(r.found)
	if !r.add(task{quote: from, end: to, agency: who, begin: from, rule: RuleSheet}) {
		return false
	}
	for k := before; k < len(r.found); k++ {
		if c.partner >= 0 {
			r.found[k].Partners = r.split(r.folded.At(cells[c.partner].start), r.folded.At(cells[c.partner].end))
		}
		if c.due >= 0 {
			if days := r.daysIn(cells[c.due].start, cells[c.due].end); len(days) > 0 {
				r.found[k].Due = days[len(days)-1]
			}
		}
	}
	return true
}

// inTable tells a unit of a row that is read already.
func (r *reader) inTable(u unit) bool {
	for len(r.cells) > 0 && r.cells[0].end < u.Start {
		r.cells = r.cells[1:]
	}
	return len(r.cells) > 0 && u.Start >= r.cells[0].start
}
