package vietnamese

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

var tcvn3Table = sync.OnceValue(func() map[rune]rune {
	from, to := []rune(tcvn3From), []rune(tcvn3To)
	table := make(map[rune]rune, len(from))
	for i, r := range from {
		table[r] = to[i]
	}
	return table
})

var vniReplacer = sync.OnceValue(func() *strings.Replacer { return strings.NewReplacer(vniRules()...) })

// Modern writes lines of TCVN3 or VNI, encodings of before Unicode whose bytes
// were taken for Latin-1, in Unicode. A line is rewritten when that makes its
// words more Vietnamese than they were; all others stay byte by byte. Call it
// before Clean, which drops the soft hyphen that is a letter in TCVN3.
func Modern(s string) string {
	if !mayBeLegacy(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for line := range strings.Lines(s) {
		b.WriteString(modernLine(line))
	}
	return b.String()
}

// leastLegacy is how many words of a line must become Vietnamese.
const leastLegacy = 2

func modernLine(line string) string {
	if !mayBeLegacy(line) || hasModern(line) {
		return line
	}
	asIs := vietnameseness(line)
	best, score := line, asIs
	for _, read := range []func(string) string{fromTCVN3, fromVNI} {
		text := read(line)
		if n := vietnameseness(text); n > score {
			best, score = text, n
		}
	}
	// One word is chance ("Sè" and "Số"). A word that was none and now is one
	// makes a difference of two.
	if score-asIs < 2*leastLegacy {
		return line
	}
	return best
}

// mayBeLegacy tells whether any character from the upper half of Latin-1
// stands in s.
func mayBeLegacy(s string) bool {
	return strings.IndexByte(s, 0xC2) >= 0 || strings.IndexByte(s, 0xC3) >= 0
}

// hasModern tells whether a line has letters that only Unicode has: ă đ ĩ ũ ơ
// ư and those with two marks.
func hasModern(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == 0xC4, c == 0xC5, c == 0xC6, c == 0xCC:
			return true
		case c == 0xE1 && i+1 < len(s) && (s[i+1] == 0xBA || s[i+1] == 0xBB):
			return true
		}
	}
	return false
}

// vietnameseness counts the words with letters beyond ASCII that are Vietnamese
// syllables, less those that are not.
func vietnameseness(s string) int {
	score := 0
	for _, word := range strings.FieldsFunc(s, func(r rune) bool {
		return r != '\u00ad' && (unicode.IsSpace(r) || r < utf8.RuneSelf && !isASCIILetter(r))
	}) {
		if !hasHigh(word) || strings.IndexFunc(word, isASCIILetter) < 0 {
			continue // ÷ and £ stand alone, letters hardly ever
		}
		if IsSyllable(word) {
			score++
		} else {
			score--
		}
	}
	return score
}

func isASCIILetter(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' }

func hasHigh(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return true
		}
	}
	return false
}
