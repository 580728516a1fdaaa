package target

import (
	"strings"

	"tracuu/internal/model"
)

// readOperator reads the words before a value: its operator, and whether they
// are words that a measure follows or words that only place a number.
func (s *scan) readOperator(v *value) {
	const reach = 48 // bytes of the longest operator with its fillers
	from := max(v.start-reach, s.from)
	for from < v.start && s.low[from]&0xC0 == 0x80 {
		from++
	}
	head := s.low[from:v.start]
	op, at := operatorBefore(head)
	if op != "" {
		v.opStart = from + at
		v.linked = true
		if v.op != model.Range || op == model.AtLeast || op == model.AtMost {
			v.op = op
		}
	}
	head = strings.TrimRight(head, " \n\t(")
	if rules().words["link"].ends(head) > 0 {
		v.linked = true
	}
	v.placed = op == "" && rules().words["place"].ends(head) > 0
}

// operatorBefore reads the operator that ends s, fillers between it and the
// end, and where its words begin. "" when none stands there.
func operatorBefore(s string) (model.Operator, int) {
	end := beforeBlanks(s, len(s))
	for range 3 {
		best, op := 0, model.Operator("")
		for _, r := range rules().operators {
			if n := r.words.ends(s[:end]); !r.after && n > best {
				best, op = n, r.op
			}
		}
		if best > 0 {
			return op, end - best
		}
		n := rules().fillers.ends(s[:end])
		if n == 0 {
			return "", 0
		}
		end = beforeBlanks(s, end-n)
	}
	return "", 0
}

// operatorAfter reads "trở lên" behind the unit or, when the number stands
// behind "từ", a few words on: "từ 80% số hộ trở lên".
func (s *scan) operatorAfter(v *value, to int) {
	at := afterBlanks(s.low, v.end)
	if at >= to {
		return
	}
	rest := s.low[at:to]
	for _, r := range rules().operators {
		if n := r.words.starts(rest); r.after && n > 0 {
			v.op, v.end = r.op, at+n
			return
		}
	}
	if !(phrases{"từ"}).tail(s.low[s.from:v.start]) {
		return
	}
	const far = 48
	near := rest[:borderBefore(rest, far)]
	if cut := strings.IndexAny(near, ",.;0123456789"); cut >= 0 {
		near = near[:cut]
	}
	if (phrases{"trở lên"}).in(near) {
		v.op = model.AtLeast
	}
}

// tail tells whether s ends with one of the phrases, blanks aside.
func (p phrases) tail(s string) bool { return p.ends(strings.TrimRight(s, " \n\t")) > 0 }

// bareFloor reads "chiếm từ 20% GRDP": "từ" alone is a floor where nothing
// behind the value says what it goes up or down to.
func (s *scan) bareFloor(v *value, to int) {
	const before, behind = 12, 24 // bytes
	if v.op != model.Equal || v.high != nil || !(phrases{"từ"}).tail(s.low[borderBefore(s.low, max(s.from, v.start-before)):v.start]) {
		return
	}
	rest := strings.TrimLeft(s.low[v.end:borderBefore(s.low, min(to, v.end+behind))], " ")
	if (phrases{"lên", "xuống", "đến", "còn", "tới", "-", "–", "trở", "năm"}).starts(rest) == 0 {
		v.op = model.AtLeast
	}
}
