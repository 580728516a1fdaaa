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
	small    bool // written in small letters throughout
}

const (
	maxGap   = 2  // blanks allowed around a separator
	maxPart  = 14 // letters in a part
	maxParts = 12 // of a joint circular of ten ministries
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
	} else if part, ok := v.part(first); ok {
		s.text, s.known = part, true
	} else if code, part, ok := v.splitGlued(first); ok {
		s.typ, s.text, s.known = code, code+"-"+part, true
	} else if !looksOfficial(first) {
		return symbol{}, false
	} else {
		s.text = strings.ToUpper(first)
	}
	s.opens, s.small = s.known, first == strings.ToLower(first)
	s.readRest(text)
	return s, s.acceptable(first, lead)
}

// readRest takes the further parts. Blanks may stand around a separator only
// while the type code still lacks its issuer, and in joint documents, whose
// long symbols are broken anywhere.
func (s *symbol) readRest(text string) {
	v := words()
	for parts := 1; parts < maxParts; parts++ {
		sep, next := s.separator(text, parts)
		if sep == 0 {
			break
		}
		part, end := readPart(text, next)
		if n, stop := readLawNumber(text, next); s.typ == "SL" && n != "" {
			s.text, s.end = s.text+string(sep)+n, stop
			break
		}
		official, known := v.part(part)
		if part == "" || !known && !looksOfficial(part) && !isCodedUnit(part) && (!s.small || !isSmallUnit(part)) {
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
	if unit := bracketedUnit(text[s.end:]); unit != "" && s.text != s.typ {
		s.text += unit
		s.end += len(unit)
	}
}

// separator reads what parts the symbol so far from its next part. A full stop
// is one right behind the type code: NQ.HĐTP.
func (s *symbol) separator(text string, parts int) (byte, int) {
	needs := s.text == s.typ
	if needs && strings.HasPrefix(text[s.end:], ".") {
		if r, _ := utf8.DecodeRuneInString(text[s.end+1:]); unicode.IsUpper(r) {
			return '-', s.end + 1
		}
	}
	return readSeparator(text, s.end, needs || parts == 1 || isJoint(s.typ))
}

// isJoint tells the types of joint documents, whose codes end in LT, "liên
// tịch".
func isJoint(code string) bool { return strings.HasSuffix(code, "LT") }

// readLawNumber reads the number of the law that a Sắc lệnh proclaims, as in
// 102-SL/L-004.
func readLawNumber(text string, pos int) (string, int) {
	end := endOfDigits(text, pos)
	if end == pos || end-pos > 3 {
		return "", pos
	}
	return text[pos:end], end
}

// bracketedUnit reads the unit in brackets that ends the symbols of some
// ministries, which number by unit: TT-BCA(X13).
func bracketedUnit(rest string) string {
	if !strings.HasPrefix(rest, "(") {
		return ""
	}
	inner, end := readPart(rest, 1)
	if inner == "" || !strings.HasPrefix(rest[end:], ")") || len(inner) > 6 || !hasTerm(inner) || !looksOfficial(strings.TrimRight(inner, "0123456789")) {
		return ""
	}
	return rest[:end+1]
}

// ordered puts the separators in official order: a dash behind the type code
// of administration, a slash behind that of the party. Joint documents were
// printed both ways.
func (s symbol) ordered(lead byte, year int) string {
	if s.typ == "" || len(s.text) <= len(s.typ) {
		return s.text
	}
	rest := s.text[len(s.typ)+1:]
	switch {
	case isJoint(s.typ) && year != 0:
		return s.text
	case lead == '/' || year != 0 || !s.hasParty && (lead == 0 || ofState(s.text)):
		return s.typ + "-" + rest
	}
	return s.typ + "/" + rest
}

// ofState tells the symbols of the local authorities, whose numbers have no
// form with dashes alone: 52-KH-UBND is 52/KH-UBND.
func ofState(text string) bool {
	issuer := IssuerOf(text)
	return strings.HasPrefix(issuer, "UBND") || strings.HasPrefix(issuer, "HĐND")
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
