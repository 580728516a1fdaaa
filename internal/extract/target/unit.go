package target

import (
	"strconv"
	"strings"
)

// unit is what a number counts, as printed: "%", "tỷ đồng", "ha/huyện".
type unit struct {
	start, end int
	quantity   string  // what it measures: share, VND, area m2, commune
	factor     float64 // to the base of the quantity
	scale      float64 // nghìn, triệu, tỷ before the unit; 1 without
}

// scales are the words between a number and its unit.
var scales = []struct {
	word   string
	factor float64
}{
	{"nghìn", 1e3}, {"ngàn", 1e3}, {"vạn", 1e4}, {"triệu", 1e6}, {"tỷ", 1e9}, {"tỉ", 1e9}, {"trăm", 1e2},
}

// unitAt reads the unit behind a number that ends at end. A noun that is not
// known counts when any is true: then it is two syllables, as most nouns are.
func unitAt(s string, end int, anyNoun bool) (unit, bool) {
	u := unit{start: afterBlanks(s, end), factor: 1, scale: 1}
	at := u.start
	for range 2 {
		at = u.takeScale(s, at)
	}
	if at >= len(s) {
		return u, false
	}
	known, next := rules().units.at(s, at)
	switch {
	case known != "":
		i, err := strconv.Atoi(known)
		if err != nil {
			return u, false
		}
		m := rules().measures[i]
		u.end, u.quantity, u.factor = next, m.quantity, m.factor*u.scale
	case u.scale > 1 || anyNoun:
		u.end, u.quantity, u.factor = noun(s, at, anyNoun), "count", u.scale
	}
	if u.end <= u.start {
		return u, false
	}
	u.end = denominators(s, u.end)
	return u, true
}

func (u *unit) takeScale(s string, at int) int {
	for _, x := range scales {
		if end, ok := phraseAt(s, at, x.word); ok {
			u.scale *= x.factor
			u.end = end
			return afterBlanks(s, end)
		}
	}
	return at
}

// noun is the end of the two syllables at i; i itself when no noun can stand
// there.
func noun(s string, i int, wanted bool) int {
	first := wordTo(s, i)
	if !wanted || first == i || notNouns[s[i:first]] {
		return beforeBlanks(s, i)
	}
	second := first
	if first < len(s) && s[first] == ' ' {
		second = wordTo(s, first+1)
	}
	if second <= first+1 || notNouns[s[first+1:second]] {
		return first
	}
	return second
}

// notNouns are words that follow a number without being what it counts.
var notNouns = map[string]bool{
	"là": true, "và": true, "của": true, "trở": true, "trên": true, "dưới": true, "đến": true, "từ": true, "so": true,
	"với": true, "được": true, "có": true, "đạt": true, "trong": true, "vào": true, "tại": true, "ở": true, "để": true,
	"năm": true, "tháng": true, "ngày": true, "theo": true, "cho": true, "do": true, "về": true, "hoặc": true, "thì": true,
	"các": true, "những": true, "tổng": true, "số": true, "trước": true, "sau": true, "này": true, "cả": true,
}

func wordTo(s string, i int) int {
	for i < len(s) && letter(s[i]) {
		i++
	}
	return i
}

// denominators steps over "/năm", "/10.000 dân", "/người/năm".
func denominators(s string, end int) int {
	for range 2 {
		if end+1 >= len(s) || s[end] != '/' {
			return end
		}
		at := end + 1
		for at < len(s) && (digit(s[at]) || s[at] == '.') {
			at++
		}
		if at > end+1 {
			at = afterBlanks(s, at)
		}
		for _, x := range scales {
			if stop, ok := phraseAt(s, at, x.word); ok {
				at = afterBlanks(s, stop)
			}
		}
		stop := wordTo(s, at)
		if known, next := knownUnit(s, at); known {
			stop = next
		}
		if stop == at {
			return end
		}
		end = stop
	}
	return end
}

func knownUnit(s string, at int) (bool, int) {
	if at >= len(s) {
		return false, at
	}
	kind, end := rules().units.at(s, at)
	return kind != "", end
}

// duration tells a unit of time, which dates a goal more often than it
// measures one.
func (u unit) duration() bool {
	switch u.quantity {
	case "hour", "minute", "day", "month", "year":
		return true
	}
	return false
}

// countable tells a unit that is the thing itself: xã, hộ, doanh nghiệp.
func (u unit) countable() bool {
	physical := phrases{"area", "length", "mass", "volume", "energy", "power"}
	return u.kind() == "count" && physical.starts(u.quantity) == 0
}

// kind is the measure of the indicator families: share, count, money, any.
func (u unit) kind() string {
	switch u.quantity {
	case "share", "percentage point":
		return "share"
	case "VND", "USD", "EUR":
		return "money"
	}
	return "count"
}

// printed is the unit's text with its blanks made one.
func printed(s string) string { return strings.Join(strings.Fields(s), " ") }
