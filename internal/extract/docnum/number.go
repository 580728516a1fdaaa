package docnum

import (
	"strconv"
	"strings"
)

// number is digits, perhaps with a letter, a year and a symbol.
type number struct {
	no         string
	year       int
	symbol     symbol
	sep        byte // before the symbol; 0 when blanks or nothing stand there
	start, end int
}

const (
	maxDigits     = 6
	minLoneSymbol = 3 // letters of a symbol that no type word precedes: 5/UB may be anything
)

// readNumber reads the number whose digits begin at i.
func readNumber(text string, i int) (number, bool) {
	if n, ok := readScanned(text, i); ok {
		return n, true
	}
	end := endOfDigits(text, i)
	if end-i > maxDigits {
		return number{}, false
	}
	n := number{no: strings.TrimLeft(text[i:end], "0"), start: i, end: end}
	if n.no == "" {
		return number{}, false
	}
	if sub := subNumber(text, end); sub != "" {
		n.no, n.end = n.no+sub, end+len(sub)
	} else if letter, next := numberLetter(text, end); letter != "" {
		n.no, n.end = n.no+letter, next
	}
	if year, next := readYear(text, n.end); year != 0 {
		n.year, n.end = year, next
	}
	n.readSymbol(text)
	return n, true
}

// subNumber reads the second part of numbers as 66.16/2026/NQ-CP, by which the
// Chính phủ numbers resolutions under one resolution. A year must follow.
func subNumber(text string, end int) string {
	if !strings.HasPrefix(text[end:], ".") {
		return ""
	}
	stop := endOfDigits(text, end+1)
	if stop == end+1 || stop-end > 3 {
		return ""
	}
	if year, _ := readYear(text, stop); year == 0 {
		return ""
	}
	return text[end:stop]
}

// numberLetter reads the small letter of a number as 1a, which a separator or
// a blank must follow.
func numberLetter(text string, end int) (string, int) {
	if end+1 >= len(text) || text[end] < 'a' || text[end] > 'h' {
		return "", end
	}
	if sep, _ := readSeparator(text, end+1, false); sep == 0 && !isBlank(text[end+1]) {
		return "", end
	}
	return text[end : end+1], end + 1
}

// readYear reads "/2020" behind a number.
func readYear(text string, pos int) (int, int) {
	sep, at := readSeparator(text, pos, true)
	end := endOfDigits(text, at)
	if sep != '/' || end-at != 4 {
		return 0, pos
	}
	year, err := strconv.Atoi(text[at:end])
	if err != nil || !isYear(year) {
		return 0, pos
	}
	return year, end
}

// isYear tells the years that documents of the present state carry.
func isYear(y int) bool { return y >= 1945 && y <= 2100 }

// readSymbol tries the separators that may stand between number and symbol.
func (n *number) readSymbol(text string) {
	lead, at := readSeparator(text, n.end, true)
	if lead == 0 {
		at = skipGap(text, n.end)
	}
	s, ok := readSymbol(text, at, lead)
	if !ok || continuesWord(text, s.end) {
		return
	}
	if n.year != 0 && !strings.ContainsAny(s.text, "-/") && !hasTerm(s.text) {
		return
	}
	s.text = s.ordered(lead, n.year)
	n.symbol, n.sep, n.end = s, lead, s.end
}

// hasTerm tells the symbols that end in a term of the Quốc hội: QH14.
func hasTerm(s string) bool { return s != "" && s[len(s)-1] >= '0' && s[len(s)-1] <= '9' }

// nextDigit returns the next ASCII digit at or after pos, or -1.
func nextDigit(text string, pos int) int {
	for ; pos < len(text); pos++ {
		if text[pos]-'0' <= 9 {
			return pos
		}
	}
	return -1
}

func endOfDigits(text string, i int) int {
	for i < len(text) && text[i]-'0' <= 9 {
		i++
	}
	return i
}
