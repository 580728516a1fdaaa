package date

import (
	"slices"
	"strings"

	"tracuu/internal/model"
)

// fillYears gives a year to what prints none: the nearest single year printed
// before that is not after the posting, else the year of posting, else the
// nearest printed after. Without any of them the period keeps year 0 and is
// dropped. A year to come ("đến năm 2025") and a long period ("giai đoạn
// 2016-2020") tell nothing of the year that a page is about.
func fillYears(found []period, s string, posted model.Date) {
	for i := range found {
		p := &found[i]
		if p.last.year != 0 && p.first.year != 0 {
			continue
		}
		y := yearFor(found, i, s, posted)
		if y == 0 {
			continue
		}
		p.inferred = true
		p.first.year, p.last.year = y, y
		if p.first.month > p.last.month && p.first.unit == p.last.unit {
			p.first.year--
		}
	}
}

func yearFor(found []period, i int, s string, posted model.Date) int {
	if posted.Year != 0 && slices.ContainsFunc(found, func(p period) bool { return tells(p, s) == posted.Year }) {
		return posted.Year
	}
	for j := i - 1; j >= 0; j-- {
		if y := tells(found[j], s); y != 0 && (posted.Year == 0 || y <= posted.Year) {
			return y
		}
	}
	if posted.Year != 0 {
		return posted.Year
	}
	for _, p := range found[i+1:] {
		if y := tells(p, s); y != 0 {
			return y
		}
	}
	return 0
}

// tells is the printed year that a period stands in, 0 when it tells none.
func tells(p period, s string) int {
	if p.inferred || p.first.year != p.last.year || toCome(s[:p.start]) {
		return 0
	}
	return p.first.year
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
