package assignment

import (
	"strings"

	"tracuu/internal/model"
)

// unit is a sentence, a piece of one up to a semicolon, or a line.
type unit struct {
	model.Span
	from, to int  // of the folded text
	body     int  // folded offset behind the mark of an item
	level    int  // of the mark; 0 for none
	opens    bool // begins a line
	goesOn   bool // stands behind a semicolon on the same line
	joined   int  // units that were joined to it
}

// maxJoined bounds how often a list of actors that semicolons part is read
// again as it grows.
const maxJoined = 12

// units cuts a text; what print puts between pages is left out.
func (s source) units(sentences []model.Span) []unit {
	all := make([]unit, 0, len(sentences))
	for _, span := range sentences {
		u := unit{Span: span, from: s.folded.At(span.Start), to: s.folded.At(span.End)}
		if chrome(s.folded.Text[u.from:u.to]) {
			continue
		}
		before := s.text[:span.Start]
		between := before[max(0, len(before)-3):]
		u.opens = span.Start == 0 || strings.Contains(between, "\n")
		u.goesOn = !u.opens && strings.HasSuffix(strings.TrimRight(between, " "), ";")
		u.level, u.body = mark(s.folded.Text, u.from, u.to)
		if n := len(all); u.goesOn && u.level == 0 && all[n-1].joined < maxJoined && u.from-all[n-1].from < maxActors/2 && s.actorsOnly(all[n-1]) {
			all[n-1].to, all[n-1].End = u.to, u.End // "Sở Y tế; Sở Tài chính; Báo … chủ động"
			all[n-1].joined++
			continue
		}
		all = append(all, u)
	}
	return all
}

// actorsOnly tells a unit that ends in a list of actors and says nothing of them.
func (s source) actorsOnly(u unit) bool {
	end := u.from + len(strings.TrimRight(s.folded.Text[u.from:u.to], " ;"))
	who, ok := s.readActors(u.body, end, false)
	if ok && who.verb == toColon && who.end == end {
		return true
	}
	at := end
	for range 12 { // "chỉ đạo thủ trưởng các phòng, ban;"
		at = strings.LastIndexByte(s.folded.Text[u.body:max(u.body, at)], ' ') + u.body
		if at < u.body {
			return false
		}
		if n, is := s.begins(at+1, end, rules().order); is {
			who, ok := s.readActors(s.blanks(at+1+n, end), end, true)
			return ok && who.verb == toColon && who.end == end
		}
	}
	return false
}

// chrome tells the page head of the gazette and the stamp of a signature.
func chrome(line string) bool {
	if strings.Trim(line, " 0123456789-/.") == "" {
		return true
	}
	for _, head := range []string{"cong bao/so", "ky boi:", "ngay ky:", "co quan: van phong chinh phu", "email:", "nguoi ky:"} {
		if strings.HasPrefix(line, head) {
			return true
		}
	}
	return false
}

// Levels of the marks of items, the outer first.
const (
	article  = 1 + iota // Điều 5.
	roman               // II.
	number              // 3.
	decimal             // 3.1.
	letter              // a)
	dash                // -
	plus                // +
	numbers  = "0123456789"
	maxMarks = 3 // marks in a row, as scans have them
)

// mark reads the marks of an item and returns the level of the last one and
// the offset behind it.
func mark(f string, from, to int) (level, body int) {
	at := from
	for at < to && strings.IndexByte(" _", f[at]) >= 0 {
		at++ // specks of a scan
	}
	if strings.HasPrefix(f[at:to], ") ") {
		return letter, at + len(") ")
	}
	for range maxMarks {
		next, l := oneMark(f, at, to)
		if l == 0 {
			break
		}
		at, level = next, l
	}
	return level, at
}

func oneMark(f string, at, to int) (next, level int) {
	for at < to && f[at] == ' ' {
		at++
	}
	if at >= to {
		return at, 0
	}
	switch {
	case f[at] == '-' || strings.HasPrefix(f[at:to], "–") || strings.HasPrefix(f[at:to], "•") || f[at] == '*':
		return after(f, at, to, "-–•*"), dash
	case f[at] == '+':
		return after(f, at, to, "+"), plus
	}
	rest := f[at:to]
	if strings.HasPrefix(rest, "dieu ") {
		digits := len("dieu ")
		for digits < len(rest) && strings.IndexByte(numbers, rest[digits]) >= 0 {
			digits++
		}
		if digits > len("dieu ") && digits < len(rest) && strings.IndexByte(".:", rest[digits]) >= 0 {
			return after(f, at+digits, to, ".:"), article
		}
		return at, 0
	}
	return ordinal(f, at, to)
}

// ordinal reads "3.", "3.1.", "II.", "a)", "3)", "1/".
func ordinal(f string, at, to int) (next, level int) {
	const longest = 8
	stop := at
	for stop < to && stop-at < longest && (f[stop] >= 'a' && f[stop] <= 'z' || strings.IndexByte(numbers+".", f[stop]) >= 0) {
		stop++
	}
	label := strings.TrimRight(f[at:stop], ".")
	closed := stop < to && (f[stop] == ')' || f[stop] == '/')
	if label == "" || len(label) == stop-at && !closed {
		return at, 0
	}
	if end := at + len(label); !closed && end+1 < to && f[end+1] != ' ' && f[end+1] != '\n' {
		return at, 0
	}
	switch {
	case strings.Trim(label, "ivx") == "" && len(label) > 1 || label == "i" || label == "v" && !closed:
		level = roman
	case strings.Trim(label, numbers) == "" && len(label) <= 3:
		level = number
	case strings.Trim(label, numbers+".") == "":
		level = decimal
	case len(label) == 1:
		level = letter
	default:
		return at, 0
	}
	return after(f, at+len(label), to, ".)/"), level
}

// after steps over the signs of a mark and the blanks behind it.
func after(f string, at, to int, signs string) int {
	for at < to && (strings.IndexByte(signs, f[at]) >= 0 || f[at] >= 0x80) {
		at++
	}
	for at < to && f[at] == ' ' {
		at++
	}
	return at
}
