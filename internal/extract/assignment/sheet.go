package assignment

import (
	"slices"
	"strings"

	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// sheet is a task sheet being read, line by line: "Tên nhiệm vụ: …", "Cơ quan
// chủ trì: …", "Thời gian hoàn thành: …". Where no field names the task it is
// the line before the fields.
type sheet struct {
	task, end int // folded range of the task
	named     bool
	made      []int // the assignments made of it, in found
}

// field reads a field of a sheet. It tells whether the unit was one.
func (r *reader) field(i int) bool {
	u := r.units[i]
	kind, at := r.label(u.body, u.to)
	switch kind {
	case "":
		if u.opens || u.level > 0 {
			r.sheet = sheet{task: u.body, end: r.quoteEnd(i, u.body)}
		}
		return false
	case "field task":
		r.sheet = sheet{task: at, end: u.to, named: true}
	case "head":
		r.inCharge(at, u.to)
	default:
		r.completes(kind, at, u)
	}
	return true
}

// label reads the label of a field, up to its colon.
func (r *reader) label(at, end int) (kind string, value int) {
	const longest = 64 // bytes of a label
	if strings.IndexByte(r.folded.Text[at:min(end, at+longest)], ':') < 0 {
		return "", at
	}
	for _, kind := range []string{"head", "field partner", "field due", "field other", "field task"} {
		n, ok := r.begins(at, end, rules().kinds[kind])
		if !ok {
			continue
		}
		rest := at + n
		for rest < end && r.folded.Text[rest] == ' ' {
			rest++
		}
		if rest < end && r.folded.Text[rest] == ':' {
			return kind, r.blanks(rest+1, end)
		}
	}
	return "", at
}

// inCharge makes the assignment of a sheet from the field that names who is in
// charge.
func (r *reader) inCharge(at, end int) {
	s := &r.sheet
	if s.end <= s.task || !r.opensActor(at, end, true) || len(s.made) > 0 {
		return
	}
	if !s.named && !r.taskOpens(s.task, s.end) {
		return
	}
	who, _, _ := strings.Cut(r.name(at, end), ";")
	before := len(r.found)
	if r.add(task{quote: s.task, end: s.end, agency: who, begin: s.task, rule: RuleSheet}) {
		for k := before; k < len(r.found); k++ {
			s.made = append(s.made, k)
		}
	}
}

// completes adds partners or a deadline to the assignment of a sheet.
func (r *reader) completes(kind string, at int, u unit) {
	for _, k := range r.sheet.made {
		switch a := &r.found[k]; {
		case kind == "field partner" && a.Partners == nil:
			a.Partners = r.split(at, u.to)
		case kind == "field due" && a.Due.IsZero():
			if days := r.daysIn(u.Start, u.End); len(days) > 0 {
				a.Due = days[len(days)-1]
			}
		}
	}
}

// daysIn are the last days of the dates in a range of the text.
func (s source) daysIn(from, end int) []model.Date {
	first, _ := slices.BinarySearchFunc(s.dates, from, func(d model.DateFact, at int) int { return d.Start - at })
	var days []model.Date
	for _, d := range s.dates[first:] {
		if d.End > end {
			break
		}
		days = append(days, d.To)
	}
	return days
}

// headed tells whether a cell is the heading of a column of a kind.
func headed(cell, kind string) bool {
	cell = strings.Trim(cell, " .:*\n")
	if len(cell) < 2 {
		return false
	}
	l := rules().kinds[kind]
	return l != nil && slices.ContainsFunc(l.words[[2]byte{cell[0], cell[1]}], func(w word) bool { return w.folded == cell })
}

func foldCell(cell string) string { return strings.Join(strings.Fields(vietnamese.Fold(cell)), " ") }
