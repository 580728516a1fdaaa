package msxls

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// kind of a number format.
type kind int

const (
	plain kind = iota
	percent
	day
	dayTime
	clock
)

// literal parts of a format code say nothing of its kind.
var literal = regexp.MustCompile(`"[^"]*"|\\.|\[[^\]]*\]|_.|\*.`)

// kindOf tells how a number is shown. The formats below 164 are built in
// (ECMA-376 part 1, 18.8.30).
func (b *workbook) kindOf(xf int) kind {
	if xf >= len(b.looks) {
		return plain
	}
	n := b.looks[xf].format
	if code, stated := b.formats[n]; stated {
		return kindOfCode(code)
	}
	switch {
	case n == 9, n == 10:
		return percent
	case n >= 14 && n <= 17, n >= 27 && n <= 31, n >= 50 && n <= 54, n == 36, n == 57, n == 58:
		return day
	case n == 22:
		return dayTime
	case n >= 18 && n <= 21, n >= 45 && n <= 47:
		return clock
	}
	return plain
}

func kindOfCode(code string) kind {
	code, _, _ = strings.Cut(strings.ToLower(literal.ReplaceAllString(code, "")), ";")
	days, hours := strings.ContainsAny(code, "dy"), strings.ContainsAny(code, "hs")
	switch {
	case strings.Contains(code, "general"):
		return plain
	case days && hours:
		return dayTime
	case days:
		return day
	case hours:
		return clock
	case strings.Contains(code, "%"):
		return percent
	}
	return plain
}

const (
	digits  = 15        // that Excel keeps
	lastDay = 2_958_465 // 31 December 9999
)

// number writes a number as its cell shows it, but with all of its digits.
func (s *sheetText) number(xf int, v float64) string {
	k := s.kindOf(xf)
	if k >= day && v >= 0 && v <= lastDay {
		return s.moment(k, v)
	}
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0):
		return ""
	case k == percent:
		return short(v*100) + "%"
	}
	return short(v)
}

func short(v float64) string {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', digits, 64), 64)
	if err != nil {
		rounded = v
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}

// moment writes a day, counted from the last one of 1899 (with a 29 February
// 1900 that was none) or from the first of 1904.
func (s *sheetText) moment(k kind, v float64) string {
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case s.since904:
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case v < 60:
		first = first.AddDate(0, 0, 1)
	}
	whole, part := math.Modf(v)
	t := first.AddDate(0, 0, int(whole)).Add(time.Duration(math.Round(part*86_400)) * time.Second)
	switch k {
	case clock:
		return t.Format("15:04")
	case dayTime:
		return t.Format("02/01/2006 15:04")
	}
	return t.Format("02/01/2006")
}
