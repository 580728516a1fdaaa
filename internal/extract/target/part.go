package target

import "strings"

// part is a clause that states one goal.
type part struct {
	start, end int
	name       int // where the words of the indicator begin: behind the cue
	value      *value
	rule       string
	confidence float64
	carries    bool // the sentence behind may go on with it
}

// split gives each value of s.low[from:to] the clause around it. name is where
// the words behind the cue begin.
func (s *scan) split(from, name, to int, values []value, rule string, confidence float64) []part {
	parts := make([]part, 0, len(values))
	respective := strings.Contains(s.low[from:to], "lần lượt")
	for i := range values {
		p := part{start: from, end: to, name: max(name, from), value: &values[i], rule: rule, confidence: confidence}
		if i+1 < len(values) && !respective {
			p.end = s.border(p, values[i+1])
		}
		parts = append(parts, p)
		if !respective {
			from = p.end
		}
	}
	inheritFloor(parts)
	return parts
}

// border is where the clause of a value ends before that of the next one: at
// the comma or "và" that a date follows; at the first one when the indicator
// stands before the value, at the last one when it stands behind.
func (s *scan) border(p part, next value) int {
	gap := s.low[p.value.end:max(next.opStart, p.value.end)]
	var marks []int
	depth := 0
	for i := 0; i < len(gap); i++ {
		switch c := gap[i]; {
		case c == '(':
			depth++
		case c == ')':
			depth = max(depth-1, 0)
		case depth > 0:
		case c == ',' || c == ';' || c == ':':
			marks = append(marks, i+1)
		case c == ' ' && strings.HasPrefix(gap[i:], " và "):
			marks = append(marks, i+1)
		}
	}
	if len(marks) == 0 {
		return max(next.opStart, p.value.end)
	}
	for _, m := range marks {
		if opensDate(gap[m:]) {
			return p.value.end + m
		}
	}
	if len(s.words(p.name, p.value.opStart)) >= 2 {
		return p.value.end + marks[0]
	}
	return p.value.end + marks[len(marks)-1]
}

// words is the words of an indicator that stand in a part of the text, at most
// the last few.
func (s *scan) words(from, to int) []string {
	const reach = 60
	if from >= to {
		return nil
	}
	from = max(from, to-reach)
	head := edges.trim(s.low[borderBefore(s.low, from):to])
	return strings.Fields(head)
}

// dateWords open a date in the middle of a sentence.
var dateWords = phrases{
	"đến năm", "đến cuối năm", "đến hết năm", "và đến năm", "và đến", "năm", "từ năm", "trong năm", "giai đoạn", "vào năm",
	"trong đó năm", "đến cuối nhiệm kỳ", "trước năm", "quý", "đến tháng", "và năm", "trong đó, năm", "trong đó, đến năm", "trong đó đến năm", "tới năm",
}

func opensDate(s string) bool {
	return dateWords.starts(strings.TrimLeft(s, " \n\t*")) > 0
}

// inheritFloor gives the floor of "ít nhất một trường mầm non, một trường tiểu
// học" to the equal numbers that follow it.
func inheritFloor(parts []part) {
	for i := 1; i < len(parts); i++ {
		v, before := parts[i].value, parts[i-1].value
		if v.word && before.word && v.op == "=" && v.low == before.low && v.unit.quantity == before.unit.quantity {
			v.op = before.op
		}
	}
}

// trimmed narrows a part to its words: no blanks, marks of lists or stops.
func (s *scan) trimmed(p part) part {
	for p.start < p.end {
		c := s.low[p.start]
		if n := leading.starts(s.low[p.start:p.end]); n > 0 {
			p.start += n
		} else if blank(c) || strings.IndexByte(",;:*.)_|", c) >= 0 {
			p.start++
		} else {
			break
		}
	}
	for p.end > p.start {
		c := s.low[p.end-1]
		if n := trailing.ends(s.low[p.start:p.end]); n > 0 {
			p.end -= n
		} else if blank(c) || strings.IndexByte(",;:.*_(/|", c) >= 0 {
			p.end--
		} else {
			break
		}
	}
	p.name = min(max(p.name, p.start), p.end)
	return p
}

var leading = phrases{"và", "“", "- ", "đồng thời"}

var trailing = phrases{"và", "…", "trong đó", "”"}
