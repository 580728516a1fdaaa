package query

import (
	"strconv"
	"strings"
	"time"

	"tracuu/internal/model"
)

// today is the day that relative dates are reckoned from; without it there are
// none.
type today struct{ day model.Date }

// period is a time by its first and its last day.
type period struct{ from, to model.Date }

// The years that documents and articles can be of.
const (
	firstYear = 1945
	lastYear  = 2100
)

// splitPeriod reads the signs of open and closed periods: a..b, a.., ..b, >=a,
// >a, <=b, <b. The parts are empty where the period is open; strict tells that
// the part itself is outside.
func splitPeriod(s string) (from, to string, strict, ok bool) {
	s = strings.NewReplacer("…", "..", "...", "..", "≥", ">=", "≤", "<=").Replace(s)
	for _, sign := range []string{">=", "<=", ">", "<"} {
		rest, found := strings.CutPrefix(s, sign)
		if !found {
			continue
		}
		rest = strings.TrimSpace(rest)
		if sign[0] == '>' {
			return rest, "", sign == ">", rest != ""
		}
		return "", rest, sign == "<", rest != ""
	}
	from, to, found := strings.Cut(s, "..")
	if !found {
		return "", "", false, false
	}
	from, to = strings.TrimSpace(from), strings.TrimSpace(to)
	return from, to, false, from != "" || to != ""
}

// days reads the value of a filter by day.
func days(use fieldUse, s string, day today) (value, bool) {
	if use.prefix != "" {
		s = use.prefix + " " + s
	}
	left, right, strict, open := splitPeriod(s)
	p, ok := day.period(s)
	if open {
		p, ok = day.between(left, right, strict)
	}
	if !ok || open && use.period != "" {
		return value{}, false
	}
	p = p.opened(use.period)
	if !p.from.IsZero() && !p.to.IsZero() && p.from.Compare(p.to) > 0 {
		p.from, p.to = p.to, p.from
	}
	return value{from: p.from.Number(), to: p.to.Number(), name: p.name()}, true
}

func (t today) between(left, right string, strict bool) (p period, ok bool) {
	if left != "" {
		q, ok := t.period(left)
		if !ok {
			return p, false
		}
		p.from = q.from
		if strict {
			p.from = shift(q.to, 0, 1)
		}
	}
	if right != "" {
		q, ok := t.period(right)
		if !ok {
			return p, false
		}
		p.to = q.to
		if strict {
			p.to = shift(q.from, 0, -1)
		}
	}
	return p, true
}

// opened makes a period open on one side.
func (p period) opened(how string) period {
	switch how {
	case "from":
		return period{from: p.from}
	case "to":
		return period{to: p.to}
	case "before":
		return period{to: shift(p.from, 0, -1)}
	case "after":
		return period{from: shift(p.to, 0, 1)}
	}
	return p
}

func dayOfNumber(n int) model.Date {
	return model.Date{Year: n / 10000, Month: time.Month(n / 100 % 100), Day: n % 100}
}

// shift moves a day by months and days; the day of a shorter month is its last.
func shift(d model.Date, months, by int) model.Date {
	first := time.Date(d.Year, d.Month+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return model.DateOf(first.AddDate(0, 0, min(d.Day, last)-1+by))
}

// name tells a period to people: by its month, quarter or year where it is one.
func (p period) name() string {
	year := strconv.Itoa(p.from.Year)
	quarter := (int(p.from.Month)-1)/3 + 1
	switch {
	case p.from == p.to:
		return p.from.Vietnamese()
	case p.to.IsZero():
		return "từ " + p.from.Vietnamese()
	case p.from.IsZero():
		return "đến " + p.to.Vietnamese()
	case p.from.Day != 1:
	case p.to == shift(p.from, 1, -1):
		return "tháng " + strconv.Itoa(int(p.from.Month)) + "/" + year
	case p.to == shift(p.from, 3, -1) && int(p.from.Month) == 3*quarter-2:
		return "quý " + []string{"I", "II", "III", "IV"}[quarter-1] + "/" + year
	case p.to == shift(p.from, 12, -1) && p.from.Month == 1:
		return "năm " + year
	}
	return p.from.Vietnamese() + "–" + p.to.Vietnamese()
}
