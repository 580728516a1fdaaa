package query

import (
	"regexp"
	"strconv"

	"tracuu/internal/extract/date"
	"tracuu/internal/model"
)

var (
	isoDay   = regexp.MustCompile(`^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$`)
	localDay = regexp.MustCompile(`^(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4}|\d{2})$`)
	dayMonth = regexp.MustCompile(`^(\d{1,2})[-/.](\d{1,2})$`)
)

// period reads a day, a month, a quarter, a year, printed or relative.
func (t today) period(s string) (period, bool) {
	if p, ok := t.relative(s); ok {
		return p, true
	}
	p, ok := t.printed(s)
	return p, ok && p.from.Year >= firstYear && p.to.Year <= lastYear
}

func (t today) printed(s string) (period, bool) {
	if m := dayMonth.FindStringSubmatch(s); m != nil && !t.day.IsZero() {
		return dayPeriod(strconv.Itoa(t.day.Year), m[2], m[1])
	}
	if m := isoDay.FindStringSubmatch(s); m != nil {
		return dayPeriod(m[1], m[2], m[3])
	}
	if m := localDay.FindStringSubmatch(s); m != nil {
		if len(m[3]) == 2 {
			if m[1] == "" {
				return period{}, false
			}
			short, _ := strconv.Atoi(m[3])
			m[3] = strconv.Itoa(century(short))
		}
		return dayPeriod(m[3], m[2], m[1])
	}
	if y, err := strconv.Atoi(s); err == nil && len(s) == 4 {
		return period{model.Date{Year: y, Month: 1, Day: 1}, model.Date{Year: y, Month: 12, Day: 31}}, true
	}
	tries := []string{s, "ngày " + s}
	if !t.day.IsZero() {
		year := strconv.Itoa(t.day.Year)
		tries = append(tries, s+" năm "+year, s+"/"+year)
	}
	for _, words := range tries {
		facts := date.Find(words, date.Context{})
		if len(facts) == 1 && facts[0].Start == 0 && facts[0].End == len(words) {
			return period{facts[0].From, facts[0].To}, true
		}
	}
	return period{}, false
}

// dayPeriod is a day, or a month when none is given.
func dayPeriod(year, month, day string) (period, bool) {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	if day == "" {
		first, ok := model.NewDate(y, m, 1)
		return period{first, shift(first, 1, -1)}, ok
	}
	n, _ := strconv.Atoi(day)
	d, ok := model.NewDate(y, m, n)
	return period{d, d}, ok
}
