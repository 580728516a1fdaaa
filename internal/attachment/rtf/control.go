package rtf

import (
	"strconv"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// control reads a control word or symbol behind its backslash.
func (r *reader) control() {
	if len(r.rest) == 0 {
		return
	}
	if c := r.rest[0]; c|0x20 < 'a' || c|0x20 > 'z' {
		r.rest = r.rest[1:]
		r.symbol(c)
		return
	}
	n := 0
	for n < len(r.rest) && r.rest[n]|0x20 >= 'a' && r.rest[n]|0x20 <= 'z' {
		n++
	}
	word := string(r.rest[:n])
	digits := n
	if digits < len(r.rest) && r.rest[digits] == '-' {
		digits++
	}
	for digits < len(r.rest) && r.rest[digits] >= '0' && r.rest[digits] <= '9' {
		digits++
	}
	value, err := strconv.Atoi(string(r.rest[n:digits]))
	stated := err == nil
	r.rest = r.rest[digits:]
	if len(r.rest) > 0 && r.rest[0] == ' ' {
		r.rest = r.rest[1:]
	}
	r.word(word, value, stated)
}

func (r *reader) symbol(c byte) {
	switch c {
	case '\'':
		if len(r.rest) >= 2 {
			v, err := strconv.ParseUint(string(r.rest[:2]), 16, 8)
			r.rest = r.rest[2:]
			if err == nil {
				r.character(byte(v))
			}
		}
	case '*':
		r.top().starred = true
	case '\r', '\n':
		r.endParagraph()
	case '~':
		r.text("\u00a0")
	case '_':
		r.text("-")
	case '-':
		r.text("\u00ad") // a letter in TCVN3
	case '\\', '{', '}':
		r.character(c)
	}
}

// word carries a control word out.
func (r *reader) word(word string, value int, stated bool) {
	g := r.top()
	first := !g.begun
	g.begun = true
	if first && r.destination(word, g) {
		return
	}
	on := !stated || value != 0
	switch word {
	case "par", "sect":
		r.endParagraph()
	case "cell", "row", "page", "nestcell", "nestrow":
		r.table(word)
	case "line", "column":
		r.text("\n")
	case "tab":
		r.text("\t")
	case "pard":
		r.cell = false
	case "intbl":
		r.cell = on
	case "f":
		r.flush()
		g.font = value
		r.listFont(value)
	case "fcharset":
		if f := r.fonts[g.font]; f != nil && g.fontList {
			f.charset = charsetPage(value)
		}
	case "deff":
		r.first, g.font = value, value
	case "plain":
		r.flush()
		g.font, g.hidden = r.first, false
	case "v", "deleted":
		r.flush()
		g.hidden = on
	case "ansicpg":
		if page := codePage(value); page != nil {
			r.page = page
		}
	case "uc":
		g.skip = min(max(value, 0), 64)
	case "u":
		r.unicode(value)
	case "bin":
		r.rest = r.rest[min(max(value, 0), len(r.rest)):]
	default:
		if s, ok := signs()[word]; ok {
			r.text(s)
		}
	}
}

// destination tells whether a word opens a part of the file that is no text.
func (r *reader) destination(word string, g *group) bool {
	switch {
	case word == "fonttbl":
		g.fontList = true
		return true
	case g.fontList:
		g.starred = g.starred || word == "falt" || word == "panose"
		return false
	case noText()[word], g.starred && word != "shpinst":
		g.ignored = true
		return true
	}
	return false
}

// listFont begins an entry of the table of fonts.
func (r *reader) listFont(n int) {
	if r.top().fontList && r.fonts[n] == nil && len(r.fonts) < maxFonts {
		r.fonts[n] = &font{}
	}
}

func (r *reader) endParagraph() {
	r.flush()
	if g := r.top(); !g.ignored && !g.fontList {
		r.out.EndParagraph(r.cell)
	}
}

func (r *reader) table(word string) {
	r.flush()
	if r.top().ignored {
		return
	}
	switch word {
	case "cell":
		r.out.EndCell()
	case "row":
		r.out.EndRow()
	case "page":
		r.out.BreakPage()
	default: // a table inside a cell is part of its text
		r.text(" ")
	}
}

// unicode writes \uN; negative numbers stand for the upper half.
func (r *reader) unicode(value int) {
	c := rune(uint16(value))
	r.skip = 0
	first := r.high
	r.high = 0
	switch {
	case utf16.IsSurrogate(c) && first == 0:
		r.high = c
	case utf16.IsSurrogate(c):
		r.text(string(utf16.DecodeRune(first, c)))
	default:
		r.text(string(c))
	}
	r.skip = r.top().skip
}

// codePage knows the code pages of Windows that are in use.
func codePage(n int) *charmap.Charmap {
	switch n {
	case 1250:
		return charmap.Windows1250
	case 1251:
		return charmap.Windows1251
	case 1252:
		return charmap.Windows1252
	case 1253:
		return charmap.Windows1253
	case 1254:
		return charmap.Windows1254
	case 1258:
		return charmap.Windows1258
	}
	return nil
}

// charsetPage is the code page of a font's character set; nil: the document's.
func charsetPage(charset int) *charmap.Charmap {
	switch charset {
	case 0:
		return charmap.Windows1252
	case 163:
		return charmap.Windows1258
	case 161:
		return charmap.Windows1253
	case 162:
		return charmap.Windows1254
	case 204:
		return charmap.Windows1251
	case 238:
		return charmap.Windows1250
	}
	return nil
}
