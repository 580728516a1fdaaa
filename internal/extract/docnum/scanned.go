package docnum

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// isSlip tells the letters that a scanner reads for a digit: O for 0, l and I
// for 1.
func isSlip(r rune) bool { return r == 'O' || r == 'o' || r == 'l' || r == 'I' }

var slips = strings.NewReplacer("O", "0", "o", "0", "l", "1", "I", "1")

// opensRun tells slips right before i that no letter or digit precedes.
func opensRun(text string, i int) bool {
	start := startOfRun(text, i)
	r, _ := utf8.DecodeLastRuneInString(text[:start])
	return start < i && (start == 0 || !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && !strings.ContainsRune("/-.,", r))
}

// startOfRun and endOfRun go over one byte more than a number may have, so that
// a long run is seen to be too long and costs no more.
func startOfRun(text string, i int) int {
	for stop := max(0, i-maxDigits-1); i > stop && isSlip(rune(text[i-1])); {
		i--
	}
	return i
}

func endOfRun(text string, i int) int {
	for stop := min(len(text), i+maxDigits+1); i < stop && (text[i]-'0' <= 9 || isSlip(rune(text[i]))); {
		i++
	}
	return i
}

// readScanned reads a number with slips, as in 1O/QĐ-UBND, l5/2O20/NĐ-CP. It
// is sure only where nothing but digits can stand: before a separator and a
// symbol of a known type.
func readScanned(text string, i int) (number, bool) {
	start, end := startOfRun(text, i), endOfRun(text, i)
	if end-start > maxDigits {
		return number{}, false
	}
	year, next := scannedYear(text, end)
	if start == i && end == endOfDigits(text, i) && (year == 0 || next == endOfDigits(text, next-4)) {
		return number{}, false
	}
	n := number{no: strings.TrimLeft(slips.Replace(text[start:end]), "0"), year: year, start: start, end: next}
	n.readSymbol(text)
	return n, n.no != "" && n.sep != 0 && n.symbol.typ != ""
}

// scannedYear reads "/2O20" behind a number.
func scannedYear(text string, pos int) (int, int) {
	sep, at := readSeparator(text, pos, true)
	end := endOfRun(text, at)
	if sep != '/' || end-at != 4 || nextDigit(text[at:end], 0) < 0 {
		return 0, pos
	}
	year, err := strconv.Atoi(slips.Replace(text[at:end]))
	if err != nil || !isYear(year) {
		return 0, pos
	}
	return year, end
}
