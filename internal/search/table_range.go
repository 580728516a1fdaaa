package search

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"tracuu/internal/model"
	"tracuu/internal/store"
	"tracuu/internal/vietnamese"
)

// rangeMark parts the ends of a range; either end may be absent.
const rangeMark = ".."

// Bounds of years; digits beyond them are no year.
const (
	firstYear = 1900
	lastYear  = 2200
)

// years reads 2019, 2021..2025, 2021.. or ..2025.
func (f *form) years(name, label string) store.Years {
	text := f.bare(name)
	if text == "" {
		return store.Years{}
	}
	from, to := ends(text)
	var r store.Years
	for _, end := range []struct {
		text string
		into *int
	}{{from, &r.From}, {to, &r.To}} {
		n, err := strconv.Atoi(end.text)
		if end.text != "" && (err != nil || n < firstYear || n > lastYear) {
			f.fail(name, "phải là năm bốn chữ số hoặc khoảng năm, ví dụ 2019, 2021..2025, 2021..")
			return store.Years{}
		}
		*end.into = n
	}
	if r.To != 0 && r.From > r.To || r == (store.Years{}) {
		f.fail(name, "khoảng năm phải đi từ năm trước đến năm sau")
		return store.Years{}
	}
	f.note(name, text, label+": "+span(yearWords(r.From), yearWords(r.To)))
	return r
}

func yearWords(y int) string {
	if y == 0 {
		return ""
	}
	return strconv.Itoa(y)
}

// ends parts a range; one that is no range has the same ends.
func ends(text string) (from, to string) {
	from, to, parted := strings.Cut(text, rangeMark)
	if !parted {
		return text, text
	}
	return strings.TrimSpace(from), strings.TrimSpace(to)
}

// span is a range for people.
func span(from, to string) string {
	switch {
	case from == to:
		return from
	case from == "":
		return "đến " + to
	case to == "":
		return "từ " + from
	}
	return from + "–" + to
}

// days reads a day, a month or a year, or a range of them: 2022-06-30, 30/6/2022,
// 2022-06, 2022, 2022-01..2022-06.
func (f *form) days(name, label string) store.Days {
	text := f.bare(name)
	if text == "" {
		return store.Days{}
	}
	var r store.Days
	from, to := ends(text)
	first, _, fromOK := period(from)
	_, last, toOK := period(to)
	switch {
	case from == "" && to == "", from != "" && !fromOK, to != "" && !toOK:
		f.fail(name, "phải là ngày, tháng, năm hoặc khoảng của chúng, ví dụ 2022, 2022-06, 30/6/2022, 2022-01..2022-06")
		return r
	case from != "" && to != "" && first.Compare(last) > 0:
		f.fail(name, "khoảng thời gian phải đi từ trước đến sau")
		return r
	}
	r = store.Days{From: first, To: last}
	f.note(name, text, label+": "+span(r.From.Vietnamese(), r.To.Vietnamese()))
	return r
}

// period is the first and the last day of a written day, month or year.
func period(text string) (first, last model.Date, ok bool) {
	for _, form := range []struct {
		layout              string
		years, months, days int
	}{
		{"2006-1-2", 0, 0, 1}, {"2/1/2006", 0, 0, 1}, {"2006-1", 0, 1, 0}, {"1/2006", 0, 1, 0}, {"2006", 1, 0, 0},
	} {
		t, err := time.Parse(form.layout, text)
		if err == nil && t.Year() >= firstYear && t.Year() <= lastYear {
			return model.DateOf(t), model.DateOf(t.AddDate(form.years, form.months, form.days-1)), true
		}
	}
	return model.Date{}, model.Date{}, false
}

// comparisons are signs before a value, the longer first, and whether each sets
// the lower, the upper end, and leaves the value itself out.
var comparisons = []struct {
	sign                 string
	lower, upper, strict bool
}{
	{">=", true, false, false},
	{"≥", true, false, false},
	{"<=", false, true, false},
	{"≤", false, true, false},
	{">", true, false, true},
	{"<", false, true, true},
	{"=", true, true, false},
}

// amounts reads 50, >=50, <2,5 or 50..80.
func (f *form) amounts(name, label string) store.Amounts {
	text := f.bare(name)
	if text == "" {
		return store.Amounts{}
	}
	var r store.Amounts
	if from, to := ends(text); from != to {
		r.From, r.To = f.amount(name, from), f.amount(name, to)
	} else {
		lower, upper, strict, rest := true, true, false, text
		for _, c := range comparisons {
			if after, ok := strings.CutPrefix(text, c.sign); ok {
				lower, upper, strict, rest = c.lower, c.upper, c.strict, strings.TrimSpace(after)
				break
			}
		}
		n := f.amount(name, rest)
		if lower {
			r.From, r.FromStrict = n, strict
		}
		if upper {
			r.To, r.ToStrict = n, strict
		}
	}
	if r.From == nil && r.To == nil {
		f.fail(name, "thiếu số, ví dụ >=50, 50..80, <2,5")
	} else if r.From != nil && r.To != nil && *r.From > *r.To {
		f.fail(name, "khoảng giá trị phải đi từ số nhỏ đến số lớn")
	}
	if f.err != nil {
		return store.Amounts{}
	}
	f.note(name, text, label+": "+amountWords(r))
	return r
}

// decimal is a number as people and programs write it.
var decimal = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^-?\d{1,15}([.,]\d{1,9})?$`) })

// grouped is one that people read by the thousand and programs do not: 1.500.
var grouped = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^-?[1-9]\d{0,2}(\.\d{3})+$`) })

func (f *form) amount(name, text string) *float64 {
	if text == "" || f.err != nil {
		return nil
	}
	if grouped().MatchString(text) {
		f.fail(name, fmt.Sprintf("%q đọc được hai cách: hãy viết %s hoặc %s", text, strings.ReplaceAll(text, ".", ""), strings.Replace(text, ".", ",", 1)))
		return nil
	}
	if !decimal().MatchString(text) {
		f.fail(name, fmt.Sprintf("%q không phải là số, ví dụ >=50, 50..80, <2,5", text))
		return nil
	}
	n, ok := vietnamese.Decimal(strings.Replace(text, ".", ",", 1))
	if !ok {
		f.fail(name, fmt.Sprintf("%q không phải là số", text))
		return nil
	}
	return &n
}

func amountWords(r store.Amounts) string {
	show := func(n *float64) string { return strings.Replace(strconv.FormatFloat(*n, 'f', -1, 64), ".", ",", 1) }
	switch {
	case r.From != nil && r.To != nil && *r.From == *r.To:
		return show(r.From)
	case r.From != nil && r.To != nil:
		return show(r.From) + "–" + show(r.To)
	case r.From != nil && r.FromStrict:
		return "> " + show(r.From)
	case r.From != nil:
		return "≥ " + show(r.From)
	case r.ToStrict:
		return "< " + show(r.To)
	}
	return "≤ " + show(r.To)
}
