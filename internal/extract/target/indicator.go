package target

import "strings"

// trimmer is words at both ends of an indicator that are no part of it.
type trimmer struct{ before, after phrases }

var edges = trimmer{
	before: phrases{
		"phấn đấu", "mục tiêu", "chỉ tiêu", "có", ",", ":", "-", "+", "là", "đạt", "đưa", "nâng", "và", "trong đó", "tối thiểu",
		"ít nhất", "phải", "sẽ", "cụ thể", "*", ".", "thì", "rằng", "được", "bảo đảm", "đảm bảo", "trở lên", ")", "cần", "này", "đề ra",
	},
	after: phrases{
		"đạt", "có", "từ", "trên", "dưới", "còn", "là", ":", ",", "khoảng", "lên", "xuống", "tăng", "giảm", "chiếm", "hơn", "(",
		"bình quân", "mức", "thêm", "đạt tỷ lệ", "ở mức", "đến", "vào", "và", "“", "duy trì", "phấn đấu", "*", "tăng thêm", "giảm còn",
		"lần lượt", "cho", ";", "của",
	},
}

// openings are the words before a goal without a number that are no part of it.
var openings = trimmer{
	before: phrases{"phấn đấu", "mục tiêu", "chỉ tiêu", "là", "phải", ",", ":", "và", "trong đó", "*", "-", "+", "."},
	after:  phrases{",", ";", ":", "*", "vào", "và"},
}

// trim takes the words at the ends away, in bounded time.
func (e trimmer) trim(s string) string {
	for range 12 {
		s = strings.Trim(s, " \n\t")
		n, m := e.before.starts(s), 0
		if n == 0 {
			m = e.after.ends(s)
		}
		if n == 0 && m == 0 {
			break
		}
		s = s[n : len(s)-m]
	}
	return s
}

// indicator is the words that say what is measured, as printed: those between
// the cue and the value, with those behind the value when the first do not say
// enough. It is "" when the clause does not name it.
func (s *scan) indicator(p part) string {
	if p.value == nil {
		return s.name(p.name, p.end, openings)
	}
	to := max(p.value.opStart, p.name)
	before := s.name(p.name, to, edges)
	head := strings.TrimRight(s.low[p.name:to], " \n")
	changes := change.ends(head)
	if n := len(strings.Fields(before)); (n > 4 || n > 2 && changes == 0) && !onlyScope.begins(strings.ToLower(before)) {
		return before
	}
	behind := s.behind(p)
	switch {
	case behind == "":
		return before
	case changes > 0:
		return head[len(head)-changes:] + " " + behind
	case before == "" || onlyScope.begins(strings.ToLower(before)):
		return behind
	}
	return before + " " + behind
}

// change is the verbs that an indicator behind the value needs: "giảm 30% thời
// gian họp".
var change = phrases{"giảm", "cắt giảm", "tăng", "tiết kiệm", "giảm tối thiểu", "sử dụng"}

// onlyScope opens words before a value that name a place or time, no measure.
var onlyScope = phrases{"mỗi", "toàn", "cuối năm", "trong năm", "cả nước", "năm nay", "trong đó"}

// behind is the name that follows a value: of a count it begins with the noun
// that is counted.
func (s *scan) behind(p part) string {
	from := p.value.end
	if p.value.unit.countable() && p.value.end == p.value.unit.end {
		from = p.value.unit.start
	}
	from = max(from, p.start)
	to := p.end
	for _, stop := range []string{" so với", ", ", " (", "; ", " trên tổng số"} {
		if cut := strings.Index(s.low[from:max(to, from)], stop); cut > 0 {
			to = from + cut
		}
	}
	return s.name(from, to, edges)
}

// name is a part of the text without dates, numbers and the words of edges at
// its ends.
func (s *scan) name(from, to int, e trimmer) string {
	const longest = 400 // bytes
	for range 3 {
		from, to = s.undated(from, to)
		if from >= to {
			return ""
		}
		if to-from > longest {
			to = borderBefore(s.low, from+longest)
		}
		low := e.trim(s.low[from:to])
		at := strings.Index(s.low[from:to], low)
		if low == "" || at < 0 {
			return ""
		}
		from += at
		to = from + len(strings.TrimRight(low, "0123456789.,%-– "))
		if to <= from {
			return ""
		}
		if len(low) == to-from && !s.dated(from, to) {
			break
		}
	}
	return printed(s.Text[from:to])
}

// undated narrows a part of the text by the dates at its ends.
func (s *scan) undated(from, to int) (int, int) {
	i := firstEnding(s.Dates, from, func(d dateFact) int { return d.End })
	for ; i < len(s.Dates) && s.Dates[i].Start < to; i++ {
		d := s.Dates[i]
		switch {
		case d.Start-from <= 12:
			from = min(d.End, to)
		case to-d.End <= 4:
			to = d.Start
		}
	}
	return from, to
}

// dated tells whether a date stands at an end of a part of the text.
func (s *scan) dated(from, to int) bool {
	a, b := s.undated(from, to)
	return a != from || b != to
}
