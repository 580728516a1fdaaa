package date

import (
	"cmp"
	"slices"
	"strings"

	"tracuu/internal/model"
)

// fillYears gives a year to what prints none: the year of posting when the text
// names it too, else the nearest single year printed before that is not after
// the posting, else the year of posting. On a page without a day of posting only
// its own line or the one year of a short text is certain; else the period
// keeps year 0 and is dropped. A year to come ("đến năm 2025"), one that is only
// compared with ("so với năm 2018") and a long period ("giai đoạn 2016-2020")
// tell nothing of the year that a page is about.
func fillYears(found []period, s string, posted model.Date) {
	told := make([]int, len(found))
	for i, p := range found {
		told[i] = tells(p, s)
	}
	namesPosting := slices.Contains(told, posted.Year)
	only, near := 0, inLines(found, told, s)
	if len(s) <= shortText {
		only = onlyYear(told)
	}
	before := 0 // the nearest year told before that is not after the posting
	for i := range found {
		p := &found[i]
		if y := told[i]; y != 0 && (posted.Year == 0 || y <= posted.Year) {
			before = y
		}
		if p.last.year != 0 && p.first.year != 0 {
			continue
		}
		y := posted.Year
		switch {
		case posted.Year == 0:
			y = cmp.Or(near[i], only)
		case !namesPosting && before != 0:
			y = before
		}
		p.setYear(y)
	}
}

// shortText is how long a text may be, in bytes, for its one year to be that of
// all its days; a long one is a document, whose days may be of any year.
const shortText = 8000

// setYear fills in a year that is not printed; 0 leaves the period as it is.
func (p *period) setYear(y int) {
	if y == 0 {
		return
	}
	p.inferred = true
	p.first.year, p.last.year = y, y
	if p.first.month > p.last.month && p.first.unit == p.last.unit {
		p.first.year--
	}
}

// onlyYear is the year that all telling periods share, 0 when they differ.
func onlyYear(told []int) int {
	only := 0
	for _, y := range told {
		switch {
		case y == 0 || y == only:
		case only != 0:
			return 0
		default:
			only = y
		}
	}
	return only
}

// inLines gives each period the nearest year told in its line, before it sooner
// than behind; 0 when there is none.
func inLines(found []period, told []int, s string) []int {
	years := make([]int, len(found))
	year := 0
	for i := range found {
		if i > 0 && strings.Contains(s[found[i-1].end:max(found[i-1].end, found[i].start)], "\n") {
			year = 0
		}
		years[i], year = year, cmp.Or(told[i], year)
	}
	year = 0
	for i := len(found) - 1; i >= 0; i-- {
		if i+1 < len(found) && strings.Contains(s[found[i].end:max(found[i].end, found[i+1].start)], "\n") {
			year = 0
		}
		years[i], year = cmp.Or(years[i], year), cmp.Or(told[i], year)
	}
	return years
}

// tells is the printed year that a period stands in, 0 when it tells none.
func tells(p period, s string) int {
	if p.cited || p.first.year != p.last.year || toCome(s[:p.start]) || compared(s[:p.start]) {
		return 0
	}
	return p.first.year
}

// compared tells a year that the page only compares with: "so với cùng kỳ năm
// 2018".
func compared(head string) bool {
	const window = 28
	head = head[max(0, len(head)-window):]
	return strings.Contains(head, "so voi ") || strings.Contains(head, "cung ky ")
}

// toCome tells a year of the future by the words before it: "đến năm", "đến
// hết năm".
func toCome(head string) bool {
	const window = 24
	words := strings.Fields(head[max(0, len(head)-window):])
	for i := len(words) - 1; i >= 0 && i >= len(words)-3; i-- {
		switch words[i] {
		case "den":
			return true
		case "nam", "het", "cuoi":
		default:
			return false
		}
	}
	return false
}
