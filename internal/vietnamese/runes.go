package vietnamese

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Values of the folding tables beside the ASCII letters themselves.
const (
	asIs      = 0 // has no ASCII letter as its base
	mark      = 1 // combining diacritic: belongs to the letter before it
	invisible = 2 // leaves no trace on paper
)

// foldTables maps the Latin blocks to the small letter under the diacritics.
// It is computed from the Unicode tables once and only read afterwards.
type foldTables struct {
	latin    [0x0250]byte // U+0000 to U+024F
	extended [0x0100]byte // U+1E00 to U+1EFF, most Vietnamese letters
}

var tables = newFoldTables()

func newFoldTables() *foldTables {
	t := new(foldTables)
	for r := range t.latin {
		t.latin[r] = baseLetter(rune(r))
	}
	for r := range t.extended {
		t.extended[r] = baseLetter(0x1E00 + rune(r))
	}
	return t
}

// baseLetter is the slow definition behind the tables.
func baseLetter(r rune) byte {
	switch r {
	case 'đ', 'Đ', 'ð', 'Ð', 'Ɖ': // three capitals that look the same in print
		return 'd'
	case '\u00AD':
		return invisible
	}
	d := norm.NFD.String(string(r))
	for _, m := range d[1:] {
		if !isMark(m) {
			return asIs
		}
	}
	switch c := d[0]; {
	case c >= 'a' && c <= 'z':
		return c
	case c >= 'A' && c <= 'Z':
		return c + 'a' - 'A'
	}
	return asIs
}

func isMark(r rune) bool { return r >= 0x0300 && r <= 0x036F }

// isInvisible covers zero-width characters, direction marks and the byte
// order mark, which editors and content systems leave inside words.
func isInvisible(r rune) bool {
	switch {
	case r == 0x00AD, r == 0xFEFF:
		return true
	case r < 0x200B || r > 0x2069:
		return false
	}
	return r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060
}

// fold gives the small ASCII letter under the diacritics of r, or one of
// asIs, mark and invisible.
func fold(r rune) byte {
	switch {
	case r < 0x0250:
		return tables.latin[r]
	case r < 0x0300:
		if r == 'ɖ' {
			return 'd'
		}
		return asIs
	case r <= 0x036F:
		return mark
	case r >= 0x1E00 && r <= 0x1EFF:
		return tables.extended[r-0x1E00]
	case isInvisible(r):
		return invisible
	}
	return asIs
}

// decode is utf8.DecodeRuneInString; bytes that are not UTF-8 read as U+FFFD.
func decode(s string, i int) (rune, int) { return utf8.DecodeRuneInString(s[i:]) }
