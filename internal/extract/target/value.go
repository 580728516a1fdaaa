package target

import (
	"strings"

	"tracuu/internal/model"
)

// value is a number with its unit and operator.
type value struct {
	start, end int // the number and the unit, and "trở lên" when it stands there
	op         model.Operator
	opStart    int // where the operator's words begin; start when there are none
	low        float64
	high       *float64
	unit       unit
	word       bool // written in words
	linked     bool // stands behind a word that a measure follows
	placed     bool // stands behind a word that only places it
	bracketed  bool
}

// values lists the numbers of s.low[from:to] that can be a measure, in order.
func (s *scan) values(from, to int) []value {
	var found []value
	depth := 0
	s.from = from
	for i := from; i < to; {
		switch c := s.low[i]; {
		case c == '(':
			depth++
		case c == ')':
			depth = max(depth-1, 0)
		case digit(c) || letter(c) && wordStart(s.low, i):
			v, next, ok := s.valueAt(i, to, found)
			v.bracketed = depth > 0
			if ok && s.counts(v, found) {
				found = append(found, v)
			}
			i = max(next, i+1)
			continue
		}
		i = step(s.low, i)
	}
	return found
}

// valueAt reads the value whose number begins at i, or steps over the word.
func (s *scan) valueAt(i, to int, before []value) (value, int, bool) {
	n, ok := s.numberFrom(i, to, before)
	if !ok {
		return value{}, max(n.end, wordTo(s.low, i)), false
	}
	v := value{start: i, opStart: i, low: n.value, word: n.words, op: model.Equal}
	end := share(s.low[:to], n.end)
	v.unit, ok = unitAt(s.low[:to], end, false)
	rangeFrom := end
	if ok {
		rangeFrom = v.unit.end
	}
	if high, u, is := s.rangeEnd(rangeFrom, to, v, ok); is {
		v.high, v.unit, ok, end = &high, u, true, u.end
		v.op = model.Range
	}
	s.readOperator(&v)
	if !ok && v.linked && !v.placed {
		v.unit, ok = unitAt(s.low[:to], end, true)
	}
	if !ok {
		if !v.bare(s.low[:to], end) {
			return value{}, end, false
		}
		v.unit = unit{start: end, end: end, quantity: "number", factor: 1, scale: 1}
	}
	v.compound(s.low[:to])
	v.end = v.unit.end
	s.operatorAfter(&v, to)
	s.bareFloor(&v, to)
	return v, v.end, true
}

// numberFrom reads digits, or words where a number in words is expected:
// behind a floor or before "phần trăm".
func (s *scan) numberFrom(i, to int, before []value) (number, bool) {
	if digit(s.low[i]) {
		n, ok := numberAt(s.low[:to], i)
		return n, ok && !s.taken(n.start, n.end)
	}
	n, ok := wordNumberAt(s.low[:to], i)
	if !ok {
		return number{}, false
	}
	u, known := unitAt(s.low[:to], n.end, false)
	switch {
	case !known || s.taken(n.start, n.end):
		return number{end: n.end}, false
	case u.quantity == "share", n.value > 10:
	case len(before) > 0 && before[len(before)-1].word: // một trường …, một trường …
	default:
		if op, _ := operatorBefore(s.low[max(0, i-40):i]); op != ">=" {
			return number{end: n.end}, false
		}
	}
	return n, true
}

// rangeEnd reads the second end of a range, and the unit behind it.
func (s *scan) rangeEnd(from, to int, v value, hasUnit bool) (float64, unit, bool) {
	at := rangeAfter(s.low[:to], from)
	if at < 0 || at >= to || !digit(s.low[at]) {
		return 0, unit{}, false
	}
	n, ok := numberAt(s.low[:to], at)
	if !ok || s.taken(n.start, n.end) || n.value <= v.low {
		return 0, unit{}, false
	}
	u, ok := unitAt(s.low[:to], n.end, !hasUnit)
	if !ok || hasUnit && u.quantity != v.unit.quantity {
		return 0, unit{}, false
	}
	return n.value, u, true
}

// compound reads the smaller part of a sum of money: 394 tỷ 581 triệu đồng.
func (v *value) compound(s string) {
	if v.unit.scale < 1e6 || v.high != nil {
		return
	}
	at := afterBlanks(s, v.unit.end)
	if at >= len(s) || !digit(s[at]) {
		return
	}
	n, ok := numberAt(s, at)
	if !ok {
		return
	}
	u, ok := unitAt(s, n.end, false)
	if !ok || u.quantity != "VND" || u.scale >= v.unit.scale {
		return
	}
	v.low += n.value * u.scale / v.unit.scale
	v.unit = unit{start: v.unit.start, end: u.end, quantity: u.quantity, factor: v.unit.scale, scale: v.unit.scale}
}

// bare tells a number that measures without a unit: an index or a score that
// is reached and ends its clause.
func (v value) bare(s string, end int) bool {
	at := afterBlanks(s, end)
	year := v.low >= 1900 && v.low <= 2100
	return v.linked && !v.placed && !year && (at >= len(s) || strings.IndexByte(",;.)", s[at]) >= 0)
}

// counts tells whether a value can be a measure beside those before it.
func (s *scan) counts(v value, before []value) bool {
	switch {
	case v.placed, v.unit.quantity == "figure", v.unit.quantity == "number" && !v.linked:
		return false
	case v.unit.duration() && (v.op == model.Equal && !v.linked || v.unit.quantity == "year" && v.op == model.Equal):
		return false
	case v.unit.quantity == "age" && !(phrases{"đạt", "là", "lên", "bình quân", "trung bình"}).tail(s.low[max(0, v.opStart-24):v.opStart]):
		return false // trẻ em dưới 5 tuổi
	case v.bracketed && len(before) > 0:
		return false // it explains the value before it
	}
	return true
}

// unitText is the unit as printed: of a compound sum, that of its first part.
func (v value) unitText(text string) string {
	u := printed(text[v.unit.start:v.unit.end])
	if v.unit.scale < 1e6 || !strings.ContainsAny(u, "0123456789") {
		return u
	}
	first, _, _ := strings.Cut(u, " ")
	if cut := strings.LastIndexByte(u, ' '); cut >= 0 && !strings.Contains(u, "/") {
		return first + u[cut:]
	}
	return u
}
