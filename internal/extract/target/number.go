package target

import (
	"strings"

	"tracuu/internal/vietnamese"
)

// number is a printed number; offsets are those of the text.
type number struct {
	start, end int
	value      float64
	words      bool // written in words
}

// numberAt reads the number whose digits begin at i: 70 | 7,5 | 1.200 | 12/15,
// of which the first part counts.
func numberAt(s string, i int) (number, bool) {
	end := i
	for end < len(s) && (digit(s[end]) || (s[end] == '.' || s[end] == ',') && end+1 < len(s) && digit(s[end+1])) {
		end++
	}
	if end < len(s) && letter(s[end]) && !unitGlued(s[end:]) || tied(s, i) {
		return number{end: end}, false
	}
	v, ok := vietnamese.Decimal(s[i:end])
	return number{start: i, end: end, value: v}, ok
}

// tied tells digits at i that what stands before makes part of something larger.
func tied(s string, i int) bool {
	return i > 0 && (letterBefore(s, i) || digit(s[i-1]) || strings.IndexByte("/.,", s[i-1]) >= 0)
}

// unitGlued tells a unit that is printed without a blank: 70ha, 5km.
func unitGlued(s string) bool {
	end := 0
	for end < len(s) && end < 4 && letter(s[end]) {
		end++
	}
	kind, _ := rules().units.at(s[:min(len(s), end+1)], 0)
	return kind != ""
}

// share steps over the whole of a fraction: "/15" in "12/15 xã".
func share(s string, end int) int {
	if end < len(s) && s[end] == '/' {
		at := end + 1
		for at < len(s) && digit(s[at]) {
			at++
		}
		if at > end+1 && wordEnd(s, at) {
			return at
		}
	}
	return end
}

// rangeAfter steps over what joins the two ends of a range.
func rangeAfter(s string, end int) int {
	at := afterBlanks(s, end)
	for _, joint := range []string{"-", "–", "—", "đến ", "tới "} {
		if strings.HasPrefix(s[at:], joint) {
			return afterBlanks(s, at+len(joint))
		}
	}
	return -1
}

// wordNumberAt reads a number in words at i, which begins a word. "Không" is
// never zero here, and a lone "một" is an article but behind a floor.
func wordNumberAt(s string, i int) (number, bool) {
	const reach = 96 // bytes; longer numerals do not occur
	v, n, ok := vietnamese.Numeral(s[i:borderBefore(s, i+reach)])
	if !ok || v == 0 {
		return number{}, false
	}
	return number{start: i, end: i + n, value: v, words: true}, true
}

// borderBefore moves an offset back to the border of a letter.
func borderBefore(s string, i int) int {
	if i >= len(s) {
		return len(s)
	}
	for i > 0 && s[i]&0xC0 == 0x80 {
		i--
	}
	return i
}
