package date

import (
	"strconv"
	"strings"
	"time"

	"tracuu/internal/model"
)

// unit is the size of an element.
type unit int

const (
	none unit = iota
	day
	month
	quarter
	months // the first or last months of a year
	year
)

// element is one printed day or period, its year 0 when not printed. Offsets
// are into the folded text.
type element struct {
	unit       unit
	year       int
	month      int // of a day or month; the quarter; the first month of months
	last       int // the last month of months
	day        int
	start, end int
}

// from and to give the first and last day once the year is known.
func (e element) from() (model.Date, bool) {
	switch e.unit {
	case day:
		return model.NewDate(e.year, e.month, e.day)
	case month, months:
		return model.NewDate(e.year, e.month, 1)
	case quarter:
		return model.NewDate(e.year, e.month*3-2, 1)
	default:
		return model.NewDate(e.year, 1, 1)
	}
}

func (e element) to() (model.Date, bool) {
	switch e.unit {
	case day:
		return e.from()
	case month:
		return endOfMonth(e.year, e.month)
	case months:
		return endOfMonth(e.year, e.last)
	case quarter:
		return endOfMonth(e.year, e.month*3)
	default:
		return model.NewDate(e.year, 12, 31)
	}
}

func endOfMonth(year, month int) (model.Date, bool) {
	if year < 1 || month < 1 || month > 12 {
		return model.Date{}, false
	}
	return model.DateOf(time.Date(year, time.Month(month+1), 0, 0, 0, 0, 0, time.UTC)), true
}

// read reads the element whose digits begin at i. cue is the word before it.
func read(s string, i int, cue string) element {
	a, end := digits(s, i)
	switch n := end - i; {
	case n == 4:
		return readYear(i, end, a)
	case n > 2:
		return element{}
	}
	if e := readHalfYear(s, i, end, a, cue); e.unit != none {
		return e
	}
	if e := readDay(s, i, end, a, cue); e.unit != none {
		return e
	}
	if cue == "thang" && a >= 1 && a <= 12 {
		y, end := trailingYear(s, end)
		if y == damaged {
			return element{}
		}
		return element{unit: month, year: y, month: a, start: i, end: end}
	}
	if (cue == "quy" || cue == "qui") && a >= 1 && a <= 4 {
		y, end := trailingYear(s, end)
		if y == damaged {
			return element{}
		}
		return element{unit: quarter, year: y, month: a, start: i, end: end}
	}
	return element{}
}

func readYear(i, end, y int) element {
	if y < 1800 || y > 2100 {
		return element{}
	}
	return element{unit: year, year: y, start: i, end: end}
}

// readHalfYear reads "6 tháng đầu năm 2019" and "6 tháng cuối năm".
func readHalfYear(s string, i, end, n int, cue string) element {
	if n < 1 || n > 12 || cue == "ngay" || cue == "thang" {
		return element{}
	}
	e := element{unit: months, start: i}
	at := end
	for _, w := range []string{"thang", "dau|cuoi", "nam"} {
		next, found := spaced(s, at, w)
		if found == "" {
			return element{}
		}
		if w == "nam" {
			e.end = next
			if y, stop := trailingYear(s, at); y != 0 {
				e.year, e.end = y, stop
			}
		}
		switch at = next; found {
		case "dau":
			e.month, e.last = 1, n
		case "cuoi":
			e.month, e.last = 13-n, 12
		}
	}
	return e
}

// readDay reads d/m/yyyy, "d tháng m năm yyyy" and, behind a cue that only a
// day can follow, d/m.
func readDay(s string, i, end, d int, cue string) element {
	sep, at := separator(s, end)
	if sep == 0 {
		return element{}
	}
	m, mEnd := digits(s, at)
	if mEnd == at || mEnd-at > 2 || m < 1 || m > 12 || d < 1 || d > 31 {
		return element{}
	}
	e := element{unit: day, day: d, month: m, start: i, end: mEnd}
	e.year, e.end = trailingYear(s, mEnd)
	if e.year == damaged {
		return element{}
	}
	if e.year == 0 && !yearMayLack(sep, cue) {
		return element{}
	}
	if e.year == 0 && continues(s, mEnd) {
		return element{}
	}
	return e
}

// yearMayLack tells whether d and m are a day without a printed year. After
// "từ" and "đến" only a slash is certain: "từ 8-10 tấn" is none.
func yearMayLack(sep byte, cue string) bool {
	switch cue {
	case "tuan", "mung": // a week of a month; a day of the moon calendar
		return false
	case "ngay", "sang", "chieu", "toi", "trua":
		return true
	case "tu", "den", "truoc", "hom":
		return sep == '/' || sep == 't'
	}
	return sep == 't'
}

// separator reads what parts day and month: a slash, dot or dash, or the word
// "tháng" (returned as 't').
func separator(s string, i int) (byte, int) {
	if at, found := spaced(s, i, "thang"); found != "" && at < len(s) && blank(s[at]) {
		return 't', at + 1
	}
	if i < len(s) && (s[i] == '/' || s[i] == '.' || s[i] == '-') {
		return s[i], i + 1
	}
	return 0, i
}

// spaced reads one of the words, parted by "|", behind a blank or line break; it
// returns the offset behind it.
func spaced(s string, i int, words string) (int, string) {
	if i >= len(s) || !blank(s[i]) {
		return i, ""
	}
	for w := range strings.SplitSeq(words, "|") {
		if rest, ok := strings.CutPrefix(s[i+1:], w); ok && (rest == "" || !letter(rest[0])) {
			return i + 1 + len(w), w
		}
	}
	return i, ""
}

func blank(b byte) bool { return b == ' ' || b == '\n' }

// damaged is the year of an element whose year is printed but cannot be read:
// "năm 20264" with the number of a footnote, "31/12/…" of a form.
const damaged = -1

// trailingYear reads " năm 2019" or "/2019" (also after a dot or dash). The
// year may be glued to the word behind it.
func trailingYear(s string, i int) (int, int) {
	at := i
	if strings.HasPrefix(s[i:], ".nam") {
		at++
		at += len("nam")
	} else if next, found := spaced(s, i, "nam"); found != "" {
		at = next
	}
	switch {
	case at > i && at < len(s) && blank(s[at]):
		at++
	case at == i && i < len(s) && (s[i] == '/' || s[i] == '.' || s[i] == '-'):
		at = i + 1
	default:
		return 0, i
	}
	y, end := digits(s, at)
	if end-at == 4 && y >= 1800 && y <= 2100 && !goesOnAsNumber(s, end) {
		return y, end
	}
	if end > at && at > i+1 || s[i] == '/' && strings.HasPrefix(s[at:], "\u2026") || strings.HasPrefix(s[i:], "/..") {
		return damaged, end
	}
	return 0, i
}

// goesOnAsNumber tells digits that go on as a larger number.
func goesOnAsNumber(s string, i int) bool {
	return i < len(s) && (s[i] == '%' || isDigit(s[i]) || (s[i] == '/' || s[i] == ',' || s[i] == '.') && i+1 < len(s) && isDigit(s[i+1]))
}

// continues tells digits that go on as a larger number, a share or a word.
func continues(s string, i int) bool {
	return i < len(s) && letter(s[i]) || goesOnAsNumber(s, i)
}

func digits(s string, i int) (int, int) {
	end := i
	for end < len(s) && isDigit(s[end]) && end-i < 9 {
		end++
	}
	n, err := strconv.Atoi(s[i:end])
	if err != nil {
		return 0, i
	}
	return n, end
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }
