package docnum

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// symbol is what stands behind a number.
type symbol struct {
	text     string // official form
	typ      string // type code when its first part is one
	known    bool   // a type code or a known issuer stands in it
	opens    bool   // its first part is known
	start    int    // first byte behind the separator
	end      int
	hasParty bool // party order: TYPE/ISSUER
}

const (
	maxGap   = 2  // blanks allowed around a separator
	maxPart  = 14 // letters in a part
	maxParts = 5
)

// readSymbol reads a symbol at pos. lead is the separator before it ('/', '-',
// or 0 when only blanks or nothing stand there).
func readSymbol(text string, pos int, lead byte) (symbol, bool) {
	v := words()
	first, end := readPart(text, pos)
	if first == "" {
		return symbol{}, false
	}
	s := symbol{start: pos, end: end}
	if code, ok := v.typeCode(first); ok {
		s.typ, s.text, s.known = code, code, true
	} else if code, part, ok := v.splitGlued(first); ok {
		s.typ, s.text, s.known = code, code+"-"+part, true
	} else if part, ok := v.part(first); ok {
		s.text, s.known = part, true
	} else if !looksOfficial(first) {
		return symbol{}, false
	} else {
		s.text = strings.ToUpper(first)
	}
	s.opens = s.known
	s.readRest(text)
	return s, s.acceptable(first, lead)
}

// readRest takes the further parts. Blanks may stand around a separator only
// while the type code still lacks its issuer.
func (s *symbol) readRest(text string) {
	v := words()
	var parts int
	for parts = 1; parts < maxParts; parts++ {
		needs := s.text == s.typ
		sep, next := readSeparator(text, s.end, needs || parts == 1)
		if sep == 0 {
			break
		}
		part, end := readPart(text, next)
		official, known := v.part(part)
		if part == "" || !known && !looksOfficial(part) {
			break
		}
		if !known {
			official = strings.ToUpper(part)
		}
		if sep == '/' && parts == 1 {
			s.hasParty = true
		}
		s.text += string(sep) + official
		s.known = s.known || known
		s.end = end
	}
}

// acceptable refuses what only looks like a symbol: a lone type code, words in
// lower case that are not all known, an unknown part that no slash introduces.
func (s *symbol) acceptable(first string, lead byte) bool {
	alone := s.text == s.typ
	switch {
	case alone:
		return false
	case lead == 0:
		return s.typ != ""
	case lead == '-':
		return s.typ != "" || s.known
	default:
		return s.typ != "" || s.known || strings.Contains(s.text, "-") && first == strings.ToUpper(first)
	}
}

// splitGlued parts a type code from an issuer that is glued to it: KHUBND.
func (v *vocabulary) splitGlued(s string) (code, part string, ok bool) {
	for i := range s {
		if i < 2 {
			continue
		}
		code, isType := v.typeCode(s[:i])
		part, isPart := v.part(s[i:])
		if isType && isPart {
			return code, part, true
		}
	}
	return "", "", false
}

// readPart reads letters and digits that begin with a letter.
func readPart(text string, pos int) (string, int) {
	end, letters := pos, 0
	for end < len(text) {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !unicode.IsLetter(r) && (end == pos || r < '0' || r > '9') && (r != '&' || end == pos) {
			break
		}
		if letters++; letters > maxPart {
			return "", pos
		}
		end += size
	}
	return officialLetters(text[pos:end]), end
}

// officialLetters gives look-alikes of Đ (the Icelandic Ð and the African Ɖ)
// their Vietnamese letter.
func officialLetters(s string) string {
	return strings.NewReplacer("Ð", "Đ", "Ɖ", "Đ", "ð", "đ", "ɖ", "đ").Replace(s)
}

// looksOfficial accepts an unknown part: two capitals or more, and no more
// small letters than capitals.
func looksOfficial(s string) bool {
	upper, lower := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	return upper >= 2 && lower <= upper || upper == 1 && lower == 0 && len(s) <= 2
}

// readSeparator reads one separator and the blanks around it (when gaps are
// allowed); it returns '/' or '-', or 0 when none stands there.
func readSeparator(text string, pos int, gaps bool) (byte, int) {
	at := pos
	if gaps {
		at = skipGap(text, pos)
	}
	r, size := utf8.DecodeRuneInString(text[at:])
	var sep byte
	switch {
	case r == '/' || r == '∕' || r == '⁄':
		sep = '/'
	case isDash(r) || r == '_':
		sep = '-'
	default:
		return 0, pos
	}
	at += size
	if gaps {
		at = skipGap(text, at)
	}
	return sep, at
}

func isDash(r rune) bool {
	return r == '-' || r >= '\u2010' && r <= '\u2015' || r == '\u2212'
}

// skipGap steps over at most maxGap blanks or line breaks.
func skipGap(text string, pos int) int {
	for n := 0; n < maxGap && pos < len(text) && isBlank(text[pos]); n++ {
		pos++
	}
	return pos
}

func isBlank(b byte) bool { return b == ' ' || b == '\n' || b == '\t' }
