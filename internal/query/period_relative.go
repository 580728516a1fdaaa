package query

import (
	"strconv"
	"strings"
	"sync"
	"time"

	"tracuu/data"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

// relativeWords is data/rules/periods.txt, folded.
type relativeWords struct {
	named map[string]relativePeriod
	units map[string]string
	back  []string
}

type relativePeriod struct {
	unit  string
	shift int
}

var relatives = sync.OnceValue(func() relativeWords {
	r := relativeWords{named: map[string]relativePeriod{}, units: map[string]string{}}
	rows, err := data.Table("periods.txt", 3)
	if err != nil {
		return r
	}
	for _, row := range rows {
		for _, w := range data.List(row[2]) {
			w = vietnamese.Fold(w)
			switch row[0] {
			case "unit":
				r.units[w] = row[1]
			case "back":
				r.back = append(r.back, w)
			default:
				by, _ := strconv.Atoi(row[1])
				r.named[w] = relativePeriod{row[0], by}
			}
		}
	}
	return r
})

// relative reads a period that is reckoned from today.
func (t today) relative(s string) (period, bool) {
	if t.day.IsZero() {
		return period{}, false
	}
	s = strings.Join(strings.Fields(vietnamese.Fold(s)), " ")
	if named, ok := relatives().named[s]; ok {
		return t.around(named.unit, named.shift), true
	}
	for _, back := range relatives().back {
		rest, ok := strings.CutSuffix(s, " "+back)
		if !ok {
			rest, ok = strings.CutPrefix(s, back+" ")
		}
		count, unit, two := strings.Cut(rest, " ")
		n, err := strconv.Atoi(count)
		if ok && two && err == nil && 0 < n && n <= maxBack && relatives().units[unit] != "" {
			return t.back(relatives().units[unit], n), true
		}
	}
	return period{}, false
}

const maxBack = 400 // units

// around is the day, week (from Monday), month, quarter or year that lies by
// units from today's.
func (t today) around(unit string, by int) period {
	d := t.day
	switch unit {
	case "week":
		weekday := (int(time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Weekday()) + 6) % 7
		monday := shift(d, 0, 7*by-weekday)
		return period{monday, shift(monday, 0, 6)}
	case "month":
		first := shift(model.Date{Year: d.Year, Month: d.Month, Day: 1}, by, 0)
		return period{first, shift(first, 1, -1)}
	case "quarter":
		first := shift(model.Date{Year: d.Year, Month: (d.Month-1)/3*3 + 1, Day: 1}, 3*by, 0)
		return period{first, shift(first, 3, -1)}
	case "year":
		return period{model.Date{Year: d.Year + by, Month: 1, Day: 1}, model.Date{Year: d.Year + by, Month: 12, Day: 31}}
	}
	day := shift(d, 0, by)
	return period{day, day}
}

// back is the n units up to today: "30 ngày qua" has 30 days, today among them.
func (t today) back(unit string, n int) period {
	months := map[string]int{"month": 1, "quarter": 3, "year": 12}[unit]
	switch {
	case months > 0:
		return period{shift(shift(t.day, -n*months, 0), 0, 1), t.day}
	case unit == "week":
		n *= 7
	}
	return period{shift(t.day, 0, 1-n), t.day}
}
