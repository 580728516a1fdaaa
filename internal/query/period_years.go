package query

import (
	"regexp"
	"strconv"
)

var yearSpan = regexp.MustCompile(`^(\d{4})\s*[-–—]\s*(\d{4})$`)

// years reads the value of a filter by year; 0 is an open end.
func years(s string, day today) (from, to int, ok bool) {
	if m := yearSpan.FindStringSubmatch(s); m != nil {
		s = m[1] + ".." + m[2]
	}
	left, right, strict, open := splitPeriod(s)
	if !open {
		return day.years(s)
	}
	if left != "" {
		first, last, ok := day.years(left)
		if !ok {
			return 0, 0, false
		}
		from = first
		if strict {
			from = last + 1
		}
	}
	if right != "" {
		first, last, ok := day.years(right)
		if !ok {
			return 0, 0, false
		}
		to = last
		if strict {
			to = first - 1
		}
	}
	if from != 0 && to != 0 && from > to {
		from, to = to, from
	}
	return from, to, true
}

// years reads one year, or the years of a relative period: 2021, nay.
func (t today) years(s string) (from, to int, ok bool) {
	if y, err := strconv.Atoi(s); err == nil && len(s) == 4 {
		return y, y, firstYear <= y && y <= lastYear
	}
	p, ok := t.relative("năm " + s)
	if !ok {
		p, ok = t.relative(s)
	}
	return p.from.Year, p.to.Year, ok
}

func yearsName(from, to int) string {
	switch {
	case from == to:
		return strconv.Itoa(from)
	case to == 0:
		return "từ " + strconv.Itoa(from)
	case from == 0:
		return "đến " + strconv.Itoa(to)
	}
	return strconv.Itoa(from) + "–" + strconv.Itoa(to)
}
