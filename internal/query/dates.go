package query

import (
	"strconv"
	"time"

	"tracuu/internal/model"
)

// takeDate marks the tokens of the dates in a text as used and returns the
// first one, so that a day or a month is never taken for a number:
// 25/01/2022, 25-1-2022, 25.1.2022, ngày 25 tháng 01 năm 2022, ngày 9/9.
func takeDate(tokens []token) ([]token, model.Date) {
	var first model.Date
	for i := range tokens {
		size, date := dateAt(tokens, i)
		mark(tokens, ChipYear, i, i+size)
		if size > 0 && i > 0 && tokens[i-1].text == "ngay" {
			mark(tokens, ChipYear, i-1, i)
		}
		if size > 0 && first.Year == 0 {
			first = date
		}
	}
	return tokens, first
}

// dateAt tells how many tokens from i make a date; the year is 0 when it was not
// typed.
func dateAt(tokens []token, i int) (int, model.Date) {
	if tokens[i].used || !tokens[i].digits || i > 0 && tokens[i].tight() {
		return 0, model.Date{}
	}
	signs := func(k int) bool {
		return i+k < len(tokens) && tokens[i+k].digits && (tokens[i+k].sep == '/' || tokens[i+k].sep == '-' || tokens[i+k].sep == '.')
	}
	word := func(k int, w string) bool { return i+k < len(tokens) && tokens[i+k].text == w }
	afterDay := i > 0 && tokens[i-1].text == "ngay"
	switch {
	case signs(1) && signs(2) && len(tokens[i].text) == 4: // 2022-03-18
		return dayOf(3, tokens[i+2], tokens[i+1], tokens[i])
	case signs(1) && signs(2):
		return dayOf(3, tokens[i], tokens[i+1], tokens[i+2])
	case word(1, "thang") && word(3, "nam") && i+4 < len(tokens):
		return dayOf(5, tokens[i], tokens[i+2], tokens[i+4])
	case afterDay && word(1, "thang") && i+2 < len(tokens) && isDayMonth(tokens[i], tokens[i+2]):
		return 3, model.Date{Month: time.Month(digits(tokens[i+2])), Day: digits(tokens[i])}
	case afterDay && signs(1) && isDayMonth(tokens[i], tokens[i+1]):
		return 2, model.Date{Month: time.Month(digits(tokens[i+1])), Day: digits(tokens[i])}
	}
	return 0, model.Date{}
}

// dayOf returns size and the day, or 0 when the calendar has no such day.
func dayOf(size int, day, month, year token) (int, model.Date) {
	y := digits(year)
	if len(year.text) == 2 && year.sep != ' ' { // 18/3/22
		y = century(y)
	} else if len(year.text) != 4 {
		return 0, model.Date{}
	}
	date, ok := model.NewDate(y, digits(month), digits(day))
	if !ok {
		return 0, model.Date{}
	}
	return size, date
}

// century writes a year of two digits out, for documents from 1945 on.
func century(y int) int {
	if y < 45 {
		return 2000 + y
	}
	return 1900 + y
}

func isDayMonth(day, month token) bool {
	_, ok := model.NewDate(2000, digits(month), digits(day)) // a leap year has every day
	return ok
}

// digits is the number of a token of digits, 0 for anything else or too long.
func digits(t token) int {
	n, err := strconv.Atoi(t.text)
	if err != nil || len(t.text) > 9 {
		return 0
	}
	return n
}

// isYear tells digits that can be a year of a document.
func isYear(t token) bool {
	return t.digits && len(t.text) == 4 && digits(t) >= firstYear && digits(t) <= lastYear
}

// takeYear marks and returns the year that was typed beside a number: the one
// right behind it or after "năm", else the first that is not an end of a period.
func takeYear(tokens []token) int {
	found := -1
	for i, t := range tokens {
		if t.used {
			continue
		}
		behind := i > 0 && (tokens[i-1].role == ChipNumber || tokens[i-1].role == ChipSymbol)
		if behind && shortYear(tokens, i) {
			mark(tokens, ChipYear, i, i+1)
			return century(digits(t))
		}
		if !isYear(t) || inPeriod(tokens, i) && (!behind || !yearOfNumber(tokens, i)) {
			continue
		}
		if behind || i > 0 && tokens[i-1].text == "nam" {
			found = i
			break
		}
		if found < 0 {
			found = i
		}
	}
	if found < 0 {
		return 0
	}
	mark(tokens, ChipYear, found, found+1)
	if found > 0 && tokens[found-1].text == "nam" {
		mark(tokens, ChipYear, found-1, found)
	}
	return digits(tokens[found])
}

// longestPeriod is the years that a plan is for, at most: the vision of some
// reaches 25 years ahead.
const longestPeriod = 30

// inPeriod tells the years of "2021-2025".
func inPeriod(tokens []token, i int) bool {
	dash := func(k int) bool {
		if k <= 0 || k >= len(tokens) || tokens[k].sep != '-' || !isYear(tokens[k]) || !isYear(tokens[k-1]) {
			return false
		}
		years := digits(tokens[k]) - digits(tokens[k-1])
		return 0 < years && years <= longestPeriod
	}
	return dash(i) || dash(i+1)
}
