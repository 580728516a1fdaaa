package target

import (
	"strings"

	"tracuu/internal/model"
)

// table is the goals of a table and where its rows stand.
type table struct {
	model.Span
	targets []model.Target
}

// cell is a cell of a row; offsets are those of the text.
type cell struct{ start, end int }

// tables finds the tables that have a column of goals: rows of cells parted by
// bars or tabs, under a row that names what is measured and what is planned.
func (s *scan) tables() []table {
	var found []table
	for at := 0; at < len(s.low); {
		end := lineEnd(s.low, at)
		if cells := s.cells(at, end); len(cells) >= 2 {
			if cols, ok := s.columns(cells); ok {
				t, next := s.table(cols, at, end)
				if len(t.targets) > 0 {
					found = append(found, t)
					end = max(end, next)
				}
			}
		}
		at = end + 1
	}
	return found
}

func lineEnd(s string, at int) int {
	if cut := strings.IndexByte(s[at:], '\n'); cut >= 0 {
		return at + cut
	}
	return len(s)
}

// cells splits a line at its bars or tabs; one cell when it has none.
func (s *scan) cells(from, to int) []cell {
	if strings.IndexByte(s.low[from:to], '|') < 0 && strings.IndexByte(s.low[from:to], '\t') < 0 {
		return nil
	}
	var out []cell
	start := from
	for i := from; i <= to; i++ {
		if i == to || s.low[i] == '|' || s.low[i] == '\t' {
			c := cell{afterBlanks(s.low[:i], start), beforeBlanks(s.low, i)}
			if c.end < c.start {
				c.end = c.start
			}
			out = append(out, c)
			start = i + 1
		}
	}
	return out
}

// columns says what the columns of a table hold.
type columns struct {
	name, unit int // -1 when there is none
	goals      []column
}

type column struct {
	index int
	due   string
}

var (
	nameHeads   = phrases{"chỉ tiêu", "tên chỉ tiêu", "nội dung", "mục tiêu", "các chỉ tiêu", "nội dung chỉ tiêu", "tiêu chí"}
	unitHeads   = phrases{"đơn vị tính", "đvt", "đơn vị", "đv tính", "đơn vị đo"}
	goalHeads   = phrases{"kế hoạch", "mục tiêu", "chỉ tiêu", "phấn đấu", "kh", "chỉ tiêu kế hoạch"}
	resultHeads = phrases{"thực hiện", "ước", "kết quả", "đạt được", "so sánh", "so với", "tỷ lệ", "th", "tăng", "giảm", "đánh giá", "thực hiện/kế hoạch", "ghi chú", "cơ quan", "đơn vị thực hiện", "chủ trì"}
)

// columns reads the head of a table; ok is false when no column holds goals.
func (s *scan) columns(cells []cell) (columns, bool) {
	cols := columns{name: -1, unit: -1}
	for i, c := range cells {
		text := s.low[c.start:c.end]
		switch {
		case text == "" || len(text) > 120:
		case unitHeads.starts(text) == len(text):
			cols.unit = i
		case cols.name < 0 && nameHeads.starts(text) > 0 && s.dueIn(c.start, c.end) == "":
			cols.name = i
		case cols.name >= 0 && goalHeads.in(text) && !resultHeads.in(text):
			cols.goals = append(cols.goals, column{i, s.dueIn(c.start, c.end)})
		}
	}
	return cols, cols.name >= 0 && len(cols.goals) > 0
}

// table reads the rows under a head and returns where they end.
func (s *scan) table(cols columns, at, end int) (table, int) {
	t := table{Span: model.Span{Start: at, End: end}}
	for end < len(s.low) {
		from := end + 1
		to := lineEnd(s.low, min(from, len(s.low)))
		if from >= to {
			break
		}
		cells := s.cells(from, to)
		if _, head := s.columns(cells); head || len(cells) <= cols.name {
			break
		}
		t.targets = append(t.targets, s.row(cols, cells)...)
		end = to
		t.End = to
	}
	return t, end
}

// row reads the goals of a row.
func (s *scan) row(cols columns, cells []cell) []model.Target {
	name := cells[cols.name]
	if name.start == name.end || strings.Trim(s.low[name.start:name.end], "0123456789.,()- ") == "" {
		return nil
	}
	var out []model.Target
	for _, col := range cols.goals {
		if col.index >= len(cells) {
			continue
		}
		v, ok := s.cellValue(cells[col.index])
		if !ok {
			continue
		}
		p := part{start: cells[0].start, end: cells[len(cells)-1].end, name: name.start, value: &v, rule: RuleTable, confidence: 0.8}
		out = append(out, s.rowTarget(p, cols, cells, col))
	}
	return out
}

func (s *scan) rowTarget(p part, cols columns, cells []cell, col column) model.Target {
	t := s.target(p, col.due)
	name := cells[cols.name]
	t.Indicator = printed(strings.Trim(s.Text[name.start:name.end], "-+*• "))
	measure := "count"
	if cols.unit >= 0 && cols.unit < len(cells) && t.Unit == "" {
		c := cells[cols.unit]
		t.Unit = printed(s.Text[c.start:c.end])
		if u, ok := unitAt(s.low[:c.end], c.start, false); ok {
			t.Quantity, t.Factor, measure = u.quantity, u.factor, u.kind()
		}
	} else if p.value != nil {
		measure = p.value.unit.kind()
	}
	t.Family = familyOf(t.Indicator, measure)
	return t
}

// cellValue reads a cell that is a number: "95", "≥ 95%", "90 - 95".
func (s *scan) cellValue(c cell) (value, bool) {
	const longest = 48
	if c.end-c.start > longest || c.end == c.start {
		return value{}, false
	}
	s.from = c.start
	for i := c.start; i < c.end; i++ {
		if !digit(s.low[i]) {
			continue
		}
		n, ok := numberAt(s.low, i)
		if !ok {
			return value{}, false
		}
		v := value{start: i, opStart: i, low: n.value, op: model.Equal}
		v.unit, ok = unitAt(s.low[:c.end], n.end, false)
		if !ok {
			v.unit = unit{start: n.end, end: n.end, quantity: "number", factor: 1, scale: 1}
		}
		if high, u, is := s.cellRange(v, c.end); is {
			v.high, v.unit, v.op = &high, u, model.Range
		}
		s.readOperator(&v)
		v.end = v.unit.end
		s.operatorAfter(&v, c.end)
		return v, true
	}
	return value{}, false
}

func (s *scan) cellRange(v value, to int) (float64, unit, bool) {
	at := rangeAfter(s.low[:to], v.unit.end)
	if at < 0 || at >= to || !digit(s.low[at]) {
		return 0, unit{}, false
	}
	n, ok := numberAt(s.low, at)
	if !ok || n.value <= v.low {
		return 0, unit{}, false
	}
	u, ok := unitAt(s.low[:to], n.end, false)
	if !ok {
		u = unit{start: n.end, end: n.end, quantity: "number", factor: 1, scale: 1}
	}
	return n.value, u, true
}
