package target

import "strings"

// clauseStart is where the clause of a cue at i begins, not before from: with
// the subject, and with a date that stands alone before it.
func (s *scan) clauseStart(from, i int) int {
	const reach = 400 // bytes
	low := borderBefore(s.low, max(from, i-reach))
	start := s.markBefore(low, i)
	head := strings.TrimRight(s.low[start:i], " \n")
	if strings.HasSuffix(head, " và") {
		return i
	}
	if start > low && s.low[start-1] == ',' {
		if before := s.markBefore(low, start-1); s.onlyDate(before, start-1) {
			return before
		}
	}
	return start
}

// markBefore is the offset behind the last mark that parts clauses before i;
// low without one. What brackets enclose parts nothing.
func (s *scan) markBefore(low, i int) int {
	depth := 0
	for j := i - 1; j >= low; j-- {
		switch c := s.low[j]; {
		case c == ')':
			depth++
		case c == '(' && depth > 0:
			depth--
		case depth > 0:
		case c == ',' && j > low && digit(s.low[j-1]) && j+1 < len(s.low) && digit(s.low[j+1]): // 1,3
		case c == ',' || c == ';' || c == ':' || c == '(' || c == '"':
			return j + 1
		case c == 0xE2 && strings.HasPrefix(s.low[j:], "“"):
			return j + len("“")
		}
	}
	return low
}

// onlyDate tells a part of the text that is a date and hardly more.
func (s *scan) onlyDate(from, to int) bool {
	i := firstEnding(s.Dates, from, func(d dateFact) int { return d.End })
	if i == len(s.Dates) || s.Dates[i].Start < from || s.Dates[i].End > to {
		return false
	}
	const other = 16 // bytes of "đến cuối" and its like
	return to-from-(s.Dates[i].End-s.Dates[i].Start) <= other
}

// datedClauses splits a clause without numbers where a comma and a date begin
// another one: "đến năm 2021 …, đến năm 2025 …".
func (s *scan) datedClauses(from, to int) [][2]int {
	var out [][2]int
	start := from
	for i := from + 1; i < to; i++ {
		if s.low[i] != ',' || !untilYear.begins(s.low[i+1:to]) || strings.TrimSpace(s.low[start:i]) == "" {
			continue
		}
		if s.onlyDate(start, i) {
			continue
		}
		out = append(out, [2]int{start, i})
		start = i + 1
	}
	return append(out, [2]int{start, to})
}

// untilYear opens a clause with a day or year to come.
var untilYear = phrases{"đến năm", "đến cuối năm", "đến hết năm", "và đến năm", "tới năm"}

// begins tells whether s begins with one of the phrases, blanks aside.
func (p phrases) begins(s string) bool {
	return p.starts(strings.TrimLeft(s, " \n\t*")) > 0
}
