package date

import "strings"

// join looks for a second element behind the first: từ ngày 27/3 đến ngày
// 09/4/2019, 2016 - 2020, 30/4/1975 - 30/4/2019, 17- 19/7.
func join(s string, e element, cue cueWord) period {
	single := period{first: e, last: e, start: e.start, end: e.end}
	at, dash := connector(s, e.end)
	if at < 0 && e.unit == day && e.month == 0 {
		at, dash = nextDay(s, e.end, e.day), true
	}
	if at < 0 && opensPeriod(e, cue) && strings.HasPrefix(s[e.end:], " ") {
		at, dash = e.end+1, true // nhiệm kỳ 2015 2020: the dash was left out
	}
	if at < 0 {
		return halfYear(s, single, cue)
	}
	if !dash && !follows(s, e.start, cue) {
		return single
	}
	b := readEnd(s, at, e)
	if b.unit == none {
		return single
	}
	inherit(&e, b)
	if e.unit == none || backwards(e, b) {
		return single
	}
	return period{first: e, last: b, start: e.start, end: b.end}
}

// opensPeriod tells a year that a word of periods introduces and another year
// should follow.
func opensPeriod(e element, cue cueWord) bool {
	return e.unit == year && (cue.word == "ky" || cue.word == "doan" || cue.word == "khoa")
}

// backwards tells two days that do not make a period: one of the years is
// misprinted, and each day stands for itself.
func backwards(a, b element) bool {
	from, ok := a.from()
	to, okTo := b.to()
	return ok && okTo && a.unit == day && from.Compare(to) > 0
}

// halfYear turns "nửa đầu năm 2025" into its months.
func halfYear(s string, p period, cue cueWord) period {
	if p.first.unit != year || cue.word != "nam" {
		return p
	}
	for half, words := range []string{"nua dau ", "nua cuoi "} {
		if head, ok := strings.CutSuffix(s[:cue.start], words); ok {
			p.first.unit, p.first.month, p.first.last = months, 1+6*half, 6+6*half
			p.last, p.start = p.first, len(head)
		}
	}
	return p
}

// connector steps over "-" or "đến" (with hết, cuối) and tells which it was;
// -1 when neither stands there.
func connector(s string, end int) (at int, dash bool) {
	rest := strings.TrimLeft(s[end:], " ")
	for _, d := range []string{"-", "–", "—", "−"} {
		if after, ok := strings.CutPrefix(rest, d); ok {
			return len(s) - len(strings.TrimLeft(after, " ")), true
		}
	}
	at, found := spaced(s, end, "den")
	if found == "" {
		return -1, false
	}
	if next, found := spaced(s, at, "het|cuoi|dau"); found != "" {
		at = next
	}
	if at < len(s) && blank(s[at]) {
		return at + 1, false
	}
	return -1, false
}

// follows tells whether "từ" opens the period, so that "đến" closes it.
func follows(s string, start int, cue cueWord) bool {
	head := s[max(0, start-24):start]
	fields := strings.Fields(head)
	for i := len(fields) - 1; i >= 0 && i >= len(fields)-3; i-- {
		if fields[i] == "tu" {
			return true
		}
	}
	return cue.word == "tu"
}

// readEnd reads the element that closes a period opened by first.
func readEnd(s string, at int, first element) element {
	word := map[unit]string{day: "ngay", month: "thang", months: "thang", quarter: "quy", year: "nam"}[first.unit]
	for _, w := range []string{"ngay", "thang", "nam", "quy"} {
		if after, ok := strings.CutPrefix(s[at:], w); ok && after != "" && blank(after[0]) {
			at, word = len(s)-len(after)+1, w
			break
		}
	}
	if at >= len(s) || !isDigit(s[at]) {
		if word == "quy" && first.unit == quarter && at >= len("quy ") && strings.HasPrefix(s[at-len("quy "):], "quy ") {
			return romanQuarter(s, at-len("quy "))
		}
		return element{}
	}
	e := read(s, at, word)
	if e.unit == year && (first.unit != year || continues(s, e.end)) {
		return element{}
	}
	return e
}

// readOpenDay reads the naked first day of a period, as 17 in "ngày 17 - 19/7".
func readOpenDay(s string, i, end int, cue cueWord) element {
	d, _ := digits(s, i)
	if cue.word != "ngay" && cue.word != "tu" || d < 1 || d > 31 {
		return element{}
	}
	at, _ := connector(s, end)
	if at < 0 {
		at = nextDay(s, end, d)
	}
	if at < 0 || readEnd(s, at, element{unit: day}).unit != day {
		return element{}
	}
	return element{unit: day, day: d, start: i, end: end}
}

// nextDay steps over "và" or a comma to the day after d: ngày 27 và 28/3.
func nextDay(s string, end, d int) int {
	for _, w := range []string{" va ", ", "} {
		after, ok := strings.CutPrefix(s[end:], w)
		after = strings.TrimPrefix(after, "ngay ")
		if next, _ := digits(after, 0); ok && next == d+1 {
			return len(s) - len(after)
		}
	}
	return -1
}

// inherit gives the first element of a period what only the second prints.
func inherit(e *element, b element) {
	switch {
	case e.unit != b.unit:
		*e = element{}
		return
	case e.unit == day && e.month == 0:
		e.month = b.month
	}
	if e.year == 0 {
		e.year = b.year
		if b.year != 0 && e.month > b.month {
			e.year--
		}
	}
}
