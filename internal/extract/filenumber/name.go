package filenumber

import (
	"path"
	"regexp"
	"strings"

	"tracuu/internal/extract/docnum"
	"tracuu/internal/model"
	"tracuu/internal/vietnamese"
)

var (
	// 092019NQ-HDND_2019: number, year and symbol without their slashes.
	withYear = regexp.MustCompile(`^(\d{1,4})(20\d\d)([A-ZĐ]{2,4}-[A-ZĐ]{2,6})(?:[^\p{L}]|$)`)
	// 220BCUB_2019, 110-TB-VP_Lịch, 162-BTCD: number and code.
	numberFirst = regexp.MustCompile(`^(\d{1,5})[-_]?([A-Za-zĐđ]{2,8}?)((?:-[A-ZĐ&]{2,8})*)(?:signed)*(?:[^\p{L}]|$)`)
	// TB75, BC_111, TXL_08_TNMT: code and number.
	codeFirst = regexp.MustCompile(`^([A-Za-zĐđ]{2,5})[-_]?(\d{1,5})(?:signed)*(?:[^\p{L}\d]|$)`)
	// …_qd-1120: the same behind something else.
	codeInside = regexp.MustCompile(`[-_]([A-Za-zĐđ]{2,4})[-_]?(\d{1,5})(?:signed)*(?:[-_.]|$)`)

	numbers = regexp.MustCompile(`\d+`)
	years   = regexp.MustCompile(`^(?:19|20)\d\d$`)
)

// fromName reads a number out of a file name. For scans, a number of the name
// that OCR reads too needs no code beside it.
func fromName(name string, l line, scanned bool) (model.DocNumber, bool) {
	name = bare(name)
	if c, ok := written(name); ok {
		return c.number(l)
	}
	if scanned && l.digits != "" && l.symbol != "" {
		for _, n := range numbers.FindAllString(name, -1) {
			if trimmed(n) == trimmed(l.digits) && !years.MatchString(n) {
				return parse(l.digits, l.year, l.symbol)
			}
		}
	}
	return model.DocNumber{}, false
}

// bare leaves endings and the marks of signing programs away.
func bare(name string) string {
	name = vietnamese.Clean(name)
	for ext := path.Ext(name); len(ext) > 1 && len(ext) <= 7 && !strings.ContainsAny(ext, " _-"); ext = path.Ext(name) {
		name = strings.TrimSuffix(name, ext)
	}
	return strings.TrimSpace(name)
}

// written reads the forms in which clerks write the number into a name.
func written(name string) (candidate, bool) {
	if m := withYear.FindStringSubmatch(name); m != nil {
		return candidate{no: m[1], year: m[2], symbol: m[3]}, true
	}
	if m := numberFirst.FindStringSubmatch(name); m != nil && isCode(m[2]) && !years.MatchString(m[1]) {
		c := candidate{no: m[1], code: m[2]}
		if m[3] != "" {
			c.symbol = m[2] + m[3]
		}
		return c, true
	}
	if m := codeFirst.FindStringSubmatch(name); m != nil && isCode(m[1]) && !years.MatchString(m[2]) {
		return candidate{no: m[2], code: m[1]}, true
	}
	if m := codeInside.FindStringSubmatch(name); m != nil && typeOf(m[1]) != "" && !years.MatchString(m[2]) {
		return candidate{no: m[2], code: m[1]}, true
	}
	return candidate{}, false
}

// isCode tells codes of types and offices from words: they are capitals, or
// the whole code of a type.
func isCode(s string) bool {
	if strings.ToUpper(s) == s {
		return true
	}
	_, known := docnum.TypeCode(strings.ToUpper(s))
	return known
}

// typeOf gives the type at the beginning of a code, as in BCUB; "" when there
// is none.
func typeOf(code string) string {
	code = strings.ToUpper(code)
	for n := min(len(code), 3); n >= 2; n-- {
		if t, ok := docnum.TypeCode(code[:n]); ok && (n == len(code) || strings.HasPrefix(code[n:], "UB") || strings.HasPrefix(code[n:], "QP")) {
			return t
		}
	}
	return ""
}

// number is the number of a candidate, with the symbol of its name when it has
// one and the line tells no other.
func (c candidate) number(l line) (model.DocNumber, bool) {
	if l.symbol == "" && c.symbol != "" {
		if n, ok := parse(c.no, c.year, c.symbol); ok {
			return n, true
		}
	}
	if c.year != "" {
		symbol := l.symbol
		if symbol == "" {
			symbol = c.symbol
		}
		return parse(c.no, c.year, symbol)
	}
	return model.DocNumber{Type: typeOf(c.code), No: trimmed(c.no)}, trimmed(c.no) != ""
}

func trimmed(no string) string { return strings.TrimLeft(no, "0") }
