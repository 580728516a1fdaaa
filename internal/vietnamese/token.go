package vietnamese

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// TokenKind tells what a token is.
type TokenKind uint8

// The kinds of token.
const (
	Syllable TokenKind = iota // a run of letters
	Number                    // a run of digits
	Compound                  // digits and letters joined: 52/KH-UBND, 7,5, QH14
)

// Token is a word of a text: s[Start:End].
type Token struct {
	Start, End int
	Text       string // folded, with the usual one of i and y; a Compound has "-" for every dash
	Kind       TokenKind
}

// maxCompound bounds a compound in folded bytes; of longer chains only the
// parts are tokens.
const maxCompound = 64

// Tokens walks over the syllables and numbers of s. A number with separators
// or letters inside is a Compound, which comes right after its parts:
// 52/KH-UBND gives "52", "kh", "ubnd" and "52/kh-ubnd". The parts come in
// order and do not overlap.
func Tokens(s string) iter.Seq[Token] {
	return func(yield func(Token) bool) {
		sc := scanner{src: s}
		for sc.seek() {
			if !sc.chain(yield) {
				return
			}
		}
	}
}

// chunk is how many bytes of folded text are allocated at a time.
const chunk = 4096

// scanner goes over src once. Folded words are written one after the other
// into text, of which tokens are substrings.
type scanner struct {
	src  string
	pos  int
	text strings.Builder
}

// class tells what a rune is to the scanner.
type class uint8

const (
	other class = iota
	letter
	digit
	attached // combining mark
	nothing  // invisible
)

// look returns the class of the rune at i, the byte it folds to (0 when it is
// foreign) and its width.
func (sc *scanner) look(i int) (class, byte, int) {
	c := sc.src[i]
	switch {
	case c >= 'a' && c <= 'z':
		return letter, c, 1
	case c >= '0' && c <= '9':
		return digit, c, 1
	case c >= 'A' && c <= 'Z':
		return letter, c + 'a' - 'A', 1
	case c < utf8.RuneSelf:
		return other, c, 1
	}
	r, w := decode(sc.src, i)
	switch f := fold(r); f {
	case asIs:
		return foreignClass(r), 0, w
	case mark:
		return attached, 0, w
	case invisible:
		return nothing, 0, w
	default:
		return letter, f, w
	}
}

func foreignClass(r rune) class {
	switch {
	case unicode.IsLetter(r), unicode.IsMark(r):
		return letter
	case unicode.IsDigit(r):
		return digit
	}
	return other
}

// seek moves to the next letter or digit and reports whether there is one.
func (sc *scanner) seek() bool {
	for sc.pos < len(sc.src) {
		c, _, w := sc.look(sc.pos)
		if c == letter || c == digit {
			return true
		}
		sc.pos += w
	}
	return false
}

// chain yields the parts that start at pos and hang together, then the
// compound that they make. It reports whether to go on.
func (sc *scanner) chain(yield func(Token) bool) bool {
	sc.room()
	start, from := sc.pos, sc.text.Len()
	digits, parts, end := false, 0, start
	for {
		t := sc.part()
		end = t.End
		parts++
		digits = digits || t.Kind == Number
		if !yield(t) {
			return false
		}
		if sc.text.Len()-from > maxCompound {
			return true // the rest starts a chain of its own
		}
		if !sc.joint(t.Kind) {
			break
		}
	}
	if parts < 2 || !digits {
		return true
	}
	return yield(Token{Start: start, End: end, Text: sc.text.String()[from:], Kind: Compound})
}

// room starts a new chunk when the present one is nearly used up.
func (sc *scanner) room() {
	if sc.text.Cap()-sc.text.Len() >= 2*maxCompound {
		return
	}
	sc.text.Reset()
	sc.text.Grow(min(chunk, len(sc.src)-sc.pos+2*maxCompound))
}

// part reads the run of letters or of digits at pos.
func (sc *scanner) part() Token {
	kind, _, _ := sc.look(sc.pos)
	start, end, from := sc.pos, sc.pos, sc.text.Len()
	for i := start; i < len(sc.src); {
		if f, w := sc.common(i, kind); w > 0 {
			sc.text.WriteByte(f)
			i += w
			end = i
			continue
		}
		c, f, w := sc.look(i)
		switch {
		case c == kind && f != 0:
			sc.text.WriteByte(f)
			i += w
			end = i
		case c == kind:
			i = sc.foreign(i)
			end = i
		case c == attached:
			i += w
			end = i
		case c == nothing:
			i += w
		default:
			i = len(sc.src)
		}
	}
	sc.pos = end
	t := Token{Start: start, End: end, Text: healed(sc.text.String()[from:], sc.src[start:end])}
	if kind == digit {
		t.Kind = Number
	}
	return t
}

// common is look for what nearly every letter and digit is: ASCII, or a
// composed Vietnamese letter. Width 0 tells that the rune is of another class
// or less common.
func (sc *scanner) common(i int, kind class) (folded byte, width int) {
	c := sc.src[i]
	switch {
	case c < utf8.RuneSelf:
		if f := ascii[c]; f.class == kind {
			return f.folded, 1
		}
		return 0, 0
	case kind != letter:
		return 0, 0
	case c >= 0xC3 && c <= 0xC6 && i+1 < len(sc.src): // U+00C0 to U+01BF
		if next := sc.src[i+1]; next&0xC0 == 0x80 {
			folded, width = tables.latin[rune(c&0x1F)<<6|rune(next&0x3F)], 2
		}
	case c == 0xE1 && i+2 < len(sc.src) && sc.src[i+1] >= 0xB8 && sc.src[i+1] <= 0xBB: // U+1E00 to U+1EFF
		if last := sc.src[i+2]; last&0xC0 == 0x80 {
			folded, width = tables.extended[rune(sc.src[i+1]-0xB8)<<6|rune(last&0x3F)], 3
		}
	}
	if folded <= invisible {
		return 0, 0
	}
	return folded, width
}

// ascii classifies and folds the ASCII characters.
var ascii = newASCII()

type asciiFolding struct {
	class  class
	folded byte
}

func newASCII() (t [utf8.RuneSelf]asciiFolding) {
	for c := range byte(utf8.RuneSelf) {
		switch {
		case c >= 'a' && c <= 'z':
			t[c] = asciiFolding{letter, c}
		case c >= 'A' && c <= 'Z':
			t[c] = asciiFolding{letter, c + 'a' - 'A'}
		case c >= '0' && c <= '9':
			t[c] = asciiFolding{digit, c}
		}
	}
	return t
}

// foreign writes the segment at i and returns its end.
func (sc *scanner) foreign(i int) int {
	var scratch [utf8.UTFMax * 8]byte
	folded, end := foldForeign(scratch[:0], sc.src, i)
	sc.text.Write(folded)
	return end
}

// joint steps over what joins the part before pos, of the given kind, to a
// part that follows at once, and writes the separator. It reports whether
// there is such a part; otherwise pos stays.
func (sc *scanner) joint(before TokenKind) bool {
	i := sc.skipNothing(sc.pos)
	if i == len(sc.src) {
		return false
	}
	c, _, w := sc.look(i)
	if c == letter || c == digit { // glued: QH14
		sc.pos = i
		return true
	}
	sep := separator(sc.src[i : i+w])
	i = sc.skipNothing(i + w)
	if sep == 0 || i == len(sc.src) {
		return false
	}
	c, _, _ = sc.look(i)
	decimal := sep == '.' || sep == ','
	if c != letter && c != digit || decimal && (c != digit || before != Number) {
		return false
	}
	sc.text.WriteByte(sep)
	sc.pos = i
	return true
}

func (sc *scanner) skipNothing(i int) int {
	for i < len(sc.src) && sc.src[i] >= utf8.RuneSelf {
		c, _, w := sc.look(i)
		if c != nothing {
			break
		}
		i += w
	}
	return i
}

// separator returns the ASCII form of what may stand inside a number: "." and
// "," between digits only. It returns 0 for everything else.
func separator(s string) byte {
	switch s {
	case "/", "-", "_", ".", ",":
		return s[0]
	case "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212":
		return '-'
	}
	return 0
}
