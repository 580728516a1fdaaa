package msdoc

import (
	"context"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"tracuu/internal/attachment/flow"
)

// Characters with a meaning of their own (MS-DOC 2.4.1).
const (
	cellMark       = 0x07
	lineBreak      = 0x0B
	pageBreak      = 0x0C
	paragraphMark  = 0x0D
	columnBreak    = 0x0E
	fieldBegin     = 0x13
	fieldSeparator = 0x14
	fieldEnd       = 0x15
	fixedHyphen    = 0x1E
	softHyphen     = 0x1F
)

// writer walks the pieces and hands their text on.
type writer struct {
	*document
	out    *flow.Builder
	fields []bool // open fields: has the result begun?
	high   uint16 // first half of a pair of UTF-16
}

func (w *writer) pieces(ctx context.Context, pieces []piece) error {
	for _, p := range pieces {
		for i := range p.chars {
			if i%4096 == 0 && ctx.Err() != nil {
				return ctx.Err()
			}
			fc := p.at + i*p.size()
			if fc >= len(w.main) || w.out.Full() {
				break
			}
			if w.isRead(p.cp + i) {
				w.character(p, fc)
			}
		}
	}
	return nil
}

// isRead leaves out headers, which repeat on every page, and comments.
func (w *writer) isRead(cp int) bool {
	f := w.fib
	notes := f.body + f.footnotes
	if cp < notes {
		return true
	}
	endnotes := notes + f.headers + f.comments
	return cp >= endnotes && cp < endnotes+f.endnotes+f.boxes
}

func (w *writer) character(p piece, fc int) {
	look := at(w.characters, fc)
	if look.hidden {
		return
	}
	r := rune(w.main[fc])
	if p.wide {
		r = rune(u16(w.main, fc))
	} else {
		r = charmap.Windows1252.DecodeByte(byte(r))
	}
	if r < ' ' {
		w.control(r, fc, look)
		return
	}
	if len(w.fields) > 0 && !w.fields[len(w.fields)-1] {
		return // an instruction
	}
	if utf16.IsSurrogate(r) {
		first := w.high
		w.high = uint16(r)
		if r = utf16.DecodeRune(rune(first), r); r == '\uFFFD' {
			return
		}
	}
	w.write(fc, look, string(r))
}

func (w *writer) write(fc int, look properties, s string) {
	w.out.Write(w.font(look, at(w.paragraphs, fc)), s)
}

func (w *writer) control(r rune, fc int, look properties) {
	para := at(w.paragraphs, fc)
	switch r {
	case fieldBegin:
		w.fields = append(w.fields, false)
		return
	case fieldSeparator:
		if n := len(w.fields); n > 0 {
			w.fields[n-1] = true
		}
		return
	case fieldEnd:
		if n := len(w.fields); n > 0 {
			w.fields = w.fields[:n-1]
		}
		return
	}
	if len(w.fields) > 0 && !w.fields[len(w.fields)-1] {
		return
	}
	switch r {
	case cellMark:
		if para.rowEnd {
			w.out.EndRow()
		} else {
			w.out.EndCell()
		}
	case paragraphMark:
		w.out.EndParagraph(para.inTable)
	case pageBreak:
		w.out.BreakPage()
	case lineBreak, columnBreak:
		w.write(fc, look, "\n")
	case '\t':
		w.write(fc, look, "\t")
	case fixedHyphen:
		w.write(fc, look, "-")
	case softHyphen:
		w.write(fc, look, "\u00ad") // a letter in TCVN3
	}
}
