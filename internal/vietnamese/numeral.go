package vietnamese

import (
	"strconv"
	"strings"
)

// Decimal reads a number as Vietnamese text prints it: dots group thousands and
// a comma is decimal (1.200,5). A single dot that does not part three digits is
// decimal too (192.7), as in texts typed on foreign keyboards.
func Decimal(s string) (float64, bool) {
	groups := strings.Split(s, ".")
	if len(groups) == 2 && len(groups[1]) != 3 && !strings.Contains(s, ",") {
		s = groups[0] + "," + groups[1]
	}
	s = strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), ",", ".")
	f, err := strconv.ParseFloat(s, 64)
	return f, err == nil
}

// digitWords are the digits by name; lăm and its like stand behind tens only.
var digitWords = map[string]int{
	"không": 0, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
}

var digitsBehindTens = map[string]int{"mốt": 1, "tư": 4, "lăm": 5, "nhăm": 5}

// magnitudes close a group of up to three digits.
var magnitudes = map[string]float64{
	"nghìn": 1e3, "ngàn": 1e3, "vạn": 1e4, "triệu": 1e6, "tỷ": 1e9, "tỉ": 1e9,
}

// Numeral reads a number in words at the start of s, which is in lower case:
// "bảy mươi phần trăm" gives 70 and the bytes of "bảy mươi". ok is false when
// no numeral stands there. "năm" is five only where it cannot be a year.
func Numeral(s string) (value float64, end int, ok bool) {
	var n numeral
	for at := 0; at < len(s); {
		word := wordAt(s[at:])
		next := wordAt(strings.TrimLeft(s[at+len(word):], " \n"))
		if word == "" || !n.take(word, next) {
			break
		}
		end, ok = at+len(word), n.digits
		at = end
		for at < len(s) && (s[at] == ' ' || s[at] == '\n') {
			at++
		}
	}
	if !ok {
		return 0, 0, false
	}
	return n.total + n.group + max(n.digit, 0) + n.fraction, end, true
}

// wordAt is the run of letters that s begins with.
func wordAt(s string) string {
	end := 0
	for end < len(s) && (s[end] >= 'a' && s[end] <= 'z' || s[end] >= 0x80) {
		end++
	}
	return s[:end]
}

// numeral is a number being read: closed groups, the hundreds and tens of the
// open one, and a digit that waits for what it counts (-1 when none does).
type numeral struct {
	total, group, digit float64
	fraction            float64
	scale               float64 // place of the next decimal; 0 before "phẩy"
	tens, linked        bool
	digits              bool // something was read
}

func (n *numeral) take(word, next string) bool {
	if !n.digits {
		n.digit = -1
	}
	if d, ok := digitWords[word]; ok {
		return n.takeDigit(float64(d), word, next)
	}
	if d, ok := digitsBehindTens[word]; ok {
		if !n.tens || n.digit >= 0 {
			return false
		}
		n.digit = float64(d)
		return true
	}
	if !n.digits && word != "mười" {
		return false
	}
	return n.takePlace(word, next)
}

// takePlace reads the words that give a digit its place.
func (n *numeral) takePlace(word, next string) bool {
	switch word {
	case "mười":
		if n.digit >= 0 || n.tens {
			return false
		}
		n.group, n.tens, n.digits = n.group+10, true, true
		return true
	case "mươi", "chục", "trăm":
		if n.digit < 0 {
			return false
		}
		place := 10.0
		if word == "trăm" {
			place = 100
		}
		n.group, n.digit, n.tens = n.group+n.digit*place, -1, place == 10
		return true
	case "linh", "lẻ", "phẩy":
		if _, ok := digitWords[next]; !ok || n.scale > 0 {
			return false
		}
		if word == "phẩy" {
			n.scale = 0.1
		}
		n.linked = true
		return true
	}
	return n.takeMagnitude(word)
}

func (n *numeral) takeMagnitude(word string) bool {
	m, ok := magnitudes[word]
	group := n.group + max(n.digit, 0)
	if !ok || group == 0 && n.fraction == 0 {
		return false
	}
	n.total += (group + n.fraction) * m
	n.group, n.digit, n.fraction, n.scale, n.tens = 0, -1, 0, 0, false
	return true
}

func (n *numeral) takeDigit(d float64, word, next string) bool {
	if word == "năm" && !n.linked && !countsAfterFive(next) {
		return false
	}
	if n.scale > 0 {
		n.fraction, n.scale = n.fraction+d*n.scale, n.scale/10
		n.digits, n.linked = true, false
		return true
	}
	if n.digit >= 0 {
		return false
	}
	n.digit, n.digits, n.linked = d, true, false
	return true
}

// countsAfterFive tells a word that follows "five" but never "year".
func countsAfterFive(next string) bool {
	switch next {
	case "mươi", "chục", "trăm", "phần", "phẩy":
		return true
	}
	_, ok := magnitudes[next]
	return ok
}
